import Big from 'big.js'
import { type NumberReading, reading, type Tokens } from '../number.ts'
import { follows, nextWord, type Token } from '../tokens.ts'
import { isMeasure } from '../units.ts'
import { readEvery } from './every.ts'
import { isParts, mayMultiply, readFraction, readMultiple, readTail } from './fractions.ts'
import { isFirstWord, isLaterWord, LONGEST_NUMBER, readMultiplier, readNumberWords } from './numberWords.ts'

/** Words joined by spaces or hyphens, and where each ends. */
interface Words {
  readonly words: readonly string[]
  /** For each word the index of the first token after it. */
  readonly ends: readonly number[]
}

/** Whether a number in words may begin with the word. */
export function mayBeginSpelled(word: string): boolean {
  return mayMultiply(word) || isFirstWord(word) || word === 'every'
}

/** A number in English words from the token at `index` on. */
export function readSpelledEnglish({ tokens }: Tokens, index: number): NumberReading | null {
  const first = tokens[index]?.text ?? ''
  if (mayMultiply(first)) {
    const multiple = readMultiple([first, tokens[nextWord(tokens, index + 1) ?? -1]?.text ?? ''])
    return multiple === null ? null : reading('MULTIPLE', new Big(multiple), index + 1)
  }
  if (first === 'every') return readEvery(tokens, index)
  if (!isFirstWord(first)) return null
  const graded = gradedPart(tokens, index)
  if (graded !== null) return graded
  const { words, ends } = wordsFrom(tokens, index)
  const at = (length: number) => ends[length - 1] ?? index + 1
  const fraction = readFraction(words)
  if (fraction !== null && !(fraction.mayBeOrdinal && !isShareContext(tokens, at(fraction.length)))) {
    const { value, length, multipliers, isNumber } = fraction
    const again = endOfAgain(tokens, at(length)) ?? (isHalfOfUnit(tokens, index, at(length)) ? at(length) : null)
    if (again !== null) return reading('UNCLEAR', null, again)
    if (!isNumber && !isPlausible(tokens, index, at(length))) return null
    const kind = isNumber ? 'CARDINAL' : isCompared(tokens, at(length)) ? 'MULTIPLE' : 'SHARE'
    return reading(kind, value, at(length), { multipliers })
  }
  const found = readNumberWords(words)
  if (found === null) return null
  const next = at(found.length)
  switch (found.kind) {
    case 'CARDINAL': {
      const { value, multipliers } = found
      // "A million and three quarters" goes on from the million.
      if (words[found.length - 2] === 'and' && isParts(words[found.length] ?? ''))
        return reading('UNCLEAR', null, next + 1)
      const tail = multipliers.length > 0 ? readTail(words.slice(found.length)) : null
      if (tail === null) return reading('CARDINAL', new Big(value), next, { multipliers })
      // "A million and a half" is one and a half million.
      const whole = new Big(value).plus(tail.value.times(multipliers.at(-1) ?? 1))
      return reading('CARDINAL', whole, at(found.length + tail.length), { multipliers })
    }
    case 'MAGNITUDE':
      return reading('MAGNITUDE', null, next, { lower: found.lower, upper: found.upper })
    case 'ORDINAL':
      return reading('ORDINAL', null, next)
    case 'MULTIPLIER':
      return reading('UNCLEAR', null, next, { multipliers: readMultiplier(words)?.multipliers ?? [] })
  }
}

/** "A good third of them": the article of the part stands before its word of approximation. */
function gradedPart(tokens: readonly Token[], index: number): NumberReading | null {
  if (tokens[index - 2]?.text !== 'a' || !GRADING.test(tokens[index - 1]?.text ?? '')) return null
  const part = readFraction(['a', tokens[index]?.text ?? ''])
  // "Finished a solid third." is a place.
  const isPart = part?.mayBeOrdinal === true && AFTER_SHARE.has(tokens[index + 1]?.text ?? '')
  return isPart ? reading('SHARE', part.value, index + 1) : null
}

const GRADING = /^(?:good|full|solid|scant|bare)$/

function wordsFrom(tokens: readonly Token[], index: number): Words {
  const words = [tokens[index]?.text ?? '']
  const ends = [index + 1]
  while (words.length < LONGEST_NUMBER) {
    const end = ends.at(-1) ?? tokens.length
    const next = nextWord(tokens, end) ?? afterComma(tokens, end, words.at(-1) ?? '')
    const word = next === null ? undefined : tokens[next]
    if (next === null || word === undefined || !isLaterWord(word.text)) break
    words.push(word.text)
    ends.push(next + 1)
  }
  return { words, ends }
}

const SCALES: ReadonlySet<string> = new Set(['thousand', 'million', 'billion', 'trillion'])

/**
 * "Three hundred thousand, one hundred and six": after a comma the number goes on by hundreds or thousands. "Two thousand,
 * five of them children" and "a million, two hundred thousand or ten" do not.
 */
function afterComma(tokens: readonly Token[], index: number, last: string): number | null {
  if (!SCALES.has(last) || tokens[index]?.text !== ',' || !follows(tokens[index + 1])) return null
  const following = tokens.slice(index + 1, index + 8).map(({ text }) => text)
  const end = following.findIndex(word => !isLaterWord(word) && word !== '-')
  const rest = end === -1 ? following : following.slice(0, end)
  const isLower = rest.some(word => word === 'hundred' || SCALES.has(word)) && !/^an?$/.test(rest[0] ?? '')
  return isLower && !rest.includes('of') && !/^(?:or|,)$/.test(following[end] ?? '') ? index + 1 : null
}

const AFTER_SHARE: ReadonlySet<string> = new Set(
  'of were are is was have has had said say says did do does believe think more less and or but to in as full the'.split(
    ' ',
  ),
)

/** Whether "a third" is a part here: "a third of", "a third were cold", and not "a third man". */
function isShareContext(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  return token === undefined || (token.kind === 'SIGN' && token.text !== '-') || AFTER_SHARE.has(token.text)
}

/** "Half as many", "a third as likely", and no "half as a gift". */
function isCompared(tokens: readonly Token[], index: number): boolean {
  const compared = tokens[index + 1]
  return (
    tokens[index]?.text === 'as' &&
    compared?.kind === 'WORD' &&
    !/^(?:an?|the|of|we|they|he|she|it|I)$/.test(compared.text)
  )
}

/** "An hour and a half": of one and a half, which has no number before its unit. */
function isHalfOfUnit(tokens: readonly Token[], index: number, next: number): boolean {
  const unit = tokens[index - 2]
  const isPart = /^(?:half|quarter)$/.test(tokens[index + 1]?.text ?? '') && next === index + 2
  if (!isPart || tokens[index - 1]?.text !== 'and' || unit?.kind !== 'WORD' || isMeasure(tokens[next]?.text ?? ''))
    return false
  return /^(?:an?|one|per)$/.test(tokens[index - 3]?.text ?? '') && isUnitWord(unit)
}

function isUnitWord({ text }: Token): boolean {
  return text === 'percent' || text === 'cent' || isMeasure(text)
}

/** "Half again as many", "half as much again": one and a half times as many, and no half. */
function endOfAgain(tokens: readonly Token[], next: number): number | null {
  const [first, second, third] = tokens.slice(next, next + 3).map(({ text }) => text)
  if (first === 'again' && second === 'as') return next + 1
  return first === 'as' && /^(?:many|much|long|big|large|high)$/.test(second ?? '') && third === 'again'
    ? next + 3
    : null
}

/** "Half-brother", "the second half" and "a quarter century ago" hold no part of anything that is counted. */
function isPlausible(tokens: readonly Token[], index: number, next: number): boolean {
  const [first, after] = [tokens[index], tokens[next]]
  const before = tokens[index - 1]?.text ?? ''
  if (after?.text === '-' && after.gap === '') return isMeasure(tokens[next + 1]?.text ?? '')
  // "One third party".
  if (/^(?:party|parties|person|world)$/.test(after?.text ?? '') && tokens[next - 1]?.text === 'third') return false
  if (first?.text !== 'half') return true
  return !BEFORE_PERIOD.has(before) && !AFTER_HALF.has(after?.text ?? '')
}

const BEFORE_PERIOD: ReadonlySet<string> = new Set('first second last latter better front back final'.split(' '))
const AFTER_HALF: ReadonlySet<string> = new Set('brother brothers sister sisters'.split(' '))
