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
    .argument('<thing...>', 'slugs, permalinks, document titles or number labels')
    .addOption(
      new Option('--format <form>', 'the citation format')
        .choices(['bib', 'ris', 'csl', 'txt'] as const)
        .default('bib' as const),
    )
    .option('--out <file>', 'write to this file instead; its extension (.bib, .ris, .json, .txt) sets the format')
    .addOption(forceOption())
    .option('--base-url <address>', 'the start of permalinks (default: BASE_URL, else where dixit serve listens)')
    .addHelpText(
      'after',
      `
A citation names the speaker as author only if all of the statement is in quotation marks and the document states who speaks.
“(concluded)” or “(read by a rule)” follows a name that the document does not state. The note gives the words, their position
in the document (in characters), why the speaker was concluded, the document’s address, and the dataset with its licence.`,
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
          if (item === null) throw new Failure('BAD_ARGUMENT', `cite: ${slug} no longer exists.`)
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
        warnOfLocalLinks(baseUrl)
      }),
    )
}

/** @throws Failure BAD_ARGUMENT if it does not exist, or cannot be cited */
async function findCited(read: Reader, typed: string) {
  const found = await tryNamed(read, cited, typed, 'cite')
  if (found !== null) return found
  const other = await tryNamed(read, [agent, claim, referent, dataset], typed, 'cite')
  if (other === null) return findThing(read, cited, typed, 'cite')
  const instead = other.entity === agent ? ` \`dixit report ${other.slug}\` writes a page about what they say.` : ''
  const message = `cite takes documents, statements and figures. “${typed}” is something else.${instead}`
  throw new Failure('BAD_ARGUMENT', message)
}
