import type { Article } from '../ingest/article.ts'
import { headingOf } from '../ingest/derived.ts'
import { quoteFor } from '../ingest/quoteFor.ts'
import { liesWithin, type Span } from '../model/span.ts'
import { sha256 } from '../model/text.ts'
import { classifyQuotation, isEnglish, readTimes, type TimeMention } from '../reading/index.ts'
import { agentProposals, candidatesFor, isPronoun } from './agents.ts'
import { confidenceAt } from './confidence.ts'
import { type ProposedStatement, statementsFrom } from './conventions.ts'
import { DRAFT_VERSION, type Draft, type Proposal, type ProposalOf } from './draftFile.ts'
import { foreignProposals } from './foreign/foreignProposals.ts'
import type { KnownAgents } from './knownAgents.ts'
import type { TrainedModel } from './modelFile.ts'
import { predict } from './predict.ts'
import { refine } from './refine.ts'
import { attributionsByRule, ruleConfidence, rulesMeasured, rulesName } from './rules.ts'
import { type TaggedText, type TaggedToken, tagText } from './tokens.ts'

export interface DraftOptions {
  readonly known: KnownAgents
  /** When the article was published, in EDTF; null where that is not known. */
  readonly published: string | null
  /** The names of its authors, as the dossier has them: who wrote it is no agent of it. */
  readonly authors: readonly string[]
  /** What was learned from coded articles; null for the rules alone. */
  readonly model: TrainedModel | null
  /** Statements that a language model proposed, in place of those of rules or model; null where none was asked. */
  readonly llm?: LlmDraft | null
}

export interface LlmDraft {
  readonly model: string
  readonly statements: readonly ProposalOf<'statement'>[]
}

/** What a machine proposes for an article, in reading order. Nothing of it is in the graph until a person accepts it. */
export function draftArticle(article: Article, { known, published, authors, model, llm = null }: DraftOptions): Draft {
  const text = tagText(article.text)
  const times = readTimes(article.text, article.language, published)
  // Verbs, sentences and names are told apart in English alone.
  const isTagged = isEnglish(article.language)
  const read = isTagged
    ? [...statementsIn(article, text, known, model), ...agentProposals(article, text, known)]
    : foreignProposals(article, known)
  const isAuthor = (name: string) => authors.some(author => author.toLowerCase() === name.toLowerCase())
  const named = read.filter(
    each => !(each.kind === 'agent' && isAuthor(each.name)) && !(each.kind === 'membership' && isAuthor(each.member)),
  )
  const proposals: Proposal[] = [
    ...(llm === null ? named : [...llm.statements, ...named.filter(({ kind }) => kind !== 'statement')]),
    ...figureProposals(article, times),
    ...timeProposals(article, times),
  ]
  return {
    draft: DRAFT_VERSION,
    article: sha256(article.text),
    ...madeBy(isTagged, model, llm),
    proposals: numbered(proposals),
  }
}

function statementsIn(article: Article, text: TaggedText, known: KnownAgents, model: TrainedModel | null) {
  const found = model === null ? attributionsByRule(text) : refine(text, predict(model, text))
  // What the headline says, the text says again.
  const headline = headingOf(article.text)?.length ?? 0
  return statementsFrom(text, found)
    .map(each => statementProposal(article, text, each, known, model))
    .filter(({ start }) => start >= headline)
}

function madeBy(
  isTagged: boolean,
  model: TrainedModel | null,
  llm: LlmDraft | null,
): Pick<Draft, 'madeBy' | 'measured'> {
  if (llm !== null) return { madeBy: `language model ${llm.model}`, measured: {} }
  // What is measured is measured on English.
  if (!isTagged) return { madeBy: rulesName, measured: {} }
  if (model === null) return { madeBy: rulesName, measured: { statement: rulesMeasured } }
  return { madeBy: `model ${model.header.digest.slice(0, 12)}`, measured: { statement: shares(model) } }
}

function shares({ header }: TrainedModel) {
  return Object.fromEntries(header.confidence.map(({ name, right }) => [name, right]))
}

/** In reading order, the larger before what stands in it, each with its key. */
function numbered(proposals: readonly Proposal[]): Proposal[] {
  const counts = new Map<string, number>()
  return proposals
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1))
    .map(proposal => {
      const count = (counts.get(proposal.kind) ?? 0) + 1
      counts.set(proposal.kind, count)
      return { ...proposal, key: `${proposal.kind}-${count}` }
    })
}

function statementProposal(
  article: Article,
  text: TaggedText,
  proposed: ProposedStatement,
  known: KnownAgents,
  model: TrainedModel | null,
): ProposalOf<'statement'> {
  const fragments = spansOf(text, proposed.content)
  const source = hullOf(text, proposed.source)
  const cue = hullOf(text, proposed.cue)
  const words = source === null ? null : article.slice(source)
  const speaker = words === null || isPronoun(words) ? null : known.ofSource(words)
  const candidates = source !== null && words !== null && isPronoun(words) ? candidatesFor(article, source, known) : []
  const [first, ...others] = fragments.map(span => quoteFor(article, span))
  return {
    key: '',
    kind: 'statement',
    start: fragments[0]?.start ?? 0,
    end: fragments.at(-1)?.end ?? 0,
    confidence: confidenceOf(text, proposed, model),
    why: proposed.why,
    content: others.length === 0 ? (first ?? '') : [first ?? '', ...others],
    ...(source && { source: quoteFor(article, source) }),
    ...(cue && { cue: quoteFor(article, cue) }),
    quotation: classifyQuotation(article.text, fragments, article.quoted),
    ...(proposed.voice && { voice: proposed.voice }),
    ...(speaker && { speaker }),
    ...(candidates.length > 0 && { candidates }),
  }
}

function confidenceOf(
  text: TaggedText,
  proposed: ProposedStatement,
  model: TrainedModel | null,
): Proposal['confidence'] {
  if (model === null || proposed.margin === null) return ruleConfidence(text, proposed)
  return confidenceAt(model.header.confidence, proposed.margin)
}

/** The spans of runs of tokens, each without the quotation marks at its ends. */
function spansOf({ tokens }: TaggedText, content: readonly number[]): Span[] {
  const runs: TaggedToken[][] = []
  for (const index of content) {
    const token = tokens[index]
    const open = runs.at(-1)
    if (token === undefined) continue
    if (open?.at(-1)?.index === index - 1) open.push(token)
    else runs.push([token])
  }
  return runs.flatMap(run => {
    const [first, ...others] = withoutMarks(run)
    return first === undefined ? [] : [{ start: first.start, end: (others.at(-1) ?? first).end }]
  })
}

function withoutMarks(run: readonly TaggedToken[]): readonly TaggedToken[] {
  const from = run.findIndex(({ quote }) => quote !== 'OPENS' && quote !== 'CLOSES')
  if (from < 0) return []
  const inner = run.slice(from)
  // A mark whose other one stands inside belongs to what is said.
  if (inner.at(-1)?.quote !== 'CLOSES' || inner.some(({ quote }) => quote === 'OPENS')) return inner
  const said = inner.slice(0, -1)
  // “…,” she said: the comma is the reporter's, and so is what leads over to the cue.
  return said.at(-1)?.lower === ',' ? said.slice(0, -1) : said
}

function hullOf({ tokens }: TaggedText, indices: readonly number[]): Span | null {
  const first = tokens[indices[0] ?? -1]
  const last = tokens[indices.at(-1) ?? -1]
  return first && last ? { start: first.start, end: last.end } : null
}

/** The quantities of an article; a number inside of a time is part of that. */
function figureProposals(article: Article, times: readonly TimeMention[]): ProposalOf<'figure'>[] {
  return article.numbers.flatMap(({ start, end, quantity, isQuantity, counted }) => {
    if (!isQuantity || quantity === null || liesWithin({ start, end }, times)) return []
    const { value, lower, upper, approximation, unit } = quantity
    return [
      {
        key: '',
        kind: 'figure',
        start,
        end,
        confidence: 'HIGH',
        why: 'a quantity that the reader reads whole',
        words: quoteFor(article, { start, end }),
        ...(value === null ? { ...(lower !== null && { lower }), ...(upper !== null && { upper }) } : { value }),
        approximation,
        ...(unit !== null && { unit: unit.name }),
        ...(counted && { counted: article.slice(counted) }),
      },
    ]
  })
}

/** Times that have no date by nature: a person says what they stand for, or leaves them out. */
const vague = /\b(?:currently|recent(?:ly)?|lately|formerly|previously|nowadays|at present)\b/gi

/** “From May 2023 through July”: the words around a time that make it the beginning of a period. */
const periodAround = {
  before: /\b(?:from|between)\s+$/i,
  after: /^\s+(?:through|to|until|and)\s+(?:\d{1,4}\b|\p{Lu}\p{L}+(?:\s+\d{4})?)/u,
}

function timeProposals(article: Article, times: readonly TimeMention[]): ProposalOf<'time'>[] {
  const { text } = article
  const days = times.filter(({ isClock }) => !isClock)
  const read = days.map(({ start, end, edtf, ground }): ProposalOf<'time'> => {
    const before = periodAround.before.exec(text.slice(Math.max(0, start - 10), start))
    const after = periodAround.after.exec(text.slice(end, end + 40))
    const isPeriod = before !== null && after !== null
    const span = isPeriod ? { start: start - before[0].length, end: end + after[0].length } : { start, end }
    return {
      key: '',
      kind: 'time',
      ...span,
      confidence: ground === 'UNRESOLVED' || isPeriod ? 'FAIR' : 'HIGH',
      why: isPeriod ? 'a period: its ends are for a person to read' : whyTime(ground),
      words: quoteFor(article, span),
      ...(edtf !== null && !isPeriod && { edtf }),
    }
  })
  const isCovered = (start: number) => read.some(time => time.start <= start && start < time.end)
  const others = Array.from(text.matchAll(vague), ({ index, 0: words }): ProposalOf<'time'> => {
    const span = { start: index, end: index + words.length }
    const why = 'a time without a date'
    return { key: '', kind: 'time', ...span, confidence: 'LOW', why, words: quoteFor(article, span) }
  })
  return [...read, ...others].filter(
    ({ start, end }, index, all) =>
      !(index >= read.length && isCovered(start)) &&
      !all.some((other, at) => at < read.length && at !== index && other.start <= start && end <= other.end),
  )
}

function whyTime(ground: string): string {
  if (ground === 'STATED') return 'the words fix the date'
  return ground === 'RELATIVE' ? 'the words fix the date together with that of publication' : 'no words fix the date'
}
