import fc from 'fast-check'

/**
 * What properties draw is the same in every run of `npm test`, so that a change is not stopped by a fault that others made.
 * `DIXIT_SEED=random` and the long form of the faults draw anew; `DIXIT_SEED=N` draws what a failed run did.
 */
const { DIXIT_FAULTS: faults, DIXIT_SEED: seed = faults === undefined ? '20261127' : 'random' } = process.env

if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
