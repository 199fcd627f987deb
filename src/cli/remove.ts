import { Command, Option } from '@commander-js/extra-typings'
import { sayCount } from '../model/things.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { findRemoval, type Removal, remove } from '../store/write/remove.ts'

/** `dixit remove`: a document or a dataset out of the graph. */
export function removeCommand() {
  return new Command('remove')
    .description('remove a document or a dataset from the graph, and record the removal')
    .argument('<slug>', 'the document or the dataset')
    .addOption(
      new Option('--as <what>', 'which of the two to remove, if both have this name').choices([
        'document',
        'dataset',
      ] as const),
    )
    .option('--reason <text>', 'why, for people who follow the changes')
    .option('--dry-run', 'remove nothing; show what would go', false)
    .addHelpText(
      'after',
      `
Everything it brought goes with it. A dossier also takes the agents (with their names and roles), claims, terms and coders
that nothing else refers to; the agents of a dataset stay until the dataset goes. The source files stay as they are: import
them again to restore it.`,
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
