/**
 * How long the tests go on that cause faults on purpose: 200 in `npm run test:faults`. In `npm test` they are few, and
 * always the same ones, so that a change is not stopped by a fault that others made.
 */
export const faults = Number(process.env.DIXIT_FAULTS ?? 3)

/** What drives the mutations: any of them in the long form. */
export const drawn = process.env.DIXIT_FAULTS === undefined ? { seed: 20_261_126 } : {}

/** What no answer and no message tells: the names of our own things. */
export const INTERNAL = /undefined|\[object|\bNaN\b|sqlite|\.ts:\d|node_modules|constraint failed/i
