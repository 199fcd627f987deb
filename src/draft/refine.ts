import type { FoundAttribution } from './attribution.ts'
import { attributionsByRule } from './rules.ts'
import { isWord, type TaggedText, type TaggedToken } from './tokens.ts'

/** A gap of at most so many tokens inside a content is filled; a content is widened by at most so many to a quotation mark. */
const mostGap = 6
const mostWidening = 60

/**
 * What the taggers found, mended: small gaps filled, islands of a word dropped, quotations taken to their marks. Where two
 * want the same words the surer one has them, since each word is in at most one attribution.
 */
export function refine(text: TaggedText, found: readonly FoundAttribution[]): FoundAttribution[] {
  const mended = found.map(each => ({ ...each, content: mend(text, each) }))
  const bySureness = mended.toSorted((a, b) => (b.margin ?? 0) - (a.margin ?? 0))
  const taken = new Set<number>()
  const byRule = mended.some(({ source }) => source.length === 0) ? attributionsByRule(text) : []
  const kept = bySureness.flatMap(each => {
    const free = each.content.filter(index => !taken.has(index))
    if (wordsIn(text, free) < Math.max(1, wordsIn(text, each.content) / 2)) return []
    for (const index of [...free, ...each.cue]) taken.add(index)
    return [{ ...each, content: free, source: each.source.length > 0 ? each.source : sourceFor(text, each, byRule) }]
  })
  return kept.sort((a, b) => (a.cue[0] ?? 0) - (b.cue[0] ?? 0))
}

/** Where the taggers found no source: that of the rules for the same cue, or the noun phrase before the cue that is nearest. */
function sourceFor(
  { tokens }: TaggedText,
  { cue, content }: FoundAttribution,
  byRule: readonly FoundAttribution[],
): readonly number[] {
  const rule = byRule.find(other => other.cue.some(index => cue.includes(index)))
  if (rule !== undefined) return rule.source
  const [first = -1] = cue
  const { sentence } = tokens[first] ?? {}
  const said = new Set(content)
  const isIn = (index: number, tags: RegExp) => {
    const token = tokens[index]
    return token !== undefined && token.sentence === sentence && tags.test(token.tag)
  }
  let at = first - 1
  while (isIn(at, /./) && !isIn(at, /NOUN|PROPN|PRON/)) at -= 1
  const source: number[] = []
  for (; isIn(at, /NOUN|PROPN|PRON|DET|ADJ/) && !said.has(at); at -= 1) source.unshift(at)
  return source
}

function mend(text: TaggedText, { source, cue, content }: FoundAttribution): number[] {
  const others = new Set([...source, ...cue])
  const pieces = piecesOf(
    filled(
      [...new Set(content)].sort((a, b) => a - b),
      others,
    ),
  )
  const longest = Math.max(...pieces.map(({ length }) => length))
  const kept = pieces.filter(piece => piece.length === longest || wordsIn(text, piece) >= 2)
  const whole = [...new Set(kept.flatMap(piece => widened(text.tokens, piece, others)))]
  return [...whole, ...restOfClause(text, whole.at(-1) ?? -1, others)]
}

/** No content ends in one of these: what they belong to follows. */
const dangling =
  /^(?:a|an|the|and|or|but|of|that|which|who|whose|if|because|than|is|are|was|were|has|have|had|will|would|could|can|'s)$/

/** What a content that breaks off lacks, up to the mark that ends the clause. */
function restOfClause({ tokens }: TaggedText, last: number, others: ReadonlySet<number>): number[] {
  const token = tokens[last]
  if (token === undefined || !dangling.test(token.lower)) return []
  const rest: number[] = []
  for (let at = last + 1; tokens[at]?.sentence === token.sentence && !others.has(at); at += 1) {
    if (/^[,.;:!?—–-]$/.test(tokens[at]?.lower ?? '')) return rest
    rest.push(at)
  }
  return rest
}

function filled(content: readonly number[], others: ReadonlySet<number>): number[] {
  return content.flatMap((index, at) => {
    const before = content[at - 1]
    if (before === undefined || index - before === 1 || index - before - 1 > mostGap) return [index]
    const gap = range(before + 1, index)
    return gap.some(each => others.has(each)) ? [index] : [...gap, index]
  })
}

function piecesOf(content: readonly number[]): number[][] {
  const pieces: number[][] = []
  for (const index of content) {
    const last = pieces.at(-1)
    if (last?.at(-1) === index - 1) last.push(index)
    else pieces.push([index])
  }
  return pieces
}

/** A piece that begins or ends inside a quotation, taken to the mark where that is near. */
function widened(tokens: readonly TaggedToken[], piece: readonly number[], others: ReadonlySet<number>): number[] {
  const [first = 0] = piece
  const last = piece.at(-1) ?? first
  return range(markFrom(tokens, first, -1, others), markFrom(tokens, last, 1, others) + 1)
}

function markFrom(tokens: readonly TaggedToken[], from: number, step: 1 | -1, others: ReadonlySet<number>): number {
  if (tokens[from]?.quote !== 'INSIDE') return from
  for (let away = 1; away <= mostWidening; away += 1) {
    const token = tokens[from + step * away]
    if (token === undefined || token.paragraph !== tokens[from]?.paragraph || others.has(token.index)) return from
    if (token.quote === (step < 0 ? 'OPENS' : 'CLOSES')) return token.index
    if (token.quote !== 'INSIDE') return from
  }
  return from
}

function wordsIn({ tokens }: TaggedText, content: readonly number[]): number {
  return content.filter(index => {
    const token = tokens[index]
    return token !== undefined && isWord(token)
  }).length
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
