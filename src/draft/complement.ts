import type { TaggedToken } from './tokens.ts'

const nominal = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/
/** So far ahead is looked for the verb of a clause. */
const farthest = 14

/**
 * What follows a word in its sentence, by its form: a quotation, “that”, an infinitive, a clause without “that” (a noun phrase and
 * its verb), a noun phrase alone, a preposition, a mark, or nothing.
 */
export function complementAfter(paragraph: readonly TaggedToken[], place: number): string {
  const sentence = paragraph[place]?.sentence
  const at = (index: number) => (paragraph[index]?.sentence === sentence ? paragraph[index] : undefined)
  let next = place + 1
  while (at(next)?.tag === 'ADV' && next < place + 3) next += 1
  const token = at(next)
  if (token === undefined) return '.'
  if (token.quote === 'OPENS') return 'Q'
  if (/^(?:that|whether|if|how|why|what|who|where|when)$/.test(token.lower)) return token.lower
  if (token.lower === 'to' && at(next + 1)?.tag === 'VERB') return 'toV'
  const preposition = token.tag === 'ADP' ? token.lower : ''
  if (preposition !== '') next += 1
  else if (!nominal.test(token.tag)) return token.tag === 'PUNCT' ? token.lower : token.tag
  return `${preposition}${phraseFrom(at, next, place + farthest)}`
}

/** A noun phrase, and what follows it: its own verb or not. */
function phraseFrom(at: (index: number) => TaggedToken | undefined, from: number, last: number): string {
  let next = from
  let hasPreposition = false
  while (next < last) {
    const token = at(next)
    if (token === undefined) break
    if (token.tag === 'ADP' && next > from) hasPreposition = true
    else if (!nominal.test(token.tag) && token.lower !== "'s" && token.tag !== 'ADV') break
    next += 1
  }
  const token = at(next)
  const phrase = hasPreposition ? 'P' : 'N'
  if (token === undefined) return `${phrase}.`
  if (token.tag === 'VERB' || token.tag === 'AUX') return `${phrase}V`
  if (token.quote === 'OPENS') return `${phrase}Q`
  return `${phrase}${/^(?:that|to|,|and|who|which)$/.test(token.lower) ? token.lower : token.tag}`
}
