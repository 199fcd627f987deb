import type { Database } from '../store/engine/database.ts'
import { datasetsToCount } from '../store/write/numberReadings.ts'
import { datasetsToCompare } from '../store/write/repeats.ts'
import { datasetsToRead } from '../store/write/speakers.ts'
import { forgetNumbers, readNumbers } from './numbers/readNumbers.ts'
import { NUMBER_RULES_VERSION } from './numbers/rules.ts'
import { forgetRepeats, REPEAT_RULES_VERSION, readRepeats } from './repeats/readRepeats.ts'
import { forgetSpeakers, readSpeakers } from './speakers/readSpeakers.ts'
import { SPEAKER_RULES_VERSION } from './speakers/rules.ts'

/** What rules have read of a dataset, in words. */
export interface ReadingOutcome {
  readonly dataset: string
  readonly reading: string
  readonly done: string
}

/** Something that rules read of the datasets that stand. What they read is AUTOMATIC, with the rule and its version. */
interface Reading {
  readonly name: string
  readonly version: string
  /** The datasets that this version has not read since a source of theirs came. */
  pending(database: Database, only: string | null): string[]
  /** Reads a dataset in place of what was read before; says what was found. */
  read(database: Database, dataset: string): string
  /** Takes back what was read. */
  forget(database: Database, dataset: string): void
}

/** Every reading, in the order in which they run. */
export const readings: readonly Reading[] = [
  {
    name: 'speakers',
    version: SPEAKER_RULES_VERSION,
    pending: (database, only) => datasetsToRead(database, SPEAKER_RULES_VERSION, only),
    read(database, dataset) {
      const { statements, agents } = readSpeakers(database, dataset)
      return `${statements} statements have a speaker by rule, ${agents} agents are named`
    },
    forget: forgetSpeakers,
  },
  {
    name: 'numbers',
    version: NUMBER_RULES_VERSION,
    pending: (database, only) => datasetsToCount(database, NUMBER_RULES_VERSION, only),
    read(database, dataset) {
      const { quantities, times } = readNumbers(database, dataset)
      return `${quantities} quantities and ${times} times`
    },
    forget: forgetNumbers,
  },
  {
    name: 'repeats',
    version: REPEAT_RULES_VERSION,
    pending: (database, only) => datasetsToCompare(database, REPEAT_RULES_VERSION, only),
    read(database, dataset) {
      const { documents, codings } = readRepeats(database, dataset)
      return `${documents} documents repeat another one, ${codings} statements are readings of a further coder`
    },
    forget: forgetRepeats,
  },
]

/** What is left to read, of one dataset or of all. */
export function pendingReadings(database: Database, only: string | null): { readonly read: () => ReadingOutcome }[] {
  return readings.flatMap(({ name, pending, read }) =>
    pending(database, only).map(dataset => ({
      read: () => ({ dataset, reading: name, done: read(database, dataset) }),
    })),
  )
}
