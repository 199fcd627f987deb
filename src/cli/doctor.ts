import { Command } from '@commander-js/extra-typings'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { recordRevision } from '../store/engine/revisions.ts'
import { examine } from './examine.ts'

/** `dixit doctor`: whether the database is sound. */
export function doctorCommand() {
  return new Command('doctor')
    .description('check the database: the file, the references, the search indexes, and every passage against its text')
    .option('--mend', 'repair derived data: search indexes, folded words, copies', false)
    .addHelpText(
      'after',
      `
Writes nothing without --mend, so a server may keep running. Only a new import or a backup can fix damaged texts or
passages. Exits with 1 if anything is still wrong.`,
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
        if (left.length > 0) throw new Failure('DATABASE_UNUSABLE', `The database at ${path} is damaged.`)
      } finally {
        database.close()
      }
    })
}
