import { isChangedBy } from './changes.ts'
import { hasTitle, isDottedOrdinal, isEasternDate, isForeignYear, isHourOrPaper, isYearRange } from './foreignNames.ts'
import type { Tokens } from './number.ts'
import type { Phrase } from './phrase.ts'
import { follows, isHyphen, type Token, touches } from './tokens.ts'

/** What a number after it is the name of: "Section 8", "No. 1", "Flight 93". */
const TITLES: ReadonlySet<string> = new Set(
  `no number nos section sec title article art chapter ch page pages pp figure fig table flight room channel interstate
  highway route rt proposition prop amendment resolution bill act part line phase tier type zone district ward psalm
  apollo boeing windows grade level rule form schedule class category case docket item exhibit verse version vol volume
  issue apt suite pier gate area iphone formula super bowl max galaxy hot playstation xbox ftse nikkei russell fortune cac dax stoxx nasdaq hr initiative measure question day week hb sb ab ordinance
  step bus episode season round game lesson appendix annex terminal platform lot unit q hangar`.split(/\s+/),
)

/** Whether a number says which one, when, or is part of a name, and not how many. */
export function isNoQuantity(text: Tokens, phrase: Phrase): boolean {
  const { kind, start, next, first } = phrase
  const { tokens } = text
  if (kind === 'ORDINAL' || kind === 'NAME') return true
  const before = tokens[start - 1]
  const after = tokens[next]
  if (before?.text === '#' && touches(tokens[start])) return true
  if (before !== undefined && /^[§¶№]$/.test(before.text)) return true
  if (isListMarker(text, phrase)) return true
  // "401(k)", "10:30", "3-2".
  if (after?.text === '(' && touches(after) && /^[a-z]$/.test(tokens[next + 1]?.text ?? '')) return true
  if (isClock(text, phrase) || isPrices(text, phrase)) return true
  if (!text.english && isForeignName(text, phrase)) return true
  if (isAddress(text, phrase)) return true
  if (first.unit !== null || first.reading.multipliers.length > 0) return false
  const title = before?.text === '.' ? tokens[start - 2] : before
  if (title?.kind === 'WORD' && TITLES.has(title.text) && (title.capital || title.text === 'no')) return true
  if (isAbbreviated(text, start) || isPlace(text, phrase)) return true
  if (isNumbered(text, phrase)) return true
  if (isEarlyYear(text, phrase) || isModel(text, phrase)) return true
  // "The S&P 500".
  if (before?.text === 'p' && tokens[start - 2]?.text === '&' && touches(before)) return true
  // "The Group of 20".
  const isGroup = before?.text === 'of' && tokens[start - 2]?.capital === true
  if (isGroup && /^(?:group|gang|club|committee)$/.test(tokens[start - 2]?.text ?? '')) return true
  // "Ground zero", "the Gang of Eight".
  if (before?.text === 'ground' && tokens[start]?.text === 'zero') return true
  if (before?.text === 'of' && tokens[start - 2]?.capital === true && tokens[start]?.capital === true) return true
  return isCapitalName(text, phrase) || isPronoun(text, phrase)
}

function isForeignName(text: Tokens, { start, next, first }: Phrase): boolean {
  if (isHourOrPaper(text, next) || isDottedOrdinal(text, first.start, first.next)) return true
  if (isYearRange(text, first.start, next) || isEasternDate(text, first.start, next)) return true
  if (first.unit !== null || first.reading.multipliers.length > 0) return false
  return hasTitle(text, start, next) || isForeignYear(text, start, first.start, next)
}

/** "H.R. 2", "S.J.Res. 5", "L. 5", "ll. 5–9", "p. 5", "q. 5": letters with a point, that number bills, lines, pages and questions. */
const ABBREVIATED = /(?<![\p{L}.])(?:H\. ?R|[HS]\. ?(?:(?:J|Con)\. ?)?Res|[SL]|ll?|pp?|[Qq]{1,2})\. ?$/u
const LONGEST_ABBREVIATION = 16

function isAbbreviated({ text, tokens }: Tokens, start: number): boolean {
  const number = tokens[start]
  if (number?.kind !== 'DIGITS' || tokens[start - 1]?.text !== '.') return false
  return ABBREVIATED.test(text.slice(Math.max(0, number.start - LONGEST_ABBREVIATION), number.start))
}

/** With a capital, and no plural after it: "Building 7", "Camp 22", "Operation 1027"; "Building 7 homes takes a year" counts. */
const PLACES: ReadonlySet<string> = new Set('building camp tower operation studio booth block bay station'.split(' '))

function isPlace({ tokens }: Tokens, { start, first }: Phrase): boolean {
  const before = tokens[start - 1]
  if (tokens[start]?.kind !== 'DIGITS' || before === undefined || !before.capital || !PLACES.has(before.text))
    return false
  return !countsNoun(tokens[first.next])
}

/** Whether the word may be what a number before it counts. */
function countsNoun(after: Token | undefined): boolean {
  return after?.kind === 'WORD' && follows(after) && /[^s]s$|^(?:people|person|men|women|children)$/.test(after.text)
}

/** What a number after it is always the number of, in small letters too: "page 12", "call 911", "chapters 3". */
const NUMBERED: ReadonlySet<string> = new Set(
  'title titles version versions page pages pp chapter chapters section sections article articles paragraph paragraphs verse verses phase phases grade grades aisle route highway dial dialed dialled phone tel ext extension'.split(
    ' ',
  ),
)

/** In small letters these have a number after them, or stand before what is counted: "in room 12", "the line 6 people formed". */
const MAY_BE_NUMBERED: ReadonlySet<string> = new Set(
  'room flight gate platform episode step table figure volume apartment bus line unit'.split(' '),
)

function isNumbered({ tokens }: Tokens, { start, next }: Phrase): boolean {
  const [digits, before, after] = [tokens[start], tokens[start - 1], tokens[next]]
  if (digits?.kind !== 'DIGITS' || before === undefined) return false
  if (NUMBERED.has(before.text)) return true
  if (MAY_BE_NUMBERED.has(before.text)) {
    return !countsNoun(after)
  }
  // "Page 5 of 10".
  const isOfPages = before.text === 'of' && tokens[start - 2]?.kind === 'DIGITS'
  if (isOfPages && /^(?:pages?|pp?|part|step)$/.test(tokens[start - 3]?.text ?? '')) return true
  return isInList(tokens, start, next)
}

const LIST_JOINT = /^(?:,|and|or|to|through|–|-|&)$/

/** No list of chapters has more numbers: a page of nothing else is not read again for each. */
const MOST_LISTED = 50

/** "Chapters 3 and 4", "Rooms 12, 13 and 14": the noun in the plural is of each. */
function isInList(tokens: readonly Token[], start: number, next: number): boolean {
  let at = start - 1
  for (let count = 0; count < MOST_LISTED && LIST_JOINT.test(tokens[at]?.text ?? ''); count += 1) {
    const digits = LIST_JOINT.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1
    if (tokens[digits]?.kind !== 'DIGITS') break
    at = digits - 1
  }
  const noun = tokens[at]
  const isFirst = at === start - 1
  if (noun?.kind !== 'WORD' || (isFirst && !LIST_JOINT.test(tokens[next]?.text ?? ''))) return false
  // "Bills 24, Jets 10": after the first number of a list stands a second.
  if (isFirst && tokens[next + 1]?.kind !== 'DIGITS') return false
  if (NUMBERED.has(noun.text)) return noun.text.endsWith('s')
  return noun.capital && noun.text.endsWith('s') && TITLES.has(noun.text.slice(0, -1))
}

/** "In 788, about a century after", "until 1638", "by about 900, much of it": a year to the eye, without a thing that it counts. */
function isEarlyYear({ tokens, english }: Tokens, { start, next, first }: Phrase): boolean {
  const [digits, before, after] = [tokens[first.start], tokens[start - 1], tokens[next]]
  if (!english || !first.reading.isPlain || !/^\d{3,4}$/.test(digits?.text ?? '') || first.next !== next) return false
  if (before === undefined) return false
  const isOld = /^1[0-3]\d\d$/.test(digits?.text ?? '')
  const isEnd = after === undefined || /^[,.;:)]$/.test(after.text)
  if (
    before.text === 'in' &&
    isOld &&
    /^(?:and|or|when|after|but|as|by|to|the|it|he|she|they)$/.test(after?.text ?? '')
  )
    return true
  if (!isEnd) return false
  if (before.text === 'in') {
    return isOld || (before.capital && after?.text === ',')
  }
  if (/^(?:until|since)$/.test(before.text)) return true
  return before.text === 'by' && after?.text === ',' && !isChangedBy(tokens, start)
}

/** "1. The board meets", "2) It votes", "(1) cut taxes, (2) raise wages": what numbers the points of a list. */
function isListMarker({ tokens, points }: Tokens, { start, next }: Phrase): boolean {
  const [digits, closing, after] = [tokens[start], tokens[next], tokens[next + 1]]
  if (digits?.kind !== 'DIGITS' || digits.text.length > 2 || next !== start + 1 || !touches(closing)) return false
  if (after?.kind !== 'WORD' || touches(after)) return false
  const isOpened = tokens[start - 1]?.text === '(' && touches(digits)
  const first = tokens[isOpened ? start - 1 : start]
  const isFirst = first === tokens[0] || first?.gap.includes('\n') === true
  if (closing?.text === '.') return isFirst && !isOpened && after.capital
  if (closing?.text !== ')') return false
  const opening = isOpened ? '(' : ' '
  const isBeside = (number: number) => points.has(`${opening}${number})`)
  return isFirst || isBeside(Number(digits.text) - 1) || isBeside(Number(digits.text) + 1)
}

const STREETS =
  /^(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|lane|square|place|plaza|terrace|court|parkway|highway|way|close|crescent|circle|alley|mews|gardens|quay|turnpike)$/

const COURTS =
  /^(?:supreme|high|federal|district|circuit|appeals|appellate|superior|county|crown|magistrates?|juvenile)$/

/** "10 Downing Street", "1600 Pennsylvania Ave.". */
function isAddress({ tokens }: Tokens, { start, next }: Phrase): boolean {
  if (tokens[start]?.kind !== 'DIGITS') return false
  for (let at = next; at < next + 4; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'WORD' || !token.capital || token.gap !== ' ') return false
    if (at > next && STREETS.test(token.text)) return !COURTS.test(tokens[at - 1]?.text ?? '')
  }
  return false
}

/** "The iPhone 15": a product, by the capital within the word before; but "at YouTube 300 people" counts. */
function isModel({ text, tokens }: Tokens, { start, next }: Phrase): boolean {
  const [before, after] = [tokens[start - 1], tokens[next]]
  if (before?.kind !== 'WORD' || tokens[start]?.kind !== 'DIGITS') return false
  const name = text.slice(before.start, before.end)
  if (/^\p{Ll}+\p{Lu}/u.test(name)) return true
  const isCounted = after?.kind === 'WORD' && /[^su]s$|^people$/.test(after.text)
  return /\p{Ll}\p{Lu}/u.test(name) && !/^Ma?c/.test(name) && !isCounted
}

/** "In 2016 dollars": at the prices of that year. */
function isPrices({ tokens }: Tokens, { start, first }: Phrase): boolean {
  const before = tokens[start - 1]?.text ?? ''
  const isYear = first.reading.isPlain && /^(?:19|20)\d\d$/.test(tokens[start]?.text ?? '')
  return isYear && first.unit?.kind === 'CURRENCY' && /^(?:in|of|constant|to)$/.test(before)
}

const AUXILIARY =
  /^(?:can|could|will|would|shall|should|may|might|must|has|had|is|was|does|did|who|that|and|or|but|to|in|on|at|by|for|from|with|than|as|if|when|where)$/

/** "One" that stands for somebody or something named before: "the one", "one could", "got one", "one of the most". */
function isPronoun({ tokens, english }: Tokens, { start, next }: Phrase): boolean {
  const [word, before, after] = [tokens[start], tokens[start - 1], tokens[next]]
  if (!english || word?.text !== 'one' || next !== start + 1) return false
  // "Not one illness has been reported."
  if (before?.text === 'not') return true
  if (
    before !== undefined &&
    /^(?:number|single|last|first|next|only|which|other)$/.test(before.text) &&
    !isNoun(after)
  )
    return true
  // "One 16-year-old".
  const isCompound = after?.kind === 'DIGITS' && isHyphen(tokens[next + 1])
  return before?.text === 'number' || !(isNoun(after) || isCompound)
}

function isNoun(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'WORD' || token.text === '-') &&
    token.text !== 'of' &&
    !AUXILIARY.test(token.text)
  )
}

function isClock({ tokens }: Tokens, { start, next }: Phrase): boolean {
  const [before, after] = [tokens[start - 1], tokens[next]]
  if (after?.text === ':' && touches(after) && tokens[next + 1]?.kind === 'DIGITS' && touches(tokens[next + 1]))
    return true
  return before?.text === ':' && touches(tokens[start]) && touches(before) && tokens[start - 2]?.kind === 'DIGITS'
}

/** "Air Force One", "Big Ten": a number word with a capital after a word with one. */
function isCapitalName({ tokens }: Tokens, { start, next, kind }: Phrase): boolean {
  const [word, before] = [tokens[start], tokens[start - 1]]
  if (kind !== 'CARDINAL') return false
  return next === start + 1 && word?.kind === 'WORD' && word.capital && before?.kind === 'WORD' && before.capital
}
