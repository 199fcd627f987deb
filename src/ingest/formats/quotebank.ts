import { basename } from 'node:path'
import { z } from 'zod'
import type { InterchangeRecord } from '../../model/interchange.ts'
import type { StatementRecord } from '../../model/records/statement.ts'
import { codePointLength, normaliseText } from '../../model/text.ts'
import { classifyQuotation, findQuotations, quotedSpans } from '../../reading/index.ts'
import { filesAt } from './files.ts'
import type { Format, RecordItem } from './format.ts'
import { readJsonLines } from './jsonLines.ts'
import { fieldLabels, slugOfId } from './names.ts'
import { NormalisedText } from './spans.ts'

/**
 * Quotebank (Vaucher et al. 2021), quotation-centric or article-centric. The speaker is the machine's best guess among
 * several, so that its probability is kept as a label; a name with one Wikidata item leads to that item, and a name with
 * several to nobody.
 */
export const quotebank: Format = {
  name: 'quotebank',
  summary: 'Quotebank: attributed quotations, by quotation or by article (JSON lines, gzip or not)',
  version: 1,
  dataset: {
    slug: 'quotebank',
    name: 'Quotebank',
    licence: null,
    version: null,
    url: 'https://doi.org/10.5281/zenodo.4277311',
  },
  sources: (paths, dataset) =>
    filesAt(
      paths,
      ['.json', '.jsonl'].flatMap(ending => [ending, `${ending}.gz`, `${ending}.bz2`]),
      'a Quotebank file',
    ).map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read: onBytes => {
        const given = new Set<string>()
        return readJsonLines(file, onBytes, (value, line) => itemsOf(value, { file, line }, dataset, given))
      },
    })),
}

const text = z.string().nullish()
const qids = z.array(z.string()).nullish()
/** Published as a pair, and by the authors' own code as an object. */
const candidate = z.union([
  z
    .tuple([z.string(), z.union([z.number(), z.string()])])
    .transform(([speaker, proba]) => ({ speaker, proba, qids: null })),
  z.object({ speaker: z.string(), proba: z.union([z.number(), z.string()]), qids }),
])
const quotation = z.object({
  quoteID: z.string(),
  quotation: z.string().min(1),
  speaker: text,
  qids,
  date: text,
  numOccurrences: z.number().nullish(),
  probas: z.array(candidate).nullish(),
  urls: z.array(z.string()).nullish(),
  phase: text,
})
const article = z.object({
  articleID: z.string(),
  content: z.string().min(1),
  title: text,
  url: text,
  date: text,
  phase: text,
  names: z.array(z.object({ name: z.string(), ids: qids })).nullish(),
  quotations: z.array(
    z.object({
      quoteID: z.string(),
      quotation: z.string().min(1),
      quotationOffset: z.number(),
      localTopSpeaker: text,
      localProbas: z.array(candidate).nullish(),
    }),
  ),
})

interface Place {
  readonly file: string
  readonly line: number
}

function itemsOf(value: object, place: Place, dataset: string, given: Set<string>): RecordItem[] {
  if ('articleID' in value) {
    const { data } = article.safeParse(value)
    return data ? articleItems(data, place, dataset, given) : [{ ...place, refused: 'BAD_RECORD', found: value }]
  }
  const { data } = quotation.safeParse(value)
  if (!data) return [{ ...place, refused: 'BAD_RECORD', found: value }]
  return quotationRecords(data, dataset, given).map(record => ({ ...place, record }))
}

/** A quotation without its article is a document of its own: it is all of the text that there is. */
function quotationRecords(data: z.infer<typeof quotation>, dataset: string, given: Set<string>): InterchangeRecord[] {
  const { quoteID, date, numOccurrences, probas, urls, phase } = data
  const words = normaliseText(data.quotation)
  const document = slugOfId(dataset, quoteID)
  const [url, ...others] = urls ?? []
  const speaker = speakerOf(data.speaker, data.qids, dataset, given)
  return [
    ...speaker.agents,
    {
      type: 'document',
      slug: document,
      text: words,
      language: 'en',
      ...published(date),
      ...(url !== undefined && others.length === 0 ? { url } : {}),
      labels: others.length === 0 ? [] : (urls ?? []).map(value => ({ name: 'url', value })),
    },
    {
      type: 'statement',
      slug: `${document}/quotation`,
      document,
      content: { at: [[0, codePointLength(words)]], exact: words },
      mentions: speaker.mentions,
      quotation: 'DIRECT',
      labels: [
        ...fieldLabels({ probability: probas?.[0]?.proba, occurrences: numOccurrences, phase }),
        ...speaker.labels,
      ],
    },
  ]
}

function articleItems(data: z.infer<typeof article>, place: Place, dataset: string, given: Set<string>): RecordItem[] {
  const { articleID, title, url, date, phase } = data
  const text = new NormalisedText(data.content)
  const document = slugOfId(dataset, articleID)
  const quotes = quotedSpans(findQuotations(text.text, 'en'))
  const tokens = [...data.content.matchAll(/\S+/g)].map(({ index }) => index)
  const ids = new Map((data.names ?? []).map(({ name, ids }) => [name, ids]))
  const items: RecordItem[] = [
    {
      ...place,
      record: {
        type: 'document',
        slug: document,
        text: text.text,
        language: 'en',
        ...(title ? { title } : {}),
        ...(url ? { url } : {}),
        ...published(date),
        labels: fieldLabels({ phase }),
      },
    },
  ]
  for (const [index, quoted] of data.quotations.entries()) {
    const at = placeOf(quoted.quotation, data.content, tokens[quoted.quotationOffset])
    const piece = at === null ? null : text.fromUtf16([at, at + quoted.quotation.length])
    const content = piece && text.span([piece])
    if (!content) {
      items.push({ ...place, refused: 'NOT_VERBATIM', found: quoted })
      continue
    }
    const top = quoted.localProbas?.[0]
    const name = quoted.localTopSpeaker
    const speaker = speakerOf(name, top?.qids ?? (name ? ids.get(name) : null), dataset, given)
    const statement: StatementRecord = {
      type: 'statement',
      slug: `${document}/quotation-${index + 1}`,
      document,
      content,
      mentions: speaker.mentions,
      quotation: classifyQuotation(text.text, text.utf16(content), quotes),
      labels: [...fieldLabels({ quoteID: quoted.quoteID, probability: top?.proba }), ...speaker.labels],
    }
    items.push(...speaker.agents.map(record => ({ ...place, record })), { ...place, record: statement })
  }
  return items
}

/** Where a quotation stands: at its token, or else at the one place that has its words. */
function placeOf(words: string, content: string, token: number | undefined): number | null {
  if (token !== undefined && content.startsWith(words, token)) return token
  const first = content.indexOf(words)
  return first !== -1 && first === content.lastIndexOf(words) ? first : null
}

function speakerOf(
  name: string | null | undefined,
  qids: readonly string[] | null | undefined,
  dataset: string,
  given: Set<string>,
) {
  if (!name || name === 'None') return { agents: [], mentions: [], labels: [] }
  const [qid, ...others] = [...new Set(qids ?? [])]
  if (qid === undefined || others.length > 0) {
    const labels = (qids ?? []).map(value => ({ name: 'qid', value }))
    return { agents: [], mentions: [{ role: 'SOURCE' as const, words: name }], labels }
  }
  const slug = slugOfId(dataset, qid.toLowerCase())
  const agents: InterchangeRecord[] = []
  if (!given.has(slug)) {
    given.add(slug)
    agents.push({ type: 'agent', slug, kind: 'PERSON', name, identifiers: [{ scheme: 'wikidata', value: qid }] })
  }
  return { agents, mentions: [{ role: 'SOURCE' as const, words: name, agent: slug }], labels: [] }
}

/** The day of a timestamp; a time of the day is that of the crawl. */
function published(date: string | null | undefined) {
  return date ? { published: date.slice(0, 10) } : {}
}
