import { Command } from '@commander-js/extra-typings'
import { pendingReadings, type ReadingOutcome, readings } from '../ingest/readings.ts'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { datasetsToRead } from '../store/write/speakers.ts'

/** `dixit read`: what rules read of the corpora that stand. */
export function readCommand() {
  return new Command('read')
    .description('apply reading rules to imported datasets: who speaks, numbers and times')
    .option('--dataset <slug>', 'only this dataset')
    .option('--again', 'read everything again', false)
    .option('--undo', 'remove what rules have read', false)
    .addHelpText(
      'after',
      `
Everything a rule reads is marked AUTOMATIC, with the rule and its version. A person's decision always takes precedence.
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
          console.log('no rule readings are stored')
          return
        }
        const pending = pendingReadings(database, dataset)
        for (const { read } of pending) reportReading(read())
        if (pending.length === 0) console.log('everything has been read; --again reads it again')
      } finally {
        database.close()
      }
    })
}

/** One line for what rules have read of a dataset. */
export function reportReading({ dataset, reading, done }: ReadingOutcome): void {
  console.log(`${dataset}: ${reading} read: ${done}`)
}
