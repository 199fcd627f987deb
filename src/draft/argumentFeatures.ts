import { complementAfter } from './complement.ts'
import { shapeOf, tokenAt, tokensLeft } from './cueFeatures.ts'
import { featureHash, transitionHash } from './hashedFeatures.ts'
import type { Sequence, TrainingExample } from './tagger.ts'
import { isWord, type TaggedToken } from './tokens.ts'
import { wordClassOf } from './wordClasses.ts'

/** Labels of the argument tagger: what is not part of the attribution of its cue, its source, its content. */
export const ArgumentLabel = { NONE: 0, SOURCE: 1, CONTENT: 2 } as const

/** A paragraph as the argument tagger sees it from one of its cues; the other cues are known to it. */
export function argumentSequence(
  paragraph: readonly TaggedToken[],
  cue: readonly number[],
  others: readonly (readonly number[])[],
): Sequence {
  const view = new View(paragraph, cue, others)
  const rows = paragraph.map((_, place) => view.featuresAt(place))
  const features = Int32Array.from(rows.flat())
  const transitions = paragraph.map((_, place) => view.transitionsAt(place))
  return {
    length: paragraph.length,
    width: rows[0]?.length ?? 0,
    features,
    transitionWidth: transitions[0]?.length ?? 0,
    transitions: Int32Array.from(transitions.flat()),
    locked: Uint8Array.from(paragraph, (_, place) => Number(view.isCue(place))),
  }
}

/** The same with the right source and content; with neither for a cue that attributes nothing. */
export function argumentExample(
  paragraph: readonly TaggedToken[],
  cue: readonly number[],
  others: readonly (readonly number[])[],
  source: readonly number[],
  content: readonly number[],
): TrainingExample {
  const sequence = argumentSequence(paragraph, cue, others)
  const first = paragraph[0]?.index ?? 0
  const labels = new Uint8Array(paragraph.length)
  for (const [indices, label] of [
    [source, ArgumentLabel.SOURCE],
    [content, ArgumentLabel.CONTENT],
  ] as const) {
    for (const index of indices) if (paragraph[index - first] !== undefined) labels[index - first] = label
  }
  for (const index of cue) if (paragraph[index - first] !== undefined) labels[index - first] = ArgumentLabel.NONE
  return { ...sequence, labels }
}

/** What stands between the cue and each place, counted outwards from it. */
interface Passed {
  readonly commas: number
  readonly verbs: number
  readonly marks: number
  readonly cues: number
  /** Whether nothing but a noun phrase stands between. */
  readonly isNominal: boolean
}

const nothingPassed: Passed = { commas: 0, verbs: 0, marks: 0, cues: 0, isNominal: false }

/** Stands for the distance of a cue that is not there. */
const noCue = 9

/** A paragraph, seen from a cue in it. */
class View {
  readonly #paragraph: readonly TaggedToken[]
  readonly #from: number
  readonly #to: number
  readonly #cue: ReadonlySet<number>
  readonly #otherCues: ReadonlySet<number>
  readonly #passed: readonly Passed[]
  readonly #words: string
  readonly #head: string
  /** The classes of the cue's words. */
  readonly #class: string
  readonly #sentence: number
  readonly #frame: string
  readonly #around: string
  readonly #quotations: number
  readonly #toEnd: number
  readonly #toStart: number
  readonly #that: number
  readonly #complement: string
  /** How far the next other cue of the sentence is from each place, ahead and behind. */
  readonly #cuesAhead: readonly number[]
  readonly #cuesBehind: readonly number[]

  constructor(paragraph: readonly TaggedToken[], cue: readonly number[], others: readonly (readonly number[])[]) {
    const first = paragraph[0]?.index ?? 0
    this.#paragraph = paragraph
    this.#from = (cue[0] ?? 0) - first
    this.#to = (cue.at(-1) ?? 0) - first
    this.#cue = new Set(cue.map(index => index - first))
    this.#otherCues = new Set(
      others.flatMap(other => other.map(index => index - first)).filter(place => !this.#cue.has(place)),
    )
    this.#words = cue.map(index => tokenAt(paragraph, index - first).lemma).join('_')
    this.#class = cue.map(index => wordClassOf(tokenAt(paragraph, index - first))).join('')
    this.#head = tokenAt(paragraph, this.#from).lemma
    this.#sentence = tokenAt(paragraph, this.#from).sentence
    const before = tokenAt(paragraph, this.#from - 1)
    const after = tokenAt(paragraph, this.#to + 1)
    const isMarked = after.lower === ',' || after.quote === 'OPENS'
    this.#frame = `${before.tag === 'PRON' ? 'PR' : before.tag}/${isMarked ? after.lower : after.tag}`
    this.#around = [
      tokenAt(paragraph, this.#from - 2).tag,
      before.tag,
      after.tag,
      tokenAt(paragraph, this.#to + 2).tag,
    ].join('')
    const isQuoted = ({ quote }: TaggedToken) => quote === 'INSIDE'
    this.#quotations =
      Number(paragraph.slice(0, this.#from).some(isQuoted)) + 2 * Number(paragraph.slice(this.#to + 1).some(isQuoted))
    this.#toEnd = this.#wordsTo(this.#to + 1, 1)
    this.#toStart = this.#wordsTo(this.#from - 1, -1)
    this.#that = this.#subordinator()
    this.#complement = complementAfter(paragraph, this.#to)
    this.#cuesAhead = this.#tokensToCue(1)
    this.#cuesBehind = this.#tokensToCue(-1)
    this.#passed = this.#countPassed()
  }

  isCue(place: number): boolean {
    return this.#cue.has(place)
  }

  featuresAt(place: number): number[] {
    const hash = featureHash()
    const paragraph = this.#paragraph
    const t = tokenAt(paragraph, place)
    const a = tokenAt(paragraph, place - 1)
    const b = tokenAt(paragraph, place + 1)
    const a2 = tokenAt(paragraph, place - 2)
    const b2 = tokenAt(paragraph, place + 2)
    const side = this.#sideOf(place)
    const far = bucketOf(this.#distanceOf(place))
    const D = `${side}${far}`
    const ss = this.#sentenceOf(t.sentence)
    const passed = this.#passed[place] ?? nothingPassed
    const C = Math.min(4, passed.commas)
    const V = Math.min(3, passed.verbs)
    const Q = Math.min(4, passed.marks)
    const X = Math.min(2, passed.cues)
    const n = passed.isNominal
    const q = t.quote[0] ?? ''
    const th = this.#thatOf(place)
    const isOther = this.#otherCues.has(place)
    const isOtherNext = this.#otherCues.has(place + 1)
    const h = this.#head
    const f = this.#frame
    const k = this.#complement
    const w = this.#class
    const ahead = this.#cuesAhead[place] ?? noCue
    const behind = this.#cuesBehind[place] ?? noCue
    return [
      hash`D${D}`,
      hash`Dp${D}${t.tag}`,
      hash`Dw${D}${t.lower}`,
      hash`w${t.lower}${side}${ss}`,
      hash`p${a.tag}${t.tag}${b.tag}${side}`,
      hash`h${h}${side}${ss}${C > 1 ? 2 : C}`,
      hash`hw${this.#words}${side}${ss}${q}`,
      hash`hf${h}${f}${side}${ss}${V}`,
      hash`q${q}${side}${ss}${this.#quotations}`,
      hash`qq${q}${side}${Q}${ss}${f}`,
      hash`C${side}${ss}${C}${t.tag}${f}`,
      hash`V${side}${ss}${V}${C}${this.#toEnd}`,
      hash`X${side}${X}${ss}${q}`,
      hash`Xq${side}${X}${C}${this.#quotations}${f}`,
      hash`se${this.#toEnd}${side}${ss}${q}${this.#quotations}`,
      hash`sb${this.#toStart}${side}${ss}${q}${this.#quotations}`,
      hash`sbh${this.#toStart}${side}${ss}${h}${C}`,
      hash`seh${this.#toEnd}${side}${ss}${h}${C}`,
      hash`th${th}${side}${ss}${h}`,
      hash`thf${th}${side}${C}${f}${ss}`,
      hash`np${n}${side}${f}${t.tag}`,
      hash`nph${n}${side}${far}${h}`,
      hash`npc${n}${side}${C}${V}`,
      hash`sh${shapeOf(t.word)}${D}`,
      hash`shc${shapeOf(t.word)}${side}${C}${V}${ss}`,
      hash`lw${a.lower}${t.lower}${side}`,
      hash`rw${t.lower}${b.lower}${side}`,
      hash`pro${t.lower}${D}${h}`,
      hash`oc${isOther}${isOtherNext}${side}${ss}`,
      hash`fr${f}${D}`,
      hash`fr2${this.#around}${side}${ss}`,
      hash`cue${this.#words}${D}`,
      hash`pb${place === 0}${place === paragraph.length - 1}${side}${q}`,
      hash`qf${paragraph[0]?.quote === 'OPENS'}${q}${ss}${side}${h}`,
      hash`mar${side}${ss}${q}${C}${X}`,
      hash`ap${a.tag}${t.tag}${C}${side}`,
      hash`sfx${t.lower.slice(-3)}${side}${n}`,
      hash`a2${a2.lower}${a.lower}${side}${V}`,
      hash`b2${b.lower}${b2.lower}${side}${V}`,
      hash`DV${D}${V}${f}`,
      hash`k${k}${side}${ss}${V}`,
      hash`kD${k}${D}`,
      hash`kh${k}${h}${side}${ss}`,
      hash`kc${k}${side}${ss}${C}${t.tag}`,
      hash`ca${ahead}${side}${ss}`,
      hash`cat${ahead}${side}${t.tag}${C}`,
      hash`cb${behind}${side}${ss}`,
      hash`cbw${behind}${ahead}${side}${t.lower}`,
      hash`atb${a.lower}|${t.tag}${b.tag}${side}`,
      hash`H${w}${side}${ss}${C}${q}`,
      hash`Hk${w}|${k}${D}`,
      hash`Ht${w}${D}${t.tag}`,
      hash`Hf${w}|${f}${side}${ss}`,
      hash`Hn${w}${n}${side}${V}${t.tag}`,
      hash`HW${w}|${wordClassOf(t)}${side}${ss}`,
    ]
  }

  transitionsAt(place: number): number[] {
    const t = tokenAt(this.#paragraph, place)
    const a = tokenAt(this.#paragraph, place - 1)
    const b = tokenAt(this.#paragraph, place + 1)
    const b2 = tokenAt(this.#paragraph, place + 2)
    const side = this.#sideOf(place)
    const far = bucketOf(this.#distanceOf(place))
    const isTogether = a.sentence === t.sentence
    const ss = this.#sentenceOf(t.sentence)
    const isAfterCue = this.#cue.has(place - 1)
    const isComma = a.lower === ',' || t.lower === ','
    const mark = /^\p{P}+$/u.test(a.lower) ? a.lower : ''
    const { commas, verbs } = this.#passed[place] ?? nothingPassed
    return [
      transitionHash``,
      transitionHash`p${a.tag}${t.tag}${side}`,
      transitionHash`w${a.lower}${side}`,
      transitionHash`x${t.lower}${side}`,
      transitionHash`q${a.quote}${t.quote}${side}${isTogether}`,
      transitionHash`c${isAfterCue}${isTogether}${ss}${this.#frame}`,
      transitionHash`h${this.#head}${side}${isComma}${this.#thatOf(place)}${isTogether}`,
      transitionHash`wx${a.lower}|${t.lower}|${side}`,
      transitionHash`pb${a.tag}${t.tag}${b.tag}${side}${mark}`,
      transitionHash`mx${mark}|${t.lower}|${b.tag}|${side}`,
      transitionHash`oc${this.#cuesAhead[place] ?? noCue}${mark}${t.tag}${side}`,
      transitionHash`k${this.#complement}${far}${side}${mark}`,
      transitionHash`l${mark}${Math.min(4, commas)}${Math.min(5, tokensLeft(this.#paragraph, place))}${side}${isTogether}${Math.min(2, verbs)}`,
      transitionHash`hf${this.#head}${far}${side}`,
      transitionHash`mp${mark}${t.tag}${b.tag}${b2.tag}${side}`,
      transitionHash`qb${a.quote}${t.quote}${b.quote}${mark}${side}${isTogether}${this.#quotations}`,
    ]
  }

  #distanceOf(place: number): number {
    return Math.max(0, this.#from - place, place - this.#to)
  }

  #sideOf(place: number): 'L' | 'M' | 'R' {
    if (place < this.#from) return 'L'
    return place > this.#to ? 'R' : 'M'
  }

  #sentenceOf(sentence: number): string {
    if (sentence === this.#sentence) return 'S'
    const apart = Math.min(3, Math.abs(sentence - this.#sentence))
    return sentence < this.#sentence ? `<${apart}` : `>${apart}`
  }

  #thatOf(place: number): string {
    if (this.#that < 0) return '-'
    if (place === this.#that) return '='
    return place < this.#that ? '<' : '>'
  }

  /** How many tokens the next other cue of the sentence is away from each place, at most 5. */
  #tokensToCue(step: 1 | -1): number[] {
    const paragraph = this.#paragraph
    const away = paragraph.map(() => noCue)
    const places = step > 0 ? [...paragraph.keys()].reverse() : paragraph.keys()
    for (const place of places) {
      const next = paragraph[place + step]?.sentence === paragraph[place]?.sentence ? away[place + step] : undefined
      if (this.#otherCues.has(place)) away[place] = 0
      else if (next !== undefined && next !== noCue) away[place] = Math.min(5, next + 1)
    }
    return away
  }

  /** How many words stand from a place to the edge of the cue's sentence, at most 9. */
  #wordsTo(from: number, step: 1 | -1): number {
    let words = 0
    for (let at = from; this.#paragraph[at]?.sentence === this.#sentence; at += step) {
      const token = this.#paragraph[at]
      if (token && isWord(token)) words += 1
    }
    return Math.min(9, words)
  }

  /** The place of “that”, “whether” or “if” right behind the cue; -1 where there is none. */
  #subordinator(): number {
    for (let at = this.#to + 1; at <= this.#to + 7; at += 1) {
      const token = this.#paragraph[at]
      if (token === undefined || token.sentence !== this.#sentence) return -1
      if (/^(that|whether|if)$/.test(token.lower)) return at
    }
    return -1
  }

  #countPassed(): Passed[] {
    const passed = this.#paragraph.map(() => nothingPassed)
    for (const step of [-1, 1] as const) {
      let now: Passed = { ...nothingPassed, isNominal: true }
      for (let at = step < 0 ? this.#from - 1 : this.#to + 1; this.#paragraph[at] !== undefined; at += step) {
        const token = tokenAt(this.#paragraph, at)
        now = { ...now, isNominal: now.isNominal && /NOUN|PROPN|PRON|DET|ADJ|NUM/.test(token.tag) }
        passed[at] = now
        now = {
          ...now,
          commas: now.commas + Number(/^[,—:]$/.test(token.lower)),
          verbs: now.verbs + Number(/VERB|AUX/.test(token.tag)),
          marks: now.marks + Number(token.quote === 'OPENS' || token.quote === 'CLOSES'),
          cues: now.cues + Number(this.#otherCues.has(at)),
        }
      }
    }
    return passed
  }
}

function bucketOf(distance: number): number {
  return distance <= 5 ? distance : ([8, 15, 30].find(most => distance <= most) ?? 99)
}
