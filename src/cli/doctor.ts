import { Command } from '@commander-js/extra-typings'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { recordRevision } from '../store/engine/revisions.ts'
import { examine } from './examine.ts'

/** `dixit doctor`: whether the database is sound. */
export function doctorCommand() {
  return new Command('doctor')
    .description('examine the database: the file, the references, the search indexes, every passage against its text')
    .option('--mend', 'put right what follows from other rows: search indexes, folded words, copies', false)
    .addHelpText(
      'after',
      `
Reads, and writes nothing without --mend; a server may go on meanwhile. What is wrong with the texts or their passages
only a new import or a backup puts right. Exit code 1 if anything is left that is wrong.`,
    )
    .action(({ mend }) => {
      const path = readSettings(process.env).DIXIT_DB
      const database = mend ? openWriter(path) : openReader(path)
      try {
        const flaws = examine(database)
        if (flaws.length === 0) return
        const left = flaws.filter(flaw => !mend || flaw.mend === null)
        if (mend && left.length < flaws.length) {
          database.write(() => {
            for (const flaw of flaws) flaw.mend?.()
            recordRevision(database, 'mended', JSON.stringify(flaws))
          })
          console.log(`mended: ${flaws.length - left.length} of ${flaws.length}`)
        }
        if (left.length > 0) throw new Failure('DATABASE_UNUSABLE', `The database at ${path} is not sound.`)
      } finally {
        database.close()
      }
    })
}
