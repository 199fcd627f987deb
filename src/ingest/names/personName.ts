import { type Gender, theLexicon } from './lexicon.ts'
import { genderedTitles, groups, noNames, organizationNouns, particles, suffixes, titles } from './lists.ts'
import { isAllCapitals, isCapitalised, isInitial, type NameToken } from './tokens.ts'

/** The parts of a person's full name. */
export interface PersonName {
  /** As it is worded, without title and genitive. */
  readonly words: string
  readonly given: string
  /** Names and initials between the given name and the surname. */
  readonly middle: readonly string[]
  readonly surname: string
  readonly suffix: string | null
  readonly gender: Gender | null
  /** Whether a list has the given name; otherwise the words only look like a name. */
  readonly isKnown: boolean
}

/** What stands before a name, taken off: titles and offices, up to the last of them. */
export function withoutTitles(run: readonly NameToken[]): {
  readonly titles: readonly NameToken[]
  readonly rest: readonly NameToken[]
} {
  const last = run.findLastIndex((token, index) => isTitle(token, run, index))
  return { titles: run.slice(0, last + 1), rest: run.slice(last + 1) }
}

function isTitle({ key }: NameToken, run: readonly NameToken[], index: number): boolean {
  // The last word is whoever bears the title: "Judge" alone is nobody, but "Bob Dean" is not a dean and "Mr. Singer" is not a singer.
  const before = run[index - 1]?.key ?? ''
  if (index === run.length - 1 && (theLexicon().isGivenName(before) || genderedTitles.has(before))) return false
  return titles.has(key.replace(/^(?:co|ex|vice|then)-/, '')) || genderedTitles.has(key)
}

/** The gender that the titles tell. */
export function genderOfTitles(tokens: readonly NameToken[]): Gender | null {
  for (const { key } of tokens) {
    const gender = genderedTitles.get(key)
    if (gender) return gender
  }
  return null
}

/** The parts of a capitalised run of words, if it can be a person's full name. */
export function readPersonName(run: readonly NameToken[]): PersonName | null {
  const lexicon = theLexicon()
  const last = run.at(-1)
  const suffix = last && suffixes.has(last.key) ? last.key : null
  const core = suffix === null ? run : run.slice(0, -1)
  const [first, ...others] = core
  if (!first || others.length === 0 || core.length > 5 || (suffix !== null && core.length < 2)) return null
  if (others.some(token => !isCapitalised(token) && !particles.has(token.key))) return null
  if (!isCapitalised(first)) return null
  if (core.some(({ key }) => groups.has(key) || noNames.has(key)) && !isInitial(first)) return null
  const start = surnameStart(core)
  const surname = core.slice(start)
  const family = surname.at(-1)
  if (!family || isInitial(family) || (organizationNouns.has(family.key) && !isFirm(core))) return null
  const isKnown = lexicon.isGivenName(first.key) || (isInitial(first) && !isAllCapitals(first)) || isInitials(first)
  return {
    words: joinTokens(run),
    given: first.key,
    middle: core.slice(1, start).map(({ key }) => key),
    surname: surname.map(({ key }) => key).join(' '),
    suffix,
    gender: lexicon.genderOf(first.key),
    isKnown,
  }
}

/** Names such as "Howard Dean Watch" are an organization's; "Jim Hall" and "Jack Law" may be a person's. */
function isFirm(core: readonly NameToken[]): boolean {
  const lexicon = theLexicon()
  const [first] = core
  return core.length === 2 && first !== undefined && lexicon.genderOf(first.key) !== null && !lexicon.isPlace(first.key)
}

function isInitials({ text }: NameToken): boolean {
  return /^(?:\p{Lu}\.){2,3}$/u.test(text)
}

/** Where the surname begins: at its first particle, or with the last word. */
function surnameStart(core: readonly NameToken[]): number {
  const particle = core.findIndex(({ key }, index) => index > 0 && index < core.length - 1 && particles.has(key))
  return particle > 0 ? particle : core.length - 1
}

/** The words of some tokens of one phrase, genitives left out. */
export function joinTokens(tokens: readonly NameToken[]): string {
  return tokens.map(({ text }) => text).join(' ')
}
