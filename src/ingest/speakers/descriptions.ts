import { breaks, determiners, personNouns, titles } from '../names/lists.ts'
import { isCapitalised, type NameToken, nameTokens } from '../names/tokens.ts'
import type { DocumentNames, NamedPerson } from './documentNames.ts'
import { stateIn } from './personFacts.ts'

/** A person, and what the document says of him or her at one place. */
interface Description {
  readonly person: NamedPerson
  /** Where the name stands that it goes with. */
  readonly start: number
  readonly words: ReadonlySet<string>
}

/** Offices by which alone a person is called: “the senator”. */
const OFFICE = /^(?:senator|governor|mayor|representative|judge|sheriff|ambassador)$/

/**
 * What a document says of people beside their full names: “Florida Sen. Marco Rubio”, “Ben Carson, a retired neurosurgeon,”. By it
 * “the Florida senator” leads to the one of whom it says both.
 */
export class Descriptions {
  readonly #text: string
  readonly #names: DocumentNames
  #found: readonly Description[] | null = null

  constructor(text: string, names: DocumentNames) {
    this.#text = text
    this.#names = names
  }

  /** The only person of whom all of a description was said before a place; null for none, and for several. */
  personOf(phrase: string, at: number): NamedPerson | null {
    const words = describing(phrase)
    if (words === null) return null
    const before = this.#descriptions().filter(({ start }) => start < at)
    const said = new Map<NamedPerson, Set<string>>()
    for (const { person, words } of before) {
      const known = said.get(person) ?? new Set()
      for (const word of words) known.add(word)
      said.set(person, known)
    }
    const fitting = [...said].filter(([, known]) => words.every(word => known.has(word)))
    const [only] = fitting
    return fitting.length === 1 && only ? only[0] : null
  }

  #descriptions(): readonly Description[] {
    this.#found ??= this.#names
      .places()
      .map(({ person, start, end }) => ({ person, start, words: new Set(saidBeside(this.#text, start, end)) }))
    return this.#found
  }
}

/** The words of “the Florida senator”, as they are compared; null where it is no description of one person. */
function describing(phrase: string): string[] | null {
  const found = /^the\s+(?<rest>.+?)(?:['’]s)?,?$/i.exec(phrase.trim())
  const rest = found?.groups?.rest
  if (rest === undefined || /[,;:()“”"]/.test(rest)) return null
  const tokens = nameTokens(rest)
  const cut = tokens.findIndex(({ key }) => breaks.has(key))
  const head = cut < 0 ? tokens : tokens.slice(0, cut)
  const noun = head.at(-1)
  if (noun === undefined || tokens.length > 7 || head.some(({ isGenitive }) => isGenitive)) return null
  const isOf = cut < 0 || tokens[cut]?.key === 'of'
  if (!isOf || !isPersons(noun)) return null
  const words = wordsOf(rest)
  return words.length > 1 || OFFICE.test(words[0] ?? '') ? words : null
}

function isPersons({ key }: NameToken): boolean {
  return (
    personNouns.has(key) ||
    (titles.has(key) && !/^(?:former|first|national|state|us|house|senate|police|supreme|court|campaign)$/.test(key))
  )
}

/** What stands right before a name and right behind it. */
function saidBeside(text: string, start: number, end: number): string[] {
  const before = text.slice(Math.max(0, start - 120), start).replace(/^.*\n/s, '')
  const after = text.slice(end, end + 120).replace(/\n.*$/s, '')
  const ahead = wordsBefore(before)
  const called = /(?:^|[\s“"(])(?:the|an?|his|her|its|their)\s+([^,.;:()“”]{3,80}),\s+$/i.exec(before)?.[1]
  const [, party = null, place = null] = /^,?\s*\(?([DRI])-([A-Z][\w.]*\.?(?:\s[A-Z][\w.]*)?)/.exec(after) ?? []
  const of = ahead.length > 0 ? /^ of ((?:\p{Lu}[\p{L}.]*\s?){1,2})/u.exec(after)?.[1] : undefined
  const apposed = /^,\s+(?:the|an?|who (?:is|was) (?:the|an?))\s+([^,.;:()“”—]{3,80}(?=[,.;)—]))/i.exec(after)?.[1]
  return [
    ...ahead,
    ...(called === undefined ? [] : wordsOf(untilClause(called))),
    ...(party === null ? [] : [{ D: 'democrat', R: 'republican', I: 'independent' }[party] ?? '']),
    ...(place === null ? [] : wordsOf(place)),
    ...(of === undefined ? [] : wordsOf(of)),
    ...(apposed === undefined ? [] : wordsOf(untilClause(apposed))),
  ]
}

/** A description up to what is said of something else: “the governor of Florida who”, “a critic”. */
function untilClause(words: string): string {
  const tokens = nameTokens(words)
  const cut = tokens.findIndex(({ key }, index) => breaks.has(key) && !(key === 'of' && isName(tokens[index + 1])))
  return cut < 0 ? words : words.slice(0, tokens[cut]?.start)
}

function isName(token: NameToken | undefined): boolean {
  return token !== undefined && isCapitalised(token)
}

/** The words that lead up to a name: “former Florida Gov.”. */
function wordsBefore(before: string): string[] {
  const tokens = nameTokens(before)
  let from = tokens.length
  for (let at = tokens.length - 1; at >= 0 && tokens.length - at <= 7; at -= 1) {
    const token = tokens[at]
    if (!token?.isWord || token.isGenitive) break
    if (breaks.has(token.key) || determiners.has(token.key) || /^(?:the|and|or|said|says)$/.test(token.key)) break
    from = at
  }
  const first = tokens[from]
  return first === undefined ? [] : wordsOf(before.slice(first.start))
}

/** Words as they are compared: “GOP” is “republican”, “Sen.” “senator”, “Fla.” the state. */
function wordsOf(words: string): string[] {
  const { text, states } = stateIn(words)
  return [
    ...states,
    ...nameTokens(text)
      .filter(({ isWord, key }) => isWord && !/^(?:the|of|an?|and)$/.test(key))
      .map(({ key }) => SAME.get(key) ?? key.replace(/^ex-/, '')),
  ]
}

const SAME: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['gov', 'governor'],
  ['rep', 'representative'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['pres', 'president'],
  ['gop', 'republican'],
  ['democratic', 'democrat'],
  ['front-runner', 'frontrunner'],
  ['spokesperson', 'spokesman'],
  ['spokeswoman', 'spokesman'],
  ['chairwoman', 'chairman'],
  ['chairperson', 'chairman'],
  ['atty', 'attorney'],
])
