import { complementAfter } from './complement.ts'
import { featureHash, transitionHash } from './hashedFeatures.ts'
import type { Sequence, TrainingExample } from './tagger.ts'
import type { TaggedToken } from './tokens.ts'
import { wordClassOf } from './wordClasses.ts'

/** Labels of the cue tagger. */
export const CueLabel = { NONE: 0, BEGINS: 1, GOES_ON: 2 } as const

const edge: Omit<TaggedToken, 'index' | 'start' | 'end'> = {
  word: '^',
  lower: '^',
  lemma: '^',
  tag: '^',
  paragraph: -1,
  sentence: -1,
  quote: 'OUTSIDE',
}

/** The token at a place, or one that stands for the edge of its paragraph. */
export function tokenAt(
  paragraph: readonly TaggedToken[],
  place: number,
): Omit<TaggedToken, 'index' | 'start' | 'end'> {
  return paragraph[place] ?? edge
}

/** The shape of a word: capitals, a capital, a digit, a letter, a mark. */
export function shapeOf(word: string): string {
  if (/^\p{Lu}\p{Lu}+$/u.test(word)) return 'AA'
  if (/^\p{Lu}/u.test(word)) return 'Aa'
  if (/^\d/.test(word)) return 'd'
  return /^\p{L}/u.test(word) ? 'a' : 'p'
}

/** A paragraph as the cue tagger sees it. */
export function cueSequence(paragraph: readonly TaggedToken[]): Sequence {
  const verbs = verbsBefore(paragraph)
  const rows = paragraph.map((_, place) => featuresAt(paragraph, place, verbs[place] ?? 0))
  const width = rows[0]?.length ?? 0
  const features = Int32Array.from(rows.flat())
  const transitions = paragraph.map((_, place) => transitionsAt(paragraph, place))
  return {
    length: paragraph.length,
    width,
    features,
    transitionWidth: transitions[0]?.length ?? 0,
    transitions: Int32Array.from(transitions.flat()),
    locked: null,
  }
}

function transitionsAt(paragraph: readonly TaggedToken[], place: number): number[] {
  const t = tokenAt(paragraph, place)
  const a = tokenAt(paragraph, place - 1)
  const b = tokenAt(paragraph, place + 1)
  return [
    transitionHash``,
    transitionHash`t${a.tag}${t.tag}`,
    transitionHash`w${t.lower}`,
    transitionHash`aw${a.lower}|${t.lower}`,
    transitionHash`at${a.lower}|${t.tag}`,
    transitionHash`atb${a.tag}${t.tag}${b.tag}`,
    transitionHash`wb${t.lower}|${b.tag}`,
    transitionHash`mt${a.lemma}|${t.tag}`,
  ]
}

/** A paragraph with the cues that stand in it. */
export function cueExample(paragraph: readonly TaggedToken[], cues: readonly (readonly number[])[]): TrainingExample {
  const first = paragraph[0]?.index ?? 0
  const labels = new Uint8Array(paragraph.length)
  for (const cue of cues) {
    for (const [each, index] of cue.entries()) {
      const place = index - first
      if (place < 0 || place >= labels.length) continue
      labels[place] = index === (cue[each - 1] ?? -9) + 1 ? CueLabel.GOES_ON : CueLabel.BEGINS
    }
  }
  return { ...cueSequence(paragraph), labels }
}

/** The cues that labels say, each as the numbers of its tokens. */
export function cuesIn(paragraph: readonly TaggedToken[], labels: Uint8Array): number[][] {
  const cues: number[][] = []
  let open: number[] | null = null
  for (const [place, { index }] of paragraph.entries()) {
    const label = labels[place]
    if (label === CueLabel.NONE || label === undefined) open = null
    else if (label === CueLabel.GOES_ON && open) open.push(index)
    else {
      open = [index]
      cues.push(open)
    }
  }
  return cues
}

function featuresAt(paragraph: readonly TaggedToken[], place: number, verbs: number): number[] {
  const hash = featureHash()
  const t = tokenAt(paragraph, place)
  const a = tokenAt(paragraph, place - 1)
  const b = tokenAt(paragraph, place + 1)
  const a2 = tokenAt(paragraph, place - 2)
  const b2 = tokenAt(paragraph, place + 2)
  const b3 = tokenAt(paragraph, place + 3)
  const subject = subjectBefore(paragraph, place)
  const that = subordinatorAfter(paragraph, place)
  const closed = closingMarkBefore(paragraph, place)
  const isQuoting = paragraph.some(({ quote, sentence }) => quote !== 'OUTSIDE' && sentence === t.sentence)
  const hasQuotation = paragraph.some(({ quote }) => quote !== 'OUTSIDE')
  const q = t.quote[0] ?? ''
  const complement = complementAfter(paragraph, place)
  const left = tokensLeft(paragraph, place)
  const isAfterComma = a.lower === ','
  const w = wordClassOf(t)
  return [
    hash`w${t.lower}`,
    hash`m${t.lemma}`,
    hash`p${t.tag}`,
    hash`wq${t.lower}${q}`,
    hash`a${a.lower}`,
    hash`b${b.lower}`,
    hash`a2${a2.lower}`,
    hash`b2${b2.lower}`,
    hash`aw${a.lower}|${t.lower}`,
    hash`wb${t.lower}|${b.lower}`,
    hash`ap${a.tag}${t.tag}`,
    hash`pb${t.tag}${b.tag}`,
    hash`apb${a.tag}${t.tag}${b.tag}`,
    hash`mab${t.lemma}${a.tag}${b.tag}`,
    hash`s3${t.lower.slice(-3)}`,
    hash`s2${t.lower.slice(-2)}${t.tag}`,
    hash`sh${shapeOf(t.word)}${q}`,
    hash`ms${t.lemma}${subject.kind}`,
    hash`ss${subject.kind}${subject.distance}${t.tag}`,
    hash`mt${t.lemma}${that}`,
    hash`tt${that}${t.tag}`,
    hash`mqb${t.lemma}${closed}`,
    hash`q${closed}${t.tag}`,
    hash`mv${t.lemma}${verbAfter(paragraph, place)}`,
    hash`sq${isQuoting}${t.lemma}`,
    hash`pq${hasQuotation}${t.tag}${q}`,
    hash`b23${b.lower}${b2.lower}`,
    hash`a21${a2.lower}${a.lower}`,
    hash`b3${b3.tag}${b2.tag}${b.tag}`,
    hash`i${place < 3 ? place : 9}${t.word}`,
    hash`le${paragraph.length - place < 4 ? paragraph.length - place : 9}${t.tag}`,
    hash`mb${t.lemma}${b.lemma}`,
    hash`ma${a.lemma}${t.lemma}`,
    hash`mm${a2.lemma}${a.lemma}${t.lemma}`,
    hash`cm${t.lemma}|${complement}`,
    hash`ct${t.tag}${t.lower.slice(-2)}|${complement}`,
    hash`cs${subject.kind}|${complement}|${t.tag}`,
    hash`ca${a.lower}|${t.tag}|${complement}`,
    hash`lm${isAfterComma}${left}${t.lemma}`,
    hash`lt${isAfterComma}${left}${t.tag}${b.tag}`,
    hash`vm${verbs}${t.lemma}`,
    hash`vt${verbs}${t.tag}${complement}`,
    hash`W${w}${t.tag}`,
    hash`Wc${w}|${complement}|${t.tag}`,
    hash`Ws${w}|${subject.kind}${subject.distance}`,
    hash`Wt${w}|${that}|${closed}`,
    hash`Wp${w}|${a.tag}${b.tag}`,
    hash`Wn${wordClassOf(a)}|${w}|${wordClassOf(b)}`,
    hash`Wa${a.lower}|${w}`,
    hash`Wb${w}|${b.lower}`,
    hash`Wv${w}${verbs}${isQuoting}${isAfterComma}`,
  ]
}

function subjectBefore(paragraph: readonly TaggedToken[], place: number): { kind: string; distance: number } {
  const sentence = paragraph[place]?.sentence
  for (let at = place - 1; at >= 0 && place - at < 12; at -= 1) {
    const token = tokenAt(paragraph, at)
    if (token.sentence !== sentence) break
    if (/NOUN|PROPN|PRON/.test(token.tag)) {
      return { kind: token.tag === 'PRON' ? token.lower : token.tag, distance: place - at }
    }
  }
  return { kind: '-', distance: 0 }
}

function subordinatorAfter(paragraph: readonly TaggedToken[], place: number): string {
  const sentence = paragraph[place]?.sentence
  for (let at = place + 1; at < place + 8; at += 1) {
    const token = paragraph[at]
    if (token === undefined || token.sentence !== sentence) break
    if (/^(that|whether|if|how|why|what)$/.test(token.lower)) return token.lower
    if (token.quote === 'OPENS') return 'Q'
  }
  return 'n'
}

function closingMarkBefore(paragraph: readonly TaggedToken[], place: number): string {
  for (let at = place - 1; at >= 0 && at > place - 7; at -= 1) {
    if (paragraph[at]?.quote === 'CLOSES') return `C${Math.min(3, place - at)}`
  }
  return 'n'
}

/** For each place, how many verbs stand before it in its sentence, at most 2. */
function verbsBefore(paragraph: readonly TaggedToken[]): number[] {
  let verbs = 0
  return paragraph.map(({ sentence }, place) => {
    const before = paragraph[place - 1]
    if (before?.sentence !== sentence) verbs = 0
    else if (before.tag === 'VERB') verbs = Math.min(2, verbs + 1)
    return verbs
  })
}

/** How many tokens are left behind a place in its sentence, at most 6. */
export function tokensLeft(paragraph: readonly TaggedToken[], place: number): number {
  const sentence = paragraph[place]?.sentence
  let left = 0
  while (left < 6 && paragraph[place + left + 1]?.sentence === sentence) left += 1
  return left
}

function verbAfter(paragraph: readonly TaggedToken[], place: number): string {
  const sentence = paragraph[place]?.sentence
  for (let at = place + 1; at < place + 10; at += 1) {
    const token = paragraph[at]
    if (token === undefined || token.sentence !== sentence) break
    if (/VERB|AUX/.test(token.tag)) return token.tag
  }
  return '-'
}
