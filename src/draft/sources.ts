/** Who says it: the noun phrase that belongs to a cue, by parts of speech. */

import type { TaggedToken } from './tokens.ts'

type Sentence = readonly TaggedToken[]

function isNominal({ tag, lower, quote }: TaggedToken): boolean {
  return quote === 'OUTSIDE' && (/NOUN|PROPN|PRON|DET|ADJ|NUM/.test(tag) || lower === "'s")
}

/**
 * Who says it: the noun phrase right before the cue; after “according to”, or where a quotation or a comma precedes the cue,
 * the one right behind it; else the subject of the sentence, as in “Moss left the room, saying…”.
 */
export function sourceOf(sentence: Sentence, place: number, end: number): TaggedToken[] {
  const behind = withApposition(sentence, withModifier(sentence, runFrom(sentence, end + 1, 1), end + 1))
  if (end > place) return withRelative(sentence, behind, end + 1)
  let before = place - 1
  while (/AUX|ADV|PART/.test(sentence[before]?.tag ?? '')) before -= 1
  const ahead = runFrom(sentence, before, -1).toReversed()
  // “On Monday he wrote”
  if (/^(?:he|she|they|i|we)$/.test(ahead.at(-1)?.lower ?? '')) return ahead.slice(-1)
  if (ahead.length > 0) return modifiedBy(sentence, ahead, before)
  const isAfterComma = sentence[before]?.lower === ','
  const named = isAfterComma ? namedBeforeApposition(sentence, before) : []
  if (named.length > 0) return named
  const isInverted = sentence[before]?.quote === 'CLOSES' || isAfterComma
  const goesOn = /VERB|AUX/.test(sentence[end + behind.length + 1]?.tag ?? '')
  if (isInverted && behind.length > 0 && !goesOn) return behind
  return subjectBefore(sentence, place)
}

/** Prepositions by which a noun phrase says whose or of what it is: “a report by the auditors”, “a spokesman for the board”. */
const modifying = /^(?:by|for|from|at|with)$/

/** In “according to a report by the auditors” the source goes on behind the report. */
function withModifier(sentence: Sentence, run: TaggedToken[], from: number): TaggedToken[] {
  const joint = sentence[from + run.length]
  if (run.length === 0 || joint?.lower !== 'by' || joint.quote !== 'OUTSIDE') return run
  const rest = runFrom(sentence, from + run.length + 1, 1)
  return rest.length === 0 ? run : [...run, joint, ...rest]
}

/** In “According to a survey that the group paid for, …” the source goes on to the comma. */
function withRelative(sentence: Sentence, run: TaggedToken[], from: number): TaggedToken[] {
  const next = sentence[from + run.length]
  if (run.length === 0 || next?.quote !== 'OUTSIDE' || !/^(?:that|which|who|whom)$/.test(next.lower)) return run
  const comma = sentence.findIndex(
    ({ lower, quote }, at) => at > from + run.length && lower === ',' && quote === 'OUTSIDE',
  )
  return comma < 0 ? run : sentence.slice(from, comma)
}

/** In “said the spokesman, Joel Strand.” the name belongs to the source. */
function withApposition(sentence: Sentence, run: TaggedToken[]): TaggedToken[] {
  const last = run.at(-1)
  const from = last === undefined ? 0 : sentence.indexOf(last) + 1
  const comma = sentence[from]
  if (from === 0 || comma?.lower !== ',' || comma.quote !== 'OUTSIDE') return run
  const name = runFrom(sentence, from + 1, 1)
  const isName = name.length > 1 && name.every(({ tag }) => tag === 'PROPN')
  return isName && /^[.,]$/.test(sentence[from + 1 + name.length]?.lower ?? '.') ? [...run, comma, ...name] : run
}

/** In “A spokesman for the board denied” the source begins with the spokesman. */
function modifiedBy(sentence: Sentence, ahead: TaggedToken[], last: number): TaggedToken[] {
  const at = last - ahead.length
  const joint = sentence[at]
  if (joint === undefined || joint.quote !== 'OUTSIDE' || !modifying.test(joint.lower)) return ahead
  const head = runFrom(sentence, at - 1, -1).toReversed()
  const isHead = /^(?:a|an|the|another)$/.test(head[0]?.lower ?? '') && head.at(-1)?.tag === 'NOUN'
  // “In a letter to the board”: what a preposition leads to is not a source.
  const isLed = sentence[at - head.length - 1]?.tag === 'ADP'
  return isHead && !isLed ? [...head, joint, ...ahead] : ahead
}

/**
 * In “Moss, the harbour master, said” and “Moss, who lives there, said” what stands before the first comma, and in “its chairman,
 * Bo Lind, said” the name too; nothing where that comma closes a quotation.
 */
function namedBeforeApposition(sentence: Sentence, comma: number): TaggedToken[] {
  for (let at = comma - 1; at > 0; at -= 1) {
    const { lower = '', quote = 'CLOSES' } = sentence[at] ?? {}
    const isRelative = /^(?:who|which)$/.test(sentence[at + 1]?.lower ?? '')
    if (quote !== 'OUTSIDE') return []
    if (lower === ',' && (isRelative || !sentence.slice(at, comma).some(each => /VERB|AUX/.test(each.tag)))) {
      const ahead = modifiedBy(sentence, runFrom(sentence, at - 1, -1).toReversed(), at - 1)
      const apposition = sentence.slice(at + 1, comma)
      // “its chairman, Bo Lind”, “its author, the sociologist Bo Lind”
      const isNamed = (tokens: Sentence) => tokens.every(({ word }) => /^\p{Lu}/u.test(word))
      const isName = ahead.length > 0 && (isNamed(apposition) || (isNamed(apposition.slice(-2)) && !isNamed(ahead)))
      return isName ? [...joinedTo(sentence, at - ahead.length), ...ahead, ...sentence.slice(at, comma)] : ahead
    }
  }
  return []
}

/** In “Ada Moss and the chairman, Bo Lind, said” those who stand before “and” speak too. */
function joinedTo(sentence: Sentence, from: number): TaggedToken[] {
  const and = sentence[from - 1]
  if (and?.lower !== 'and' || and.quote !== 'OUTSIDE') return []
  const others = runFrom(sentence, from - 2, -1).toReversed()
  return others.some(({ tag }) => /NOUN|PROPN|PRON/.test(tag)) ? [...others, and] : []
}

/** The last noun phrase before the first verb of the sentence, outside of quotation marks. */
function subjectBefore(sentence: Sentence, place: number): TaggedToken[] {
  const verb = sentence.findIndex(({ tag, quote }) => quote === 'OUTSIDE' && /VERB|AUX/.test(tag))
  const last = verb < 0 || verb > place ? place : verb
  for (let at = last - 1; at >= 0; at -= 1) {
    const run = runFrom(sentence, at, -1).toReversed()
    if (run.some(({ tag }) => /NOUN|PROPN|PRON/.test(tag))) return run
  }
  return []
}

export function runFrom(sentence: Sentence, from: number, step: 1 | -1): TaggedToken[] {
  const run: TaggedToken[] = []
  for (let at = from; ; at += step) {
    const token = sentence[at]
    if (token === undefined || !(isNominal(token) || isWithinName(sentence, at) || isSurname(sentence, at))) return run
    run.push(token)
  }
}

/** “Marcus Till”: a capital behind a name is of it, whatever the tagger takes the word for. */
function isSurname(sentence: Sentence, at: number): boolean {
  const token = sentence[at]
  const before = sentence[at - 1]
  if (token?.quote !== 'OUTSIDE' || !/^\p{Lu}\p{Ll}/u.test(token.word)) return false
  return before?.tag === 'PROPN' && /^\p{Lu}/u.test(before.word) && before.quote === 'OUTSIDE'
}

/** “Immigration and Customs Enforcement”, “the head of the agency”: what joins two parts of a noun phrase. */
function isWithinName(sentence: Sentence, at: number): boolean {
  const { lower = '', quote = 'INSIDE' } = sentence[at] ?? {}
  const before = sentence[at - 1]
  const after = sentence[at + 1]
  if (quote !== 'OUTSIDE' || !before || !after || !isNominal(before) || !isNominal(after)) return false
  if (lower === 'of') return /NOUN|PROPN/.test(before.tag)
  // “the owners' federation”
  if (/^['’]$/.test(lower)) return /s$/.test(before.lower) && before.end === sentence[at]?.start
  return /^(?:and|&)$/.test(lower) && before.tag === 'PROPN' && after.tag === 'PROPN'
}
