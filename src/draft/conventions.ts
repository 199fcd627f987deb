/** From attributions as a corpus marks them to statements as a dossier has them. */

import type { FoundAttribution } from './attribution.ts'
import { isTreated } from './bareObject.ts'
import { datelineTokens } from './dateline.ts'
import { englishReportingVerbs } from './reportingVerbs.ts'
import { isWord, type TaggedText, type TaggedToken } from './tokens.ts'

/** A statement as it is proposed: tokens, and why it was taken for one. */
export interface ProposedStatement extends FoundAttribution {
  /** DOCUMENT where no reporting verb stands in the sentence; null where somebody is the source, or is missed. */
  readonly voice: 'DOCUMENT' | null
  readonly why: string
}

/** Fewer words inside quotation marks are no statement of their own; fewer words of a sentence are none in the article's voice. */
export const leastQuoted = 4
const leastOwn = 7

/** Verbs that, before “that”, report what somebody says, thinks or knows. */
const knowing: ReadonlySet<string> = new Set([...englishReportingVerbs, 'know', 'recognize', 'realize'])

/**
 * A statement is one sentence of what is said, its content begins behind “that”, and its cue is the verb. Quotations that no
 * cue leads to are proposed without a source; sentences that nothing touches and that have no reporting verb, in the
 * article's own voice; and what a quotation reports of somebody else with “that”, beside the quotation.
 */
export function statementsFrom(text: TaggedText, found: readonly FoundAttribution[]): ProposedStatement[] {
  const outside = datelineTokens(text)
  const said = found
    .filter(each => !isNotSaid(text, each) && !isTreated(text, each))
    .flatMap(each => bySentence(text, each, outside))
  const quoted = quotationsWithoutCue(text, said)
  const own = ownVoice(text, [...found, ...said, ...quoted], outside)
  return [...said, ...quoted, ...own, ...reportedInQuotations(text)].toSorted((a, b) => first(a) - first(b))
}

function first({ content }: FoundAttribution): number {
  return content[0] ?? 0
}

/** Verbs of saying: what somebody did not say is not said, as what somebody did not think is thought. */
const telling: ReadonlySet<string> = new Set(
  'say tell mention reveal disclose specify explain indicate announce state confirm clarify elaborate'.split(' '),
)

/** In “She did not say whether it would rain” and “She would not immediately say that it would” nothing is said. */
function isNotSaid({ tokens }: TaggedText, { cue, content }: FoundAttribution): boolean {
  const [first = -1] = cue
  const { lemma = '', sentence } = tokens[first] ?? {}
  const [to = -1, what = -1] = content
  if (/^(?:decline|refuse)$/.test(lemma) && tokens[to]?.lower === 'to' && commenting.test(tokens[what]?.lemma ?? ''))
    return true
  let before = first - 1
  while (
    tokens[before]?.sentence === sentence &&
    tokens[before]?.tag === 'ADV' &&
    !denying.test(tokens[before]?.lower ?? '')
  )
    before -= 1
  const isRefused = tokens[before]?.lower === 'to' && refusing.test(tokens[before - 1]?.lower ?? '')
  const isDenied = isRefused || denying.test(tokens[before]?.lower ?? '')
  if (!isDenied || tokens[before]?.sentence !== sentence) return false
  const open = /^(?:whether|if|what|who|when|where|why|how)$/
  const [start = 0] = content
  const isQuestion = open.test(tokens[start]?.lower ?? '') || open.test(tokens[start - 1]?.lower ?? '')
  // “It is over, she did not say.” has no such order: what stands before the cue is said.
  return isQuestion || (telling.has(lemma) && start > first)
}

/** “She declined to comment on it.” */
const commenting = /^(?:comment|say|answer|elaborate|respond|discuss|speak)$/
const denying = /^(?:not|n['’]t|never|cannot)$/
const refusing = /^(?:declin|refus|yet$|unable$|unwilling$|fail|without$)/

function bySentence(text: TaggedText, found: FoundAttribution, outside: ReadonlySet<number>): ProposedStatement[] {
  const content = [...found.content].filter(index => !outside.has(index)).sort((a, b) => a - b)
  while (/^(that|,|:|whether)$/.test(text.tokens[content[0] ?? -1]?.lower ?? '')) content.shift()
  while (isOuterMark(text.tokens[content.at(-1) ?? -1])) content.pop()
  const verbs = found.cue.filter(index => {
    const token = text.tokens[index]
    return token !== undefined && (/VERB|AUX/.test(token.tag) || /^(according|to)$/.test(token.lower))
  })
  const cue = verbs.length > 0 ? verbs : found.cue
  const word = cue.map(index => text.tokens[index]?.word).join(' ')
  const isInverted = (cue[0] ?? 0) > (content[0] ?? 0)
  const why = `cue “${word}”${isInverted ? ', behind what is said' : ''}`
  const sentences = Map.groupBy(content, index => text.tokens[index]?.sentence).values()
  return [...sentences]
    .filter(sentence => words(text, sentence).length > 1)
    .map(sentence => ({ ...found, cue, content: sentence, voice: null, why }))
}

function quotationsWithoutCue(
  { paragraphs, ...text }: TaggedText,
  said: readonly FoundAttribution[],
): ProposedStatement[] {
  const covered = new Set(said.flatMap(({ content }) => content))
  return paragraphs.flatMap(paragraph =>
    runsOf(paragraph, ({ quote }) => quote === 'INSIDE')
      .map(run => run.map(({ index }) => index))
      .filter(
        run => words({ ...text, paragraphs }, run).length >= leastQuoted && !run.some(index => covered.has(index)),
      )
      .map(content => ({
        source: [],
        cue: [],
        content,
        margin: null,
        voice: null,
        why: 'a quotation that no cue leads to: who says it stands elsewhere',
      })),
  )
}

/** In “The board knows that the pier is unsafe,” she said: what is reported of the board, inside of what she says. */
function reportedInQuotations({ tokens }: TaggedText): ProposedStatement[] {
  return tokens.flatMap(token => {
    const that = tokens[token.index + 1]
    const isCue = token.quote === 'INSIDE' && token.tag === 'VERB' && knowing.has(token.lemma)
    if (!isCue || that?.quote !== 'INSIDE' || that.lower !== 'that') return []
    const isIn = (other: TaggedToken | undefined) => other?.quote === 'INSIDE' && other.sentence === token.sentence
    const source: number[] = []
    for (let at = token.index - 1; isIn(tokens[at]) && /NOUN|PROPN|DET|ADJ/.test(tokens[at]?.tag ?? ''); at -= 1) {
      source.unshift(at)
    }
    const content: number[] = []
    for (let at = that.index + 1; isIn(tokens[at]); at += 1) content.push(at)
    if (source.length === 0 || content.length === 0) return []
    const why = `cue “${token.word}” inside of a quotation: reported inside of what is said there (d)`
    return [
      { source, cue: [token.index], content: withoutFinalMark({ tokens }, content), margin: null, voice: null, why },
    ]
  })
}

function ownVoice(
  text: TaggedText,
  said: readonly FoundAttribution[],
  outside: ReadonlySet<number>,
): ProposedStatement[] {
  const covered = new Set(said.flatMap(({ content, cue, source }) => [...content, ...cue, ...source]))
  return (
    [...Map.groupBy(text.tokens, ({ sentence }) => sentence).values()]
      // An address at the end of an article says nothing.
      .filter(sentence => !sentence.some(({ lower }) => lower === 'https' || lower === 'http'))
      .filter(sentence => !sentence.some(isReporting))
      .map(sentence => sentence.map(({ index }) => index).filter(index => !outside.has(index)))
      .filter(sentence => words(text, sentence).length >= leastOwn && !sentence.some(index => covered.has(index)))
      .map(sentence => ({
        source: [],
        cue: [],
        content: withoutFinalMark(text, sentence),
        margin: null,
        voice: 'DOCUMENT',
        why: "no reporting verb: taken for the article's own voice",
      }))
  )
}

/** Whether a token may say that somebody says something, although no rule and no model has found what. */
function isReporting({ lemma, tag, quote, lower }: TaggedToken): boolean {
  return quote === 'OUTSIDE' && ((tag === 'VERB' && englishReportingVerbs.has(lemma)) || lower === 'according')
}

/** A comma or a full stop outside of quotation marks, which is the reporter's. */
function isOuterMark(token: TaggedToken | undefined): boolean {
  return token !== undefined && token.quote === 'OUTSIDE' && /^[.,]$/.test(token.lower)
}

function withoutFinalMark({ tokens }: Pick<TaggedText, 'tokens'>, content: readonly number[]): number[] {
  const last = tokens[content.at(-1) ?? -1]
  return last?.lower === '.' ? content.slice(0, -1) : [...content]
}

function runsOf(paragraph: readonly TaggedToken[], isIn: (token: TaggedToken) => boolean): TaggedToken[][] {
  const runs: TaggedToken[][] = []
  let open: TaggedToken[] | null = null
  for (const token of paragraph) {
    if (!isIn(token)) open = null
    else if (open) open.push(token)
    else {
      open = [token]
      runs.push(open)
    }
  }
  return runs
}

function words({ tokens }: TaggedText, content: readonly number[]): TaggedToken[] {
  return content.flatMap(index => {
    const token = tokens[index]
    return token !== undefined && isWord(token) ? [token] : []
  })
}
