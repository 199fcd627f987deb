import { Command, Option } from '@commander-js/extra-typings'
import type { CslItem } from '../export/citation/cslItem.ts'
import type { CitationForm } from '../export/citation/forms.ts'
import { Failure } from '../model/failure.ts'
import { permalinkRoot } from '../model/nodeNames.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, dataset, document, figure, referent, statement } from '../store/schema/entities.ts'
import { findThing, tryNamed } from './listing/findNamed.ts'
import { forceOption, writeResult } from './output.ts'
import { permalinkBase, warnOfLocalLinks } from './permalinkBase.ts'
import { withReader } from './withReader.ts'

const cited = [document, statement, figure]

/** `dixit cite THING…`: how documents, statements and numbers are cited. */
export function citeCommand() {
  return new Command('cite')
    .description('cite documents, statements and numbers, with their words: BibTeX, RIS, CSL-JSON or text')
    .argument('<thing...>', 'slugs, permalinks, titles of documents or labels of numbers')
    .addOption(
      new Option('--format <form>', 'how they are written')
        .choices(['bib', 'ris', 'csl', 'txt'] as const)
        .default('bib' as const),
    )
    .option('--out <file>', 'a file instead of standard output; its ending, .bib, .ris, .json or .txt, says the form')
    .addOption(forceOption())
    .option('--base-url <address>', 'where permalinks begin; BASE_URL, or where dixit serve listens')
    .addHelpText(
      'after',
      `
A statement is by its speaker only where all of its words stand in quotation marks and the document states who speaks; “(concluded)” or
“(read by a rule)” follows a name that it does not state. The note has the words, where they stand in their document (in characters), why
that speaker was concluded, the document’s address, and the dataset with its licence.`,
    )
    .action((things, { format, baseUrl, ...to }) =>
      withReader(async read => {
        const { cslItem } = await import('../export/citation/cslItem.ts')
        const { writeCitations } = await import('../export/citation/writeCitations.ts')
        const base = permalinkBase(baseUrl)
        const items: CslItem[] = []
        for (const thing of things) {
          const { entity, slug } = await findCited(read, thing)
          const [typename = ''] = entity.typenames
          const url = `${base}${permalinkRoot}${typename}/${slug}`
          const item = await read.ask(database => cslItem(database, { typename, slug }, url))
          if (item === null) throw new Failure('BAD_ARGUMENT', `cite: ${slug} is not there any more.`)
          items.push(item)
        }
        const as = (form: CitationForm) => () => writeCitations(items, form)
        await writeResult(
          { bib: as('bib'), ris: as('ris'), csl: as('csl'), json: as('csl'), txt: as('txt') },
          format,
          to,
          // The note of each has its dataset, with the licence and the source.
          [],
        )
        if (baseUrl === undefined) warnOfLocalLinks()
      }),
    )
}

/** @throws Failure BAD_ARGUMENT for what is not there, or has no citation */
async function findCited(read: Reader, typed: string) {
  const found = await tryNamed(read, cited, typed, 'cite')
  if (found !== null) return found
  const other = await tryNamed(read, [agent, claim, referent, dataset], typed, 'cite')
  if (other === null) return findThing(read, cited, typed, 'cite')
  const instead = other.entity === agent ? ` \`dixit report ${other.slug}\` writes a page of what they say.` : ''
  const message = `cite takes documents, statements and figures, and “${typed}” is none of them.${instead}`
  throw new Failure('BAD_ARGUMENT', message)
}
