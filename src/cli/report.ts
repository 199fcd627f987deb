import { Command } from '@commander-js/extra-typings'
import { compareFraming, fewestSpeakers, readMentions } from '../analysis/framing.ts'
import type { Report, ReportedDocument } from '../export/report/report.ts'
import { sayAmount } from '../model/amounts.ts'
import { permalinkPath } from '../model/nodeNames.ts'
import { citedDocument } from '../store/query/cited.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { numbersIn } from '../store/query/numbersIn.ts'
import { readRows } from '../store/query/readRows.ts'
import type { Reader } from '../store/reader.ts'
import { agent, document, type RowOf, statement } from '../store/schema/entities.ts'
import { headings, nameOfKey, readComparison } from './compare.ts'
import { findThing } from './listing/findNamed.ts'
import { permalinkBase } from './listing/listing.ts'
import { statementRows } from './listing/statementRows.ts'
import { referenceTo } from './statementOptions.ts'
import { withReader } from './withReader.ts'

/** The most statements of a report: more than people read, and less than makes a page slow. */
const mostStatements = 1_000

/** How many speakers stand side by side on a page. */
const mostCompared = 5

/** How many lines a table of a report has at most. */
const mostLines = 15

/** `dixit report DOCUMENT|SPEAKER…`: one page that stands by itself. */
export function reportCommand() {
  return new Command('report')
    .description('write a page about documents and speakers that stands by itself: to read, to print, to send')
    .argument('<thing...>', 'documents, people or organizations, by slug, permalink, title or name')
    .requiredOption('--out <file>', 'the page, HTML: made whole, or not at all')
    .option('--force', 'replace what stands there', false)
    .option('--texts', 'take along whole texts of documents whose dataset states no licence', false)
    .addHelpText(
      'after',
      `
Of documents, all statements; of speakers, theirs; of both, those of these speakers in these documents. The page holds the text marked by
whose voice it is, numbers, comparisons, pictures, sources with their licences, and how it is cited; it loads nothing.`,
    )
    .action((things, { out, force, texts }) =>
      withReader(async read => {
        const { makeFile } = await import('../export/whole.ts')
        const { writeReport } = await import('../export/report/report.ts')
        const report = await reportOf(read, things, texts)
        const page = writeReport(report)
        await makeFile(out, force, file => file.write(page))
        console.error(`wrote ${out}: ${report.statements.length} statements`)
      }),
    )
}

async function reportOf(read: Reader, things: readonly string[], withTexts: boolean): Promise<Report> {
  const found = await Promise.all(things.map(typed => findThing(read, [document, agent], typed, 'report')))
  const slugsOf = (entity: typeof document | typeof agent) =>
    found.flatMap(each => (each.entity === entity ? [each.slug] : []))
  const [documents, speakers] = [slugsOf(document), slugsOf(agent)]
  const filter: FilterInput = {
    and: [
      ...(documents.length === 0 ? [] : [{ or: documents.map(slug => ({ document: referenceTo(slug) })) }]),
      ...(speakers.length === 0
        ? []
        : [{ or: speakers.map(slug => ({ speakers: { some: { slug: { eq: slug } } } })) }]),
    ],
  }
  const list = { entity: statement }
  const order = { by: documents.length > 0 ? 'DOCUMENT' : 'TIME' }
  const rows = await readRows(mostStatements, stretch => read.page(list, null, { ...stretch, filter, order }))
  const shown = await statementRows(read, rows)
  const anchors = new Map(shown.map(({ slug }, index) => [slug, `s${index + 1}`]))
  const names = new Map(shown.map(row => [row.slug, whoOf(row)]))
  const inDocuments = documents.length > 0 ? documents : [...new Set(shown.flatMap(row => row.document ?? []))]
  const numbers = await read.ask(database =>
    numbersIn(
      database,
      rows.map(({ slug }) => slug),
    ),
  )
  const { comparison, pictures } = await compared(read, shown, filter)
  return {
    title: await titleOf(read, found),
    documents: await Promise.all(
      inDocuments.map(slug =>
        documentOf(read, slug, { rows, anchors, names, isWhole: documents.length > 0, withTexts }),
      ),
    ),
    statements: shown.map(row => ({
      ...row,
      anchor: anchors.get(row.slug) ?? '',
      who: whoOf(row),
      document: row.title ?? row.document ?? '',
    })),
    totalStatements: await read.count(list, null, filter),
    numbers: numbers.map(number => ({
      words: number.exact,
      label: number.label,
      amount: `${sayAmount(number)}${number.unit === null ? '' : ` ${number.unit}`}`,
      who: names.get(number.statement) ?? '',
      anchor: anchors.get(number.statement) ?? '',
    })),
    comparison,
    pictures,
    bibtex: await bibtexOf(read, documents.length > 0 ? documents : inDocuments),
  }
}

type Shown = Awaited<ReturnType<typeof statementRows>>[number]

function whoOf({ speakers, voice, title, document: slug }: Shown): string {
  if (speakers.length > 0) return new Intl.ListFormat('en', { type: 'conjunction' }).format(speakers)
  return voice === 'DOCUMENT' ? (title ?? slug ?? 'The document') : 'Somebody not named'
}

async function titleOf(read: Reader, found: readonly Awaited<ReturnType<typeof findThing>>[]): Promise<string> {
  const names = await Promise.all(
    found.map(async ({ entity, slug }) => {
      const cited = entity === document ? await read.ask(database => citedDocument(database, slug)) : undefined
      if (cited) return cited.title ?? beginningOf(cited.beginning)
      return (await read.bySlug(agent, slug))?.name ?? slug
    }),
  )
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
}

function beginningOf(text: string): string {
  const [line = ''] = text.split('\n')
  const points = [...line]
  return points.length <= 110 ? line : `${points.slice(0, 109).join('').trimEnd()}…`
}

interface Marking {
  readonly rows: readonly RowOf<typeof statement>[]
  readonly anchors: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  /** Whether the report is about the document, whose text then stands in it. */
  readonly isWhole: boolean
  readonly withTexts: boolean
}

async function documentOf(
  read: Reader,
  slug: string,
  { rows, anchors, names, isWhole, withTexts }: Marking,
): Promise<ReportedDocument> {
  const cited = await read.ask(database => citedDocument(database, slug))
  const row = await read.bySlug(document, slug)
  const words = isWhole && row !== null && (withTexts || cited?.licence != null) ? await read.wordsOf(row.id) : null
  const ours = rows.filter(each => each.documentId === row?.id)
  const found =
    words === null
      ? []
      : await read.ask(database =>
          numbersIn(
            database,
            ours.map(each => each.slug),
          ),
        )
  return {
    isSubject: isWhole,
    title: cited?.title ?? beginningOf(cited?.beginning ?? slug),
    url: cited?.url ?? null,
    permalink: `${permalinkBase()}${permalinkPath('Document', slug)}`,
    publisher: cited?.publisher ?? null,
    published: cited?.published ?? null,
    dataset: cited?.dataset ?? null,
    licence: cited?.licence ?? null,
    source: cited?.source ?? null,
    text: words?.text ?? null,
    marked: ours.map(each => ({
      anchor: anchors.get(each.slug) ?? '',
      who: names.get(each.slug) ?? '',
      voice: each.voice,
      content: words?.statement(each.id)?.content ?? [],
      own: (words?.ownWords(each.id) ?? []).flatMap(({ start, end, wording }) =>
        wording === 'SPEAKER' ? (words?.spansOf(`${start}-${end}`) ?? []) : [],
      ),
    })),
    numbers: found.flatMap(({ selector }) => words?.spansOf(selector) ?? []),
  }
}

/** Speakers side by side, where there are several: those with the most statements. */
async function compared(
  read: Reader,
  shown: readonly Shown[],
  filter: FilterInput,
): Promise<Pick<Report, 'comparison' | 'pictures'>> {
  const counts = Map.groupBy(
    shown.flatMap(({ speakerSlugs }) => speakerSlugs),
    slug => slug,
  )
  const speakers = [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([slug]) => slug)
  if (speakers.length < fewestSpeakers) return { comparison: null, pictures: [] }
  const about = {
    figure: null,
    claim: null,
    referent: null,
    document: null,
    dataset: null,
    time: null,
    query: null,
    filter,
  }
  const framing = await compareFraming(read, speakers.slice(0, mostCompared).map(referenceTo), about, {
    wording: null,
    counting: { nested: false, repeats: false, coders: [] },
  })
  const { speakers: named, notes, parts } = await readComparison(read, framing, mostLines)
  const { mentions, total } = await readMentions(read, framing)
  const { numberLineSvg } = await import('../export/numberLine.ts')
  return {
    comparison: {
      speakers: named.map(({ name }) => name),
      notes,
      tables: parts.map(({ part, lines }) => ({
        heading: headings[part],
        rows: lines.map(({ keys, counts: cells }) => ({ counts: cells, keys: keys.map(nameOfKey).reverse() })),
      })),
    },
    pictures:
      mentions.length === 0
        ? []
        : [
            {
              svg: numberLineSvg(named, mentions, 'Numbers, as each speaker words them', total),
              caption: 'Each dot is a number as somebody worded it; the words stand beside it.',
            },
          ],
  }
}

async function bibtexOf(read: Reader, documents: readonly string[]): Promise<string> {
  const { cslItem } = await import('../export/citation/cslItem.ts')
  const { writeCitations } = await import('../export/citation/writeCitations.ts')
  const items = await read.ask(database =>
    documents.flatMap(slug => {
      const url = `${permalinkBase()}${permalinkPath('Document', slug)}`
      return cslItem(database, { typename: 'Document', slug }, url) ?? []
    }),
  )
  return writeCitations(items, 'bib')
}
