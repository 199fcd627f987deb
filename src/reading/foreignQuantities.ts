/** Parts and rough numbers in the words of languages besides English, by the table of their words. */

import Big from 'big.js'
import { readDigits } from './digits.ts'
import { EVERY_WORDS, QUANTITY_WORDS, type QuantityWords } from './foreignWords.ts'
import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { multiplied, readScale } from './scales.ts'
import { readSeveral } from './several.ts'
import { readSpelled } from './spelled.ts'
import { follows, nextWord, type Token } from './tokens.ts'

function quantityWords({ language, english }: Tokens): QuantityWords | null {
  return english ? null : (QUANTITY_WORDS.get(baseLanguage(language)) ?? null)
}

/** "Die Hälfte", "ein Drittel", "eine halbe Million", "un million et demi", "Hunderte"; null where no such words begin. */
export function readForeignQuantity(text: Tokens, index: number): NumberReading | null {
  const some = text.english ? null : (readSeveral(text, index) ?? readEvery(text, index))
  const words = quantityWords(text)
  if (some !== null || words === null) return some
  const word = text.tokens[index]?.text ?? ''
  if (words.halves.has(word)) return reading('SHARE', new Big(0.5), index + 1)
  // "Mehr als die Hälfte": the article belongs to it.
  const half = words.definite.has(word) ? nextWord(text.tokens, index + 1) : null
  if (half !== null && words.halves.has(text.tokens[half]?.text ?? '')) return reading('SHARE', new Big(0.5), half + 1)
  const definite = readDefinitePart(text, index, words)
  if (definite !== null) return definite
  const isGraded = isGradedArticle(text.tokens, index, words)
  const isArticle = words.articles.has(word) || isGraded
  const at = isArticle && !isGraded ? nextWord(text.tokens, index + 1) : index
  if (at === null) return null
  const part = isArticle || words.ones.has(word) ? readOutOf(text, new Big(1), index + 1) : null
  if (part !== null) return part
  const factor = words.factors.get(text.tokens[at]?.text ?? '')
  if (factor !== undefined) return readFactor(text, at, factor, words)
  if (isArticle) return readOne(text, at, words)
  return readBareHalf(text, index) ?? readPlural(text, index, words)
}

/** "Plus du quart des élèves": after a word of approximation, whose article belongs to the part. */
function readDefinitePart({ tokens, language }: Tokens, index: number, { parts }: QuantityWords): NumberReading | null {
  const below = parts.get(tokens[index]?.text ?? '')
  if (below === undefined || baseLanguage(language) !== 'fr' || !/^(?:du|au|le)$/.test(tokens[index - 1]?.text ?? ''))
    return null
  const isHedged = HEDGED_PART.test(tokens[index - 2]?.text ?? '')
  // "D'heure" is three tokens, "de finale" two.
  const isOther = tokens.slice(index + 1, index + 4).some(({ text }) => /^(?:heure|finale|siècle)$/.test(text))
  return isHedged && !isOther && (isOfSomething(tokens[index + 1]) || GOES_ON.test(tokens[index + 1]?.text ?? ''))
    ? share(1, below, index + 1)
    : null
}

const GOES_ON = /^(?:et|ou|en|dans|ont|sera|seront|qui)$/
const HEDGED_PART = /^(?:plus|moins|près|delà|jusqu|environ|presque|quasiment|exactement|dépass\p{L}*|pas|jamais)$/u

/** "Ein gutes Drittel", "une bonne centaine": between the article and its noun stands a word of approximation. */
function isGradedArticle(tokens: readonly Token[], index: number, { articles }: QuantityWords): boolean {
  return GRADING.test(tokens[index - 1]?.text ?? '') && articles.has(tokens[index - 2]?.text ?? '')
}

const GRADING = /^(?:gute[srnm]?|knappe[srnm]?|bon|bonne|petite?|buen|buena|buon|buona|bom|boa|goede?|kleine?)$/

/** "Jede fünfte" is one in five. */
function readEvery({ tokens, language }: Tokens, index: number): NumberReading | null {
  const words = EVERY_WORDS.get(baseLanguage(language))
  if (!words?.every.test(tokens[index]?.text ?? '')) return null
  const at = nextWord(tokens, index + 1)
  const below = at === null ? undefined : words.ordinals.get(tokens[at]?.text ?? '')
  return at === null || below === undefined ? null : share(1, below, at + 1)
}

/** "Un millón y cuarto". */
const AND_QUARTER =
  /^ (?:y(?: un)? cuarto|e un quarto|e um quarto|et (?:un )?quart|und (?:eine?n? )?viertel)(?!\p{L})/iu

const HALVED =
  /^(?:stunde|jahr|tag|monat|minute|liter|meter|kilo|kilometer|heure|journée|année|hora|día|año|dia|ano|ora|giornata|anno|uur|dag|jaar)$/

/** "Halbe Million", and "anderthalb Jahre"; a half of anything else is counted by what follows, and not read. */
function readFactor(text: Tokens, at: number, factor: number, { rough }: QuantityWords): NumberReading | null {
  const scale = readScale(text, at + 1)
  if (scale !== null) return multiplied(new Big(factor), scale)
  // "Media docena", "une demi-douzaine".
  const dozen = nextWord(text.tokens, at + 1)
  if (dozen !== null && rough.get(text.tokens[dozen]?.text ?? '') === 12)
    return reading('CARDINAL', new Big(12 * factor), dozen + 1, { multipliers: [12] })
  if (factor > 1) return reading('CARDINAL', new Big(factor), at + 1)
  // "Eine halbe Stunde" is found, and in a measure that is not read; a half of anything else is counted by what follows.
  const measure = nextWord(text.tokens, at + 1)
  const isHalved = measure !== null && HALVED.test(text.tokens[measure]?.text ?? '')
  return isHalved ? reading('UNCLEAR', null, measure + 1) : null
}

/** After an article: "ein Drittel", "un million et demi". */
function readOne(text: Tokens, at: number, words: QuantityWords): NumberReading | null {
  const below = words.parts.get(text.tokens[at]?.text ?? '')
  // "Un tercio de", "ein Viertel der", and no "un quarto uomo".
  if (below !== undefined)
    return scaledPart(text, 1, below, at + 1) ?? (isOfSomething(text.tokens[at + 1]) ? share(1, below, at + 1) : null)
  const scale = readScale(text, at)
  return scale === null ? null : withHalf(text, multiplied(new Big(1), scale))
}

/** "Millón y medio", without the article that other languages need. */
function readBareHalf(text: Tokens, index: number): NumberReading | null {
  if (!/^(?:millón|milhão|milione|million)$/.test(text.tokens[index]?.text ?? '')) return null
  const scale = readScale(text, index)
  const whole = scale === null ? null : multiplied(new Big(1), scale)
  const half = whole === null ? null : withHalf(text, whole)
  return half === null || half.next === whole?.next ? null : half
}

const OF =
  /^(?:de|des|du|d|del|della|delle|dei|degli|di|do|da|dos|das|van|der|aller|ist|war|waren|kam|kamen|sind|hat|haben|est|sont|était|es|son|fue|vino|wird|wurde|bis|tot|à|a)$/

function isOfSomething(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'SIGN' || OF.test(token.text)
}

/** What stands between the part and the whole: "un Français sur cinq", "uno de cada cinco", "zwei von drei". */
const OUT_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', ['von']],
  ['fr', ['sur']],
  ['es', ['de cada']],
  ['it', ['su']],
  ['pt', ['em cada']],
  ['nl', ['op de', 'van de']],
])
/** "500 millions sur cinq ans": over so long, and no part. */
const DURATION =
  /^(?:jahre?n?|monate?n?|wochen?|tagen?|ans?|années|mois|semaines?|jours?|años|meses|semanas|días|anni|mesi|settimane|giorni|anos|dias|jaar|maanden|weken|dagen)$/
const MOST_IN = 20

/** So many of so many, from after the first number on; null where no whole follows. */
function readOutOf(text: Tokens, over: Big, from: number): NumberReading | null {
  const { tokens, language } = text
  // "Un Français sur cinq"; in German and Dutch what stands between is a sum: "eine Gruppe von 10".
  const starts = /^(?:de|nl)$/.test(baseLanguage(language)) ? [from] : [from, from + 1]
  for (const index of starts) {
    for (const joint of OUT_OF.get(baseLanguage(language)) ?? []) {
      const words = joint.split(' ')
      if (!words.every((word, at) => tokens[index + at]?.text === word && follows(tokens[index + at]))) continue
      const whole = wholeAt(text, index + words.length)
      if (whole?.value == null || over.gte(whole.value) || DURATION.test(tokens[whole.next]?.text ?? '')) continue
      return share(over.toNumber(), whole.value.toNumber(), whole.next)
    }
  }
  return null
}

function wholeAt(text: Tokens, index: number): NumberReading | null {
  const digits = text.tokens[index]
  // A whole number, and no piece of "3,7".
  const isDigits =
    digits?.kind === 'DIGITS' &&
    /^\d{1,2}$|^10+$/.test(digits.text) &&
    readDigits(text.tokens, index, text.marks).next === index + 1
  const read = isDigits ? reading('CARDINAL', new Big(digits.text), index + 1) : readSpelled(text, index)
  const isSmall = read?.value?.lte(MOST_IN) === true || read?.value?.mod(100).eq(0) === true
  return read !== null && isSmall && read.multipliers.length === 0 ? read : null
}

/** What goes on from a number: "zwei Drittel", "dos docenas", "2 millones y medio". */
export function readForeignTail(text: Tokens, first: NumberReading): NumberReading | null {
  const words = quantityWords(text)
  if (words === null || first.value === null || first.kind !== 'CARDINAL') return null
  if (first.multipliers.length > 0) return withHalf(text, first)
  const part = first.unit === null && first.value.lte(MOST_IN) ? readOutOf(text, first.value, first.next) : null
  if (part !== null) return part
  const at = nextWord(text.tokens, first.next)
  if (at === null) return null
  const word = text.tokens[at]?.text ?? ''
  const below = words.parts.get(word)
  if (below !== undefined && first.value.lt(below)) {
    // "Tres cuartas partes".
    const next = text.tokens[at + 1]?.text === 'partes' ? at + 2 : at + 1
    return scaledPart(text, first.value.toNumber(), below, next) ?? share(first.value.toNumber(), below, next)
  }
  const dozen = words.rough.get(word)
  return dozen === 12 ? reading('CARDINAL', first.value.times(12), at + 1, { multipliers: [12] }) : null
}

/** So many or so: "une vingtaine"; null where no article and such a word begin. */
export function readRough(text: Tokens, index: number): { readonly value: Big; readonly next: number } | null {
  const words = quantityWords(text)
  if (words === null) return null
  const isGraded = isGradedArticle(text.tokens, index, words)
  if (!isGraded && !words.articles.has(text.tokens[index]?.text ?? '')) return null
  const at = isGraded ? index : nextWord(text.tokens, index + 1)
  const value = at === null ? undefined : words.rough.get(text.tokens[at]?.text ?? '')
  return at === null || value === undefined ? null : { value: new Big(value), next: at + 1 }
}

/** "Hunderte", "centaines de milliers": two of its kind or more, below the next. */
function readPlural(text: Tokens, index: number, words: QuantityWords): NumberReading | null {
  const { tokens } = text
  const one = words.plurals.get(tokens[index]?.text ?? '')
  if (one === undefined) return null
  // "Centaines de milliers", and in German "Hunderte Millionen".
  const of = words.of === '' ? index : index + 1
  const second = nextWord(tokens, of + 1)
  const joins = second !== null && (of === index || (tokens[of]?.text === words.of && follows(tokens[of])))
  const scale = joins ? words.plurals.get(tokens[second]?.text ?? '') : undefined
  const unit = one * (scale ?? 1)
  const next = scale === undefined || second === null ? index + 1 : second + 1
  const isOpen = scale === undefined && one >= 1e6
  return reading('MAGNITUDE', null, next, { lower: 2 * unit, upper: isOpen ? null : one === 12 ? 100 : 10 * unit })
}

function share(over: number, below: number, next: number): NumberReading {
  return reading('SHARE', new Big(over / below), next)
}

/** "Un quart de million", "een kwart miljoen", "trois quarts de milliard". */
function scaledPart(text: Tokens, over: number, below: number, next: number): NumberReading | null {
  const of = /^(?:de|di|d)$/.test(text.tokens[next]?.text ?? '') && follows(text.tokens[next]) ? next + 1 : next
  const scale = readScale(text, of)
  if (scale === null) return null
  const exact = scale.value.times(over).div(below)
  return multiplied(new Big(1), { ...scale, value: exact.eq(exact.round(3)) ? exact : exact.round(0) })
}

/** "Et demi" after a multiplier adds half of it. */
function withHalf(text: Tokens, read: NumberReading): NumberReading {
  const words = quantityWords(text)
  const by = read.multipliers.at(-1)
  if (words === null || read.value === null || by === undefined) return read
  const quarter = AND_QUARTER.exec(text.text.slice(text.tokens[read.next - 1]?.end ?? 0).slice(0, 20))
  if (quarter !== null) return reading('UNCLEAR', null, read.next + quarter[0].trim().split(' ').length)
  for (const half of words.andHalf) {
    const each = half.split(' ')
    const fits = each.every((word, at) => {
      const token = text.tokens[read.next + at]
      return token?.text === word && follows(token)
    })
    if (fits) return { ...read, value: read.value.plus(by / 2), next: read.next + each.length }
  }
  return read
}
