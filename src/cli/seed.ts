import { Command } from '@commander-js/extra-typings'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { importAll, seedFolder } from './importAll.ts'

/** `dixit seed`: the dossiers that come with Dixit. */
export function seedCommand() {
  return new Command('seed')
    .description('import the dossiers that come with Dixit')
    .option('--replace', 'replace what is stored where the text has changed', false)
    .addHelpText(
      'after',
      '\nMakes the database if there is none. What is stored already in the same form is left as it is.',
    )
    .action(options => {
      const database = openWriter(readSettings(process.env).DIXIT_DB)
      try {
        importAll(database, seedFolder, options)
      } finally {
        database.close()
      }
    })
}
