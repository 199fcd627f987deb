import { Command } from '@commander-js/extra-typings'
import { readSettings } from '../server/settings.ts'
import { openWriter } from '../store/database.ts'
import { importAll } from './importAll.ts'

/** `dixit import`: dossiers into the graph. */
export function importCommand() {
  return new Command('import')
    .description('bring a dossier, or every dossier in a folder, into the graph')
    .argument('<path>', 'a folder with article.txt and annotations.yaml, or a folder of such folders')
    .option('--replace', 'replace what is stored where the text has changed', false)
    .addHelpText(
      'after',
      `
Each dossier is read and checked as a whole; if anything is wrong, every problem is listed and nothing of it is written.
The same dossier again is "unchanged". docs/dossier.md teaches how a dossier is written.`,
    )
    .action((path, options) => {
      const database = openWriter(readSettings(process.env).DIXIT_DB)
      try {
        importAll(database, path, options)
      } finally {
        database.close()
      }
    })
}
