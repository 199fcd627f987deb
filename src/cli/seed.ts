import { Command } from '@commander-js/extra-typings'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { importAll, seedFolder } from './importAll.ts'

/** `dixit seed`: the dossiers that come with Dixit. */
export function seedCommand() {
  return new Command('seed')
    .description('import the dossiers that come with Dixit')
    .option('--replace', 'replace a stored document whose text has changed', false)
    .addHelpText('after', '\nCreates the database if there is none. Unchanged dossiers are skipped.')
    .action(options => {
      const database = openWriter(readSettings(process.env).DIXIT_DB)
      try {
        importAll(database, seedFolder, options)
      } finally {
        database.close()
      }
    })
}
