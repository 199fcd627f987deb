import { Command } from '@commander-js/extra-typings'
import { comparedMentions } from '../analysis/framedFigures.ts'
import { compareFraming, fewestSpeakers } from '../analysis/framing.ts'
import type { Report, ReportedDocument } from '../export/report/report.ts'
import { beginningOf } from '../model/beginning.ts'
import { conjoined } from '../model/conjoined.ts'
import { inMarks } from '../model/inMarks.ts'
import { permalinkPath } from '../model/nodeNames.ts'
import { sayQuantity, withUnit } from '../model/numberWorded.ts'
import { sayCount } from '../model/things.ts'
import { timeInWords } from '../model/timeInWords.ts'
import type { Wording } from '../model/vocabulary.ts'
import { concludedMark, howTold, type Saying, whoSaid } from '../model/whoSaid.ts'
import { pageCap } from '../store/engine/cursor.ts'
import { accountsOf } from '../store/query/accountsOf.ts'
import { authorsOf, citedDocument } from '../store/query/cited.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { type NumberIn, numbersIn } from '../store/query/numbersIn.ts'
import { readRows } from '../store/query/readRows.ts'
import { termsAsWorded } from '../store/query/termsAsWorded.ts'
import { type VoiceOf, voicesOf } from '../store/query/voicesOf.ts'
import type { Reader } from '../store/reader.ts'
import { agent, document, type RowOf, statement } from '../store/schema/entities.ts'
import { namesOfKeys, readComparison, tableHeading } from './compare.ts'
import { findThing } from './listing/findNamed.ts'
import { statementRows } from './listing/statementRows.ts'
import { forceOption } from './output.ts'
import { permalinkBase, warnOfLocalLinks } from './permalinkBase.ts'
import { referenceTo } from './statementOptions.ts'
import { withReader } from './withReader.ts'

/** The most statements of a report: more than people read, and less than makes a page slow. */
const mostStatements = 1_000

/** How many speakers stand side by side on a page. */
const mostCompared = 5

/** How much of a text stands for its title. */
const longestTitle = 110

/** `dixit report DOCUMENT|SPEAKER…`: one self-contained page. */
export function reportCommand() {
  return new Command('report')
    .description('write a self-contained HTML page about documents and speakers, to read, print or send')
    .argument('<thing...>', 'documents, people or organizations, by slug, permalink, title or name')
    .requiredOption('--out <file>', 'where to write the HTML page')
    .addOption(forceOption())
    .option('--texts', 'include the full texts of documents whose dataset states no licence', false)
    .addHelpText(
      'after',
      `
For documents, the page covers all statements; for speakers, theirs; for both, those of the speakers in the documents. It has
the text marked by voice, numbers, comparisons, pictures, sources with their licences, and how to cite it. It loads nothing.`,
    )
    .action((things, { out, force, texts }) =>
      withReader(async read => {
        const { makeFile } = await import('../export/whole.ts')
        const { writeReport } = await import('../export/report/report.ts')
        const report = await reportOf(read, things, texts)
        const page = writeReport(report)
        await makeFile(out, force, file => file.write(page))
        console.error(`wrote ${out}: ${sayCount(report.statements.length, 'statement')}`)
        for (const { title, text } of report.documents.filter(({ isSubject }) => isSubject)) {
          if (text === null)
            console.error(`The text of ${inMarks(title)} is left out: no licence is stated. --texts includes it.`)
        }
        warnOfLocalLinks()
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
      ...(speakers.length === 0 ? [] : [{ or: speakers.map(slug => ({ speakers: { slug: { eq: slug } } })) }]),
    ],
  }
  const list = { entity: statement }
  const order = { by: documents.length > 0 ? 'DOCUMENT' : 'TIME' }
  const rows = await readRows(mostStatements, stretch => read.page(list, null, { ...stretch, filter, order }))
  const slugs = rows.map(({ slug }) => slug)
  const voices = new Map((await read.ask(database => voicesOf(database, slugs))).map(each => [each.statement, each]))
  const accounts = await read.ask(database => accountsOf(database, slugs))
  const listed = await statementRows(read, rows)
  const shown = listed.map((row, index) => ({
    ...row,
    ...attributed(row, voices.get(row.slug), accounts.get(row.slug) ?? []),
    anchor: `s${index + 1}`,
  }))
  const bySlug = new Map(shown.map(row => [row.slug, row]))
  const inDocuments = documents.length > 0 ? documents : [...new Set(listed.flatMap(row => row.document ?? []))]
  const numbers = await read.ask(database => numbersIn(database, slugs))
  const { comparison, pictures } = await compared(read, listed, filter)
  return {
    title: await titleOf(read, found),
    documents: await Promise.all(
      inDocuments.map(slug =>
        documentOf(read, slug, { rows, bySlug, numbers, isWhole: documents.length > 0, withTexts }),
      ),
    ),
    statements: shown,
    totalStatements: await read.count(list, null, filter),
    numbers: numbers.map(number => ({
      words: number.words,
      label: number.label,
      amount: amountOf(number),
      ...toldOf(bySlug.get(number.statement)?.saying, number.wording),
      anchor: bySlug.get(number.statement)?.anchor ?? '',
    })),
    comparison,
    pictures,
    bibtex: await bibtexOf(read, documents.length > 0 ? documents : inDocuments),
  }
}

type Shown = Awaited<ReturnType<typeof statementRows>>[number]

/** Whose voice it is, when it was said, and where it stands, in words. */
function attributed(
  { voice, speakers, title, said, saidBasis, timeBasis, wording }: Shown,
  of: VoiceOf | undefined,
  accounts: Saying['accounts'],
) {
  const {
    channel = null,
    source = null,
    time = null,
    publisher = null,
    attribution = null,
    cue = null,
    polarity = null,
    certainty = null,
    concessions = 0,
    speakerBasis = 'STATED',
    channelBasis = null,
  } = of ?? {}
  const place = title ?? publisher ?? 'The document'
  const held = { attribution, cue, polarity, certainty, concessions }
  const named = { voice, speakers, channel, source, speakerBasis, channelBasis, ...held }
  const saying: Saying = { ...named, document: place, accounts }
  const isOpen = time !== null && ['PUBLISHED', 'UNRESOLVED', 'UNKNOWN'].includes(saidBasis)
  return {
    saying,
    who: whoSaid(saying),
    told: howTold(saying, wording === 'SPEAKER' || wording === 'MIXED'),
    whose: `${whoSaid(saying)}${howTold(saying, true)}`,
    document: place,
    said: isOpen
      ? `${time}${concludedMark(timeBasis ?? 'STATED')} (left open by the text)`
      : said !== null && saidBasis === 'INFERRED'
        ? `${timeInWords(said)} (concluded)`
        : said && timeInWords(said),
  }
}

/** Who words a number; in the reporter's words, as reported. */
function toldOf(saying: Saying | undefined, wording: NumberIn['wording']) {
  if (saying === undefined) return { who: '', told: '' }
  return { who: whoSaid(saying), told: howTold(saying, wording !== 'REPORTER' && wording !== 'DOUBTFUL') }
}

function amountOf(number: NumberIn): string {
  const amount = sayQuantity(number)
  const isNumber = number.value !== null || number.lower !== null || number.upper !== null
  return number.unit === null || !isNumber ? amount : withUnit(amount, number.value, number.unit)
}

async function titleOf(read: Reader, found: readonly Awaited<ReturnType<typeof findThing>>[]): Promise<string> {
  const names = await Promise.all(
    found.map(async ({ entity, slug }) => {
      const cited = entity === document ? await read.ask(database => citedDocument(database, slug)) : undefined
      if (cited) {
        const title = cited.title ?? beginningOf(cited.beginning, longestTitle)
        return found.length > 1 ? inMarks(title) : title
      }
      return (await read.bySlug(agent, slug))?.name ?? slug
    }),
  )
  return conjoined(names)
}

interface Marking {
  readonly rows: readonly RowOf<typeof statement>[]
  readonly bySlug: ReadonlyMap<string, { readonly anchor: string; readonly whose: string }>
  readonly numbers: readonly NumberIn[]
  /** Whether the report is about the document, whose text then stands in it. */
  readonly isWhole: boolean
  readonly withTexts: boolean
}

async function documentOf(
  read: Reader,
  slug: string,
  { rows, bySlug, numbers, isWhole, withTexts }: Marking,
): Promise<ReportedDocument> {
  const cited = await read.ask(database => citedDocument(database, slug))
  const row = await read.bySlug(document, slug)
  const words = isWhole && row !== null && (withTexts || cited?.licence != null) ? await read.wordsOf(row.id) : null
  const ours = rows.filter(each => each.documentId === row?.id)
  const slugs = new Set(ours.map(each => each.slug))
  const quoted = (id: number, whose: Wording) =>
    (words?.ownWords(id) ?? []).flatMap(({ start, end, wording }) =>
      wording === whose ? (words?.spansOf(`${start}-${end}`) ?? []) : [],
    )
  return {
    isSubject: isWhole,
    title: cited?.title ?? beginningOf(cited?.beginning ?? slug, longestTitle),
    url: cited?.url ?? null,
    permalink: `${permalinkBase()}${permalinkPath('Document', slug)}`,
    authors: cited ? authorsOf(cited).map(({ name }) => name) : [],
    publisher: cited?.publisher ?? null,
    published: cited?.published ?? null,
    dataset: cited?.dataset ?? null,
    licence: cited?.licence ?? null,
    source: cited?.source ?? null,
    text: words?.text ?? null,
    marked: ours.map(each => ({
      anchor: bySlug.get(each.slug)?.anchor ?? '',
      who: bySlug.get(each.slug)?.whose ?? '',
      voice: each.voice,
      content: words?.statement(each.id)?.content ?? [],
      own: quoted(each.id, 'SPEAKER'),
      doubtful: quoted(each.id, 'DOUBTFUL'),
    })),
    numbers: numbers.flatMap(({ statement, selector }) =>
      slugs.has(statement) ? (words?.spansOf(selector) ?? []) : [],
    ),
  }
}

/** Speakers side by side, where there are several: those with the most statements that are not others’ accounts. */
async function compared(
  read: Reader,
  shown: readonly Shown[],
  filter: FilterInput,
): Promise<Pick<Report, 'comparison' | 'pictures'>> {
  const counts = Map.groupBy(
    shown.filter(({ reportedIn }) => reportedIn === null).flatMap(({ speakerSlugs }) => speakerSlugs),
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
  const { speakers: named, notes, parts } = await readComparison(read, framing, pageCap)
  const { mentions, total } = await comparedMentions(read, framing)
  const slugs = shown.map(({ slug }) => slug)
  const words = await read.ask(database => termsAsWorded(database, slugs))
  const { numberLineSvg } = await import('../export/numberLine.ts')
  return {
    comparison: {
      speakers: named.map(({ name }) => name),
      notes:
        speakers.length > mostCompared
          ? [`The ${mostCompared} speakers with the most statements, of ${speakers.length}.`, ...notes]
          : notes,
      tables: parts.map(({ part, lines, totalLines }) => ({
        heading: tableHeading(part, true),
        totalRows: totalLines,
        rows: lines.map(({ keys, counts: cells, concluded }) => ({
          counts: cells,
          concluded,
          keys: namesOfKeys(keys.map(key => asWorded(key, words))).reverse(),
        })),
      })),
    },
    pictures:
      mentions.length === 0
        ? []
        : [
            {
              svg: numberLineSvg(named, mentions, 'Numbers, as each speaker words them', total),
              caption: 'Each dot is a number as somebody worded it, with the words beside it.',
            },
          ],
  }
}

type Key = Parameters<typeof namesOfKeys>[0][number]

/** A term is counted in lower case, and shown as it is worded. */
function asWorded(key: Key, words: ReadonlyMap<string, string>): Key {
  return key.dimension === 'TERM' ? { ...key, label: words.get(key.label ?? '') ?? key.label } : key
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
