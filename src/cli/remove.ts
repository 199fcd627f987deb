import { Command, Option } from '@commander-js/extra-typings'
import { sayCount } from '../model/things.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { findRemoval, type Removal, remove } from '../store/write/remove.ts'

/** `dixit remove`: a document or a dataset out of the graph. */
export function removeCommand() {
  return new Command('remove')
    .description('take a document or a dataset out of the graph, and note that it went')
    .argument('<slug>', 'the document or the dataset')
    .addOption(
      new Option('--as <what>', 'which of the two it is, where both have the name').choices([
        'document',
        'dataset',
      ] as const),
    )
    .option('--reason <text>', 'why, for whoever follows the changes')
    .option('--dry-run', 'remove nothing, and say what would go', false)
    .addHelpText(
      'after',
      `
All that it brought goes with it: of a dossier also the agents with their names and roles, the claims, terms and coders that
no other document refers to. What something else still refers to stays. The agents of a dataset stay until the dataset goes.
The source itself is not touched: importing it again brings it back.`,
    )
    .action((slug, { as: what = null, reason = null, dryRun }) => {
      const database = openWriter(readSettings(process.env).DIXIT_DB)
      try {
        if (dryRun) console.log(`${say(findRemoval(database, { slug, what }))} would go`)
        else console.log(`${say(remove(database, { slug, what }, reason, new Date()))}: removed`)
      } finally {
        database.close()
      }
    })
}

function say({ what, slug, documents, statements }: Removal): string {
  const counts = [...(what === 'dataset' ? [sayCount(documents, 'document')] : []), sayCount(statements, 'statement')]
  return `the ${what} ${slug}, with ${counts.join(' and ')}`
}
