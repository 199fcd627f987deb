import { Command, Option } from '@commander-js/extra-typings'
import type { CslItem, citedTypes } from '../export/citation/cslItem.ts'
import { Failure } from '../model/failure.ts'
import { permalinkRoot } from '../model/nodeNames.ts'
import { readSettings } from '../settings/settings.ts'
import { document, type Entity, figure, statement } from '../store/schema/entities.ts'
import { findThing } from './listing/findNamed.ts'
import { withReader } from './withReader.ts'

const types = new Map<Entity, (typeof citedTypes)[number]>([
  [document, 'Document'],
  [statement, 'Statement'],
  [figure, 'Figure'],
])

/** `dixit cite THING…`: how documents, statements and numbers are cited. */
export function citeCommand() {
  return new Command('cite')
    .description('cite documents, statements and numbers, with their words: BibTeX, RIS or CSL-JSON')
    .argument('<thing...>', 'slugs, permalinks, titles of documents or labels of numbers')
    .addOption(
      new Option('--format <form>', 'how they are written')
        .choices(['bib', 'ris', 'csl'] as const)
        .default('bib' as const),
    )
    .option('--out <file>', 'a file instead of standard output; its ending, .bib, .ris or .json, says the form')
    .option('--base-url <address>', 'where permalinks begin; BASE_URL, or where dixit serve listens')
    .addHelpText(
      'after',
      `
A statement is cited as by its speaker only where all of its words stand in quotation marks; else it is cited as reported. The note
has the words, where they stand in their document (in characters), and the dataset with its licence.`,
    )
    .action((things, { format, out, baseUrl }) =>
      withReader(async read => {
        const { cslItem } = await import('../export/citation/cslItem.ts')
        const { writeCitations } = await import('../export/citation/writeCitations.ts')
        const { writeResult } = await import('./output.ts')
        const {
          HOST,
          PORT,
          BASE_PATH = '',
          BASE_URL = `http://${HOST}:${PORT}${BASE_PATH}`,
        } = readSettings(process.env)
        const items: CslItem[] = []
        for (const thing of things) {
          const { entity, slug } = await findThing(read, [...types.keys()], thing, 'cite')
          const typename = [...types].find(([known]) => known === entity)?.[1] ?? ''
          const url = `${baseUrl ?? BASE_URL}${permalinkRoot}${typename}/${slug}`
          const item = await read.ask(database => cslItem(database, { typename, slug }, url))
          if (item === null) throw new Failure('BAD_ARGUMENT', `cite: ${slug} is not there any more.`)
          items.push(item)
        }
        const as = (form: 'bib' | 'ris' | 'csl') => () => writeCitations(items, form)
        await writeResult({ bib: as('bib'), ris: as('ris'), csl: as('csl'), json: as('csl') }, format, out)
      }),
    )
}
