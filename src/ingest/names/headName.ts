import { type Gender, theLexicon } from './lexicon.ts'
import {
  breaks,
  determiners,
  groups,
  knownOrganizations,
  knownPhrases,
  longTitle,
  noNames,
  organizationNouns,
  particles,
  personNouns,
} from './lists.ts'
import { genderOfTitles, joinTokens, type PersonName, readPersonName, withoutTitles } from './personName.ts'
import { isAllCapitals, isCapitalised, type NameToken, nameTokens } from './tokens.ts'

/** Whom the head of a phrase names, and how. Where it stands counts UTF-16 units of the phrase. */
export type Head = { readonly start: number; readonly end: number; readonly words: string } & (
  | { readonly kind: 'PERSON'; readonly name: PersonName; readonly isApposition: boolean }
  /** A surname, with a title or without. */
  | { readonly kind: 'SURNAME'; readonly surname: string; readonly hasTitle: boolean; readonly gender: Gender | null }
  | { readonly kind: 'ACRONYM' }
  | { readonly kind: 'ORGANIZATION' }
  /** A capitalised run that is a name by its spelling, of a person or of an organization. */
  | { readonly kind: 'NAME' }
)

/**
 * The name that a phrase has for its head, if it has one and only one: "Sen. Ted Cruz of Texas" names Ted Cruz,
 * "Trump's campaign" and "a spokesman for Clinton" name nobody, nor does "Cruz and Rubio".
 */
export function headName(phrase: string): Head | null {
  const tokens = nameTokens(phrase)
  const [first = [], ...others] = segmentsOf(tokens)
  if (isCoordinated(first, others)) return null
  const head = headOfSegment(first, phrase)
  if (head !== 'DESCRIPTION') return head
  // "Trump's campaign chairman, Paul Manafort": the description is of a person, and the apposition says which.
  const [second = []] = others
  if (/^(?:including|like|such|especially|notably)$/.test(second[0]?.key ?? '')) return null
  const named = headOfSegment(second, phrase)
  if (named === null || named === 'DESCRIPTION') return null
  return named.kind === 'PERSON' && named.name.isKnown ? { ...named, isApposition: true } : null
}

/** The parts of a phrase between commas, brackets and dashes; a suffix belongs to the name before its comma. */
function segmentsOf(tokens: readonly NameToken[]): NameToken[][] {
  const segments: NameToken[][] = [[]]
  for (const token of tokens) {
    const current = segments.at(-1)
    if (/^[,;:()[\]—–…-]$/.test(token.text)) segments.push([])
    else if (!/^["“”‘’'`*]$/.test(token.text)) current?.push(token)
  }
  const joined: NameToken[][] = []
  for (const segment of segments) {
    const before = joined.at(-1)
    const [token] = segment
    if (before && segment.length === 1 && token && /^(?:jr|sr|ii|iii|iv)$/.test(token.key)) before.push(token)
    else if (segment.length > 0) joined.push(segment)
  }
  return joined
}

/** Whether several are named side by side. */
function isCoordinated(first: readonly NameToken[], others: readonly (readonly NameToken[])[]): boolean {
  const joins = (token: NameToken | undefined) => token?.key === 'and' || token?.key === 'or' || token?.key === '&'
  const cut = first.findIndex(({ key }) => breaks.has(key))
  const head = cut < 0 ? first : first.slice(0, cut)
  if (head.some(joins) && organizationOf(head) === null) return true
  // "Ted Cruz of Texas and Marco Rubio of Florida"
  const tail = first.slice(head.length)
  if (tail.some((token, index) => joins(token) && isPersonAt(tail, index + 1))) return true
  return others.some(
    (segment, index) =>
      joins(segment[0]) ||
      segment.some((token, at) => joins(token) && isPersonAt(segment, at + 1)) ||
      (index === 0 && first.some(isCapitalised) && !isDescription(first) && isListed(segment, others)),
  )
}

/** "Clinton, Sanders and O'Malley", "Ted Cruz, Chris Christie": the next part is a name and nothing else. */
function isListed(segment: readonly NameToken[], others: readonly (readonly NameToken[])[]): boolean {
  const isJoint = ({ key }: NameToken) => key === 'and' || key === 'or'
  if (segment.some(isJoint) && segment.every(token => isCapitalised(token) || isJoint(token))) return true
  if (!segment.every(isCapitalised) || !isPersonAt(segment, 0)) return false
  const hasMore = others.slice(1).some(part => part.some(isJoint))
  return hasMore || withoutTitles(segment).titles.length === 0
}

/** Whether a part ends in a noun of a person, so that a name after it says who that is. */
function isDescription(segment: readonly NameToken[]): boolean {
  const cut = segment.findIndex(({ key }, index) => index > 0 && breaks.has(key))
  const last = (cut < 0 ? segment : segment.slice(0, cut)).at(-1)
  return last !== undefined && !isCapitalised(last) && personNouns.has(last.key)
}

function isPersonAt(tokens: readonly NameToken[], index: number): boolean {
  const run = runFrom(tokens, index)
  const { rest, titles } = withoutTitles(run)
  return (titles.length > 0 && rest.length > 0) || readPersonName(rest)?.isKnown === true
}

function runFrom(tokens: readonly NameToken[], index: number): NameToken[] {
  const run: NameToken[] = []
  for (const token of tokens.slice(index)) {
    if (!isCapitalised(token)) break
    run.push(token)
    if (token.isGenitive) break
  }
  return run
}

function headOfSegment(segment: readonly NameToken[], phrase: string): Head | 'DESCRIPTION' | null {
  const organization = organizationOf(segment)
  if (organization) return { kind: 'ORGANIZATION', ...placeOf(organization, phrase) }
  const words = withoutLongTitle(segment, phrase)
  const cut = words.findIndex(({ key }, index) => index > 0 && breaks.has(key))
  const full = cut < 0 ? words : words.slice(0, cut)
  const genitive = full.findLastIndex(({ isGenitive }, index) => isGenitive && index < full.length - 1)
  const head = full.slice(genitive + 1)
  const last = head.at(-1)
  if (!last) return null
  if (!isCapitalised(last)) {
    const staff = staffOf(head)
    if (staff) return { kind: 'ORGANIZATION', ...placeOf(staff, phrase) }
    const own = ownStaff(full, genitive)
    if (own) return { kind: 'ORGANIZATION', ...placeOf(full, phrase), words: own }
    return personNouns.has(last.key) ? 'DESCRIPTION' : null
  }
  const start = runStart(head)
  const run = head.slice(start)
  const before = genitive >= 0 && start === 0 ? full.slice(0, genitive + 1) : head.slice(0, start)
  const [determiner] = full
  const noun = before.at(-1)
  const isPersons = noun !== undefined && personNouns.has(noun.key)
  if (determiner && determiners.has(determiner.key) && !isPersons) return null
  return nameIn(run, { isPersons, isDefinite: noun?.key === 'the', isFirst: start === 0 && genitive < 0 }, phrase)
}

const STAFF = /^(?:campaign|administration|camp|team|government)$/

/** "the Clinton campaign", "The Obama administration": the people of somebody, spoken of as one body. */
function staffOf(head: readonly NameToken[]): NameToken[] | null {
  const [the, ...run] = head
  const noun = run.at(-1)
  if (the?.key !== 'the' || run.length < 2 || run.length > 3 || !STAFF.test(noun?.key ?? '')) return null
  // "the Turkish government" is one; "the Republican campaign" is nobody's in particular.
  const isName = (token: NameToken) => noun?.key === 'government' || !noNames.has(token.key)
  const owner = run.slice(0, -1)
  return owner.every(token => isCapitalised(token) && !token.isGenitive && isName(token)) ? run : null
}

/** "Mr. Trump's presidential campaign" is called as "the Trump campaign" is; "Rep. Gowdy's office" is his. */
function ownStaff(full: readonly NameToken[], genitive: number): string | null {
  const owner = withoutTitles(full.slice(0, genitive + 1)).rest
  const [first, ...others] = full.slice(genitive + 1)
  const noun = others.at(-1) ?? first
  const isOwn = others.length === 0 || (others.length === 1 && /^(?:presidential|senate|press)$/.test(first?.key ?? ''))
  if (genitive < 0 || owner.length === 0 || !isOwn || !noun || !owner.every(isCapitalised)) return null
  if (owner.some(({ key }) => noNames.has(key) || groups.has(key))) return null
  if (noun.key === 'office') return `${joinTokens(owner)}'s office`
  return STAFF.test(noun.key) ? `${joinTokens(owner)} ${noun.key}` : null
}

/** Where the capitalised words at the end of a head begin; a particle of a surname is no end of them. */
function runStart(head: readonly NameToken[]): number {
  let start = head.length
  for (let index = head.length - 1; index >= 0; index -= 1) {
    const token = head[index]
    if (!token) break
    if (isCapitalised(token)) start = index
    else if (!(particles.has(token.key) && index > 0 && isCapitalised(head[index - 1] ?? token))) break
  }
  return start
}

interface Surroundings {
  readonly isPersons: boolean
  readonly isDefinite: boolean
  /** Whether the run begins the phrase, where any word may be capitalised. */
  readonly isFirst: boolean
}

function nameIn(
  whole: readonly NameToken[],
  { isPersons, isDefinite, isFirst }: Surroundings,
  phrase: string,
): Head | null {
  const lexicon = theLexicon()
  // "Texas-based Matt Mackowiak"
  const place = whole.findLastIndex(({ key }) => key.endsWith('-based') || key.endsWith('-born'))
  const named = whole.slice(place + 1)
  const run = named[0]?.key === 'the' ? named.slice(1) : named
  const isThe = isDefinite || run.length < named.length
  const all = run.map(({ key }) => key).join(' ')
  const last = run.at(-1)
  if (!last || groups.has(last.key) || (run.length > 3 && run.every(isAllCapitals))) return null
  if (knownPhrases.has(all) || lexicon.isOrganization(all) || (run.length === 1 && knownOrganizations.has(all))) {
    if (!(noNames.has(all) || (run.length === 1 && isAllCapitals(last))))
      return { kind: 'ORGANIZATION', ...placeOf(run, phrase) }
  }
  // "the State Department", "the Senate": that a word is a title too does not matter before the noun of an organization.
  if (isThe && organizationNouns.has(last.key) && !noNames.has(last.key) && (run.length > 1 || !last.isGenitive))
    return { kind: 'ORGANIZATION', ...placeOf(run, phrase) }
  const { titles, rest } = withoutTitles(run)
  const hasTitle = titles.length > 0 || isPersons
  if (rest.length === 0) return null
  if (rest.length === 1 || isParticled(rest)) {
    if (noNames.has(last.key) || last.text.length < 2) return null
    if (isAllCapitals(last) && !hasTitle && last.text.replaceAll('.', '').length <= 6) {
      return { kind: 'ACRONYM', ...placeOf(rest, phrase) }
    }
    if (isThe || /^\d/.test(last.text)) return null
    const surname = rest.map(({ key }) => key).join(' ')
    return { kind: 'SURNAME', surname, hasTitle, gender: genderOfTitles(titles), ...placeOf(rest, phrase) }
  }
  if (lexicon.isPlace(rest.map(({ key }) => key).join(' '))) return null
  const name = readPersonName(rest)
  if (name && (name.isKnown || hasTitle) && !isThe) {
    return { kind: 'PERSON', name, isApposition: false, ...placeOf(rest, phrase) }
  }
  if (organizationNouns.has(last.key) && run.length > 1) return { kind: 'ORGANIZATION', ...placeOf(run, phrase) }
  if (run.some(({ key }) => groups.has(key)) || titles.length > 0) return null
  if (!isThe && run.some(({ key }) => noNames.has(key))) return null
  if (isFirst && !isThe && run.some(({ key }) => lexicon.isCommon(key))) return null
  return { kind: isThe ? 'ORGANIZATION' : 'NAME', ...placeOf(run, phrase) }
}

/** "Le Pen", "De Niro": a surname of two words. */
function isParticled(rest: readonly NameToken[]): boolean {
  const [first] = rest
  return rest.length === 2 && first !== undefined && particles.has(first.key) && !theLexicon().isGivenName(first.key)
}

/** "the Federal Bureau of Investigation", "the Council on Foreign Relations": a name with small words inside. */
function organizationOf(segment: readonly NameToken[]): NameToken[] | null {
  const start = segment[0]?.key === 'the' ? 1 : 0
  let end = start
  let hasJoint = false
  for (let index = start; index < segment.length; index += 1) {
    const token = segment[index]
    if (!token) break
    if (isCapitalised(token)) {
      end = index + 1
      if (token.isGenitive && index < segment.length - 1) return null
    } else if (/^(?:of|for|on|and|&|to|the|in|against)$/.test(token.key) && isCapitalised(segment[end - 1] ?? token)) {
      hasJoint = true
    } else break
  }
  const run = segment.slice(start, end)
  const joint = run.findIndex(token => !isCapitalised(token))
  const noun = run[joint - 1]
  if (!hasJoint || joint < 1 || !noun) return null
  const isName = organizationNouns.has(noun.key) && !groups.has(noun.key)
  const isAnd = run[joint]?.key === 'and' || run[joint]?.key === '&'
  if (isAnd) return null
  if (run.some((_, index) => index > joint && readPersonName(run.slice(index))?.isKnown)) return null
  return isName && end === segment.length && withoutTitles(run.slice(0, joint)).rest.length > 0 ? run : null
}

/** A title such as "Secretary of State" taken off, so that its "of" does not end the head. */
function withoutLongTitle(segment: readonly NameToken[], phrase: string): readonly NameToken[] {
  for (const [index, token] of segment.entries()) {
    const title = longTitle.exec(phrase.slice(token.start))
    if (title) {
      const end = token.start + title[0].length
      const rest = segment.filter(({ start }) => start >= end)
      // The title stays as one word, so that it is known that there was one.
      return [...segment.slice(0, index), { ...token, key: 'secretary', text: 'Secretary' }, ...rest]
    }
  }
  return segment
}

function placeOf(tokens: readonly NameToken[], phrase: string): { start: number; end: number; words: string } {
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  return { start, end, words: tokens.every(isCapitalised) ? joinTokens(tokens) : phrase.slice(start, end) }
}
