import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../model/failure.ts'
import type { RejectReason } from '../../model/records/refusal.ts'
import type { StatementRecord } from '../../model/records/statement.ts'
import { classifyQuotation, findQuotations, quotedSpans } from '../../reading/index.ts'
import { Antecedents } from './antecedents.ts'
import { type BratEvent, type BratFile, type BratSpan, readBrat } from './brat.ts'
import { type Chain, readChains } from './coreNlp.ts'
import { expectPath, namesIn, readText, Unreadable } from './files.ts'
import type { Format, OnBytes, RecordItem, Source } from './format.ts'
import { authorsIn, fieldLabels, slugOfId } from './names.ts'
import { NormalisedText } from './spans.ts'

const METADATA = 'metadata.tsv'
const CARRIAGE_RETURNS =
  'the text has CRLF line breaks, which the offsets do not count: git may have converted it (core.autocrlf)'

/** The publishers by their codes, from the corpus's README. */
const publishers: Readonly<Record<string, string>> = {
  breitbart: 'Breitbart',
  'huff-post': 'Huffington Post',
  nyt: 'New York Times',
  politico: 'Politico',
  'usa-today': 'USA Today',
  'wash-post': 'Washington Post',
  'west-journal': 'Western Journalism',
}

/**
 * PolNeAR (Newell et al. 2018): news articles with attributions in brat's stand-off format. Each annotator's reading is
 * kept beside the others'. A source is words, and no identity.
 */
export const polnear: Format = {
  name: 'polnear',
  summary: 'PolNeAR: attributions in political news (brat stand-off)',
  version: 3,
  dataset: { slug: 'polnear', name: 'PolNeAR', licence: null, version: 'v.1.0.0', url: null },
  sources: (paths, dataset) => paths.flatMap(path => compartmentsAt(expectPath(path, 'folder', 'PolNeAR'), dataset)),
}

/** A compartment (train, dev, test) is a source. The path is that of the corpus, or of one compartment. */
function compartmentsAt(path: string, dataset: string): Source[] {
  const isCompartment = ['text', 'attributions'].some(name => namesIn(join(path, name), '').length > 0)
  const root = isCompartment ? dirname(realpathSync(path)) : path
  const folders = root === path ? namesIn(path, '').map(name => join(path, name)) : [path]
  const sources = folders.flatMap((folder): Source[] => {
    const texts = namesIn(join(folder, 'text'), '.txt').map(name => join(folder, 'text', name))
    const readings = namesIn(join(folder, 'attributions'), '.ann').map(name => join(folder, 'attributions', name))
    if (texts.length === 0 && readings.length === 0) return []
    if (texts.length === 0) {
      throw new Failure('BAD_INPUT', `text/*.txt is missing in ${folder}, which has attributions/*.ann.`)
    }
    if (readings.length === 0) {
      throw new Failure('BAD_INPUT', `attributions/*.ann is missing in ${folder}, which has text/*.txt.`)
    }
    const coreNlp = namesIn(join(folder, 'corenlp'), '.xml').map(name => join(folder, 'corenlp', name))
    const files = [...namesIn(root, METADATA).map(name => join(root, name)), ...texts, ...readings, ...coreNlp]
    const source = { root, dataset, texts, readings, coreNlp }
    return [{ name: basename(folder), path: folder, files, read: onBytes => readCompartment(source, onBytes) }]
  })
  if (sources.length > 0 && namesIn(root, METADATA).length > 0) return sources
  if (sources.length > 0) {
    throw new Failure(
      'BAD_INPUT',
      `${METADATA} is missing in ${root}: it gives the publisher and date of each article.`,
    )
  }
  throw new Failure('BAD_INPUT', `${path} is not PolNeAR: no folder in it holds text/*.txt and attributions/*.ann.`)
}

interface Compartment {
  readonly root: string
  readonly dataset: string
  readonly texts: readonly string[]
  readonly readings: readonly string[]
  /** The corpus's own files of CoreNLP, of which the coreference is read; it need not have one for each text. */
  readonly coreNlp: readonly string[]
}

function* readCompartment(
  { root, dataset, texts, readings, coreNlp }: Compartment,
  onBytes: OnBytes,
): Generator<RecordItem[]> {
  const metadata = readMetadata(root, onBytes)
  const byArticle = Map.groupBy(readings, file => basename(file).replace(/_[^_]*\.ann$/, ''))
  const given = new Set<string>()
  const coreNlpOf = new Map(coreNlp.map(file => [basename(file, '.txt.xml'), file]))
  for (const file of texts) {
    const name = basename(file, '.txt')
    const files = byArticle.get(name) ?? []
    byArticle.delete(name)
    yield guarded(file, () => {
      const text = new NormalisedText(readText(root, file, onBytes))
      const document = slugOfId(dataset, name.replaceAll('_', '-'))
      const quoted = quotedSpans(findQuotations(text.text, 'en'))
      const article = articleItems(file, document, text, metadata.get(name), dataset, given)
      let antecedents = new Antecedents(text, [])
      const chains = coreNlpOf.get(name)
      const unread =
        chains === undefined
          ? []
          : guarded(chains, () => {
              antecedents = new Antecedents(text, chainsIn(readText(root, chains, onBytes)))
              return []
            })
      const coded = files.flatMap(reading =>
        guarded(reading, () =>
          readingItems(
            reading,
            readText(root, reading, onBytes),
            { document, text, quoted, antecedents },
            dataset,
            given,
          ),
        ),
      )
      return [...article, ...unread, ...coded]
    })
  }
  for (const [file] of byArticle.values()) {
    if (file !== undefined) yield [{ file, line: null, refused: 'UNKNOWN_REFERENCE', found: 'no such article' }]
  }
}

/** @throws Unreadable */
function chainsIn(xml: string): Chain[] {
  try {
    return readChains(xml)
  } catch (error) {
    throw new Unreadable('UNREADABLE_FILE', error instanceof Error ? error.message : String(error))
  }
}

function guarded(file: string, read: () => RecordItem[]): RecordItem[] {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return [{ file, line: null, refused: error.reason, found: error.message }]
  }
}

type Metadata = ReadonlyMap<string, Readonly<Record<string, string>>>

function readMetadata(root: string, onBytes: OnBytes): Metadata {
  try {
    const [header = [], ...rows] = readText(root, join(root, METADATA), onBytes)
      .split(/\r?\n/)
      .map(line => line.split('\t'))
    const entries = rows.map(row => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
    return new Map(entries.map(entry => [entry.filename ?? '', entry]))
  } catch (error) {
    if (error instanceof Unreadable) throw new Failure('BAD_INPUT', `${METADATA} in ${root}: ${error.message}.`)
    throw error
  }
}

function articleItems(
  file: string,
  document: string,
  text: NormalisedText,
  metadata: Readonly<Record<string, string>> | undefined,
  dataset: string,
  given: Set<string>,
): RecordItem[] {
  // The corpus was made in Python, which writes None where there is nothing.
  const known = Object.fromEntries(
    Object.entries(metadata ?? {}).filter(([, value]) => value !== 'None' && value !== ''),
  )
  const { publisher: code, publication_date: published, title, author, credit, wire } = known
  const publisher = code === undefined ? undefined : slugOfId(dataset, code)
  const items: RecordItem[] = []
  if (code !== undefined && publisher !== undefined && !given.has(publisher)) {
    given.add(publisher)
    const name = publishers[code] ?? code
    const record = {
      type: 'agent',
      slug: publisher,
      kind: 'ORGANIZATION',
      organizationKind: 'PUBLISHER',
      name,
    } as const
    items.push({ file, line: null, record })
  }
  items.push({
    file,
    line: null,
    record: {
      type: 'document',
      slug: document,
      text: text.text,
      language: 'en',
      ...(title === undefined ? {} : { title }),
      ...authorsIn(author, [publishers[code ?? ''] ?? '']),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
      labels: fieldLabels({ author, credit, wire }),
    },
  })
  return items
}

/** What the readings of an article have in common. */
interface Article {
  readonly document: string
  readonly text: NormalisedText
  readonly quoted: ReturnType<typeof quotedSpans>
  readonly antecedents: Antecedents
}

/** One annotator's reading of an article. */
function readingItems(
  file: string,
  annotations: string,
  { document, text, quoted, antecedents }: Article,
  dataset: string,
  given: Set<string>,
): RecordItem[] {
  const annotator = /_([^_]*)\.ann$/.exec(basename(file))?.[1] ?? ''
  const coder = slugOfId(`${dataset}-coder`, annotator)
  const items: RecordItem[] = []
  if (!given.has(coder)) {
    given.add(coder)
    items.push({ file, line: null, record: { type: 'coder', slug: coder, name: annotator } })
  }
  const brat = readBrat(annotations)
  for (const event of brat.events) {
    if (!event.type.startsWith('Attribution')) continue
    const place = { file, line: event.line }
    const read = statementOf(event, brat, text, quoted, antecedents)
    if (typeof read === 'string') {
      const why = read === 'NOT_VERBATIM' && text.hasCarriageReturns ? { why: CARRIAGE_RETURNS } : {}
      items.push({ ...place, refused: read, ...why, found: event.text })
    } else {
      const slug = `${document}/${annotator}-${event.id.toLowerCase()}`
      items.push({ ...place, record: { type: 'statement', slug, document, coder, ...read } })
    }
  }
  return items
}

type Reading = Pick<StatementRecord, 'content' | 'source' | 'cue' | 'mentions' | 'quotation'>

function statementOf(
  event: BratEvent,
  brat: BratFile,
  text: NormalisedText,
  quoted: ReturnType<typeof quotedSpans>,
  antecedents: Antecedents,
): Reading | RejectReason {
  const roles: Record<'Source' | 'Cue' | 'Content', BratSpan[]> = { Source: [], Cue: [], Content: [] }
  for (const { role, span: id } of event.roles) {
    const name = role.replace(/(?<!\d)\d+$/, '')
    if (name !== 'Source' && name !== 'Cue' && name !== 'Content') continue
    const marked = brat.spans.get(id)
    // brat copies the words of the pieces with a space between them.
    if (!marked || text.rawWords(marked.pieces, ' ') !== marked.words) return 'NOT_VERBATIM'
    roles[name].push(marked)
  }
  // A role that repeats is one passage of several pieces.
  const spanOf = (marked: readonly BratSpan[]) => text.span(marked.flatMap(({ pieces }) => pieces))
  const content = spanOf(roles.Content)
  if (content === null) return 'NO_CONTENT'
  const source = spanOf(roles.Source)
  const cue = spanOf(roles.Cue)
  return {
    content,
    ...(source ? { source } : {}),
    ...(cue ? { cue } : {}),
    mentions: roles.Source.flatMap(marked => {
      const span = spanOf([marked])
      if (!span) return []
      const [first] = marked.pieces
      const name = first === undefined ? null : antecedents.of(first)
      const antecedent = name === null ? null : text.span([name])
      return [{ role: 'SOURCE', words: span.exact, span, ...(antecedent ? { antecedent } : {}) } as const]
    }),
    quotation: classifyQuotation(text.text, text.utf16(content), quoted),
  }
}
