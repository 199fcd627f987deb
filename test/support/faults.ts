/**
 * How long the tests go on that cause faults on purpose: 200 in `npm run test:faults`. In `npm test` each happens once.
 */
export const faults = Number(process.env.DIXIT_FAULTS ?? 1)

/** What no answer and no message tells: the names of our own things. */
export const INTERNAL = /undefined|\[object|\bNaN\b|sqlite|\.ts:\d|node_modules|constraint failed/i
