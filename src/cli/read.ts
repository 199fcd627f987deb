import { Command } from '@commander-js/extra-typings'
import { pendingReadings, type ReadingOutcome, readings } from '../ingest/readings.ts'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { datasetsToRead } from '../store/write/speakers.ts'

/** `dixit read`: what rules read of the corpora that stand. */
export function readCommand() {
  return new Command('read')
    .description('have rules read the datasets that stand: who speaks, and their numbers and times')
    .option('--dataset <slug>', 'this dataset alone')
    .option('--again', 'read also what has been read', false)
    .option('--undo', 'take back what rules have read', false)
    .addHelpText(
      'after',
      `
What a rule has read is marked AUTOMATIC and names its rule and version; a person's decision holds over it, and
statements(filter: { basis: [STATED, INFERRED] }) leaves it out. See docs/identity.md.`,
    )
    .action(({ dataset = null, again, undo }) => {
      const database = openWriter(readSettings(process.env).DIXIT_DB)
      try {
        // No version is none of those that have read.
        const all = datasetsToRead(database, '', dataset)
        if (dataset !== null && all.length === 0) throw new Failure('BAD_USAGE', `There is no dataset ${dataset}.`)
        if (again || undo) for (const { forget } of readings) for (const slug of all) forget(database, slug)
        if (undo) {
          console.log('nothing is read by rule')
          return
        }
        const pending = pendingReadings(database, dataset)
        for (const { read } of pending) reportReading(read())
        if (pending.length === 0) console.log('all is read; --again reads it anew')
      } finally {
        database.close()
      }
    })
}

/** One line for what rules have read of a dataset. */
export function reportReading({ dataset, reading, done }: ReadingOutcome): void {
  console.log(`${dataset}: ${reading} read: ${done}`)
}
