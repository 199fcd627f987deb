import { type Gender, theLexicon } from '../names/lexicon.ts'
import { type PersonName, readPersonName, withoutTitles } from '../names/personName.ts'
import { isAllCapitals, isCapitalised, isInitial, type NameToken, nameKey, nameTokens } from '../names/tokens.ts'
import { factsAround, type PersonFacts } from './personFacts.ts'
import { isCommonWord, isSmallWord, isTitleWord, type Spelling, spellingOf } from './spelling.ts'

/** A person whom a document names in full. */
export interface NamedPerson {
  /** The fullest form of the name. */
  readonly name: PersonName
  /** Where the full name stands first (UTF-16). */
  readonly start: number
  readonly end: number
  /** What the document says beside any of the full names: party, state, office. */
  readonly facts: PersonFacts[]
}

/** A longer line is a paragraph, even if most of its words are capitalised. */
const longestHeadline = 150

/** Whoever is named in full so near before a surname may be meant by it. */
const nearby = 400

/** The people whom a document names in full. */
export class DocumentNames {
  readonly #text: string
  readonly #people: NamedPerson[] = []
  /** Where full names stand, with the fullest form of whose they are by its index. */
  readonly #places: { readonly index: number; readonly start: number; readonly end: number }[] = []
  /** The people of whom more than a headline has the name, which may hold a word that only looks like a given name. */
  readonly #told = new Set<number>()
  #spelling: Spelling | null = null

  constructor(text: string) {
    this.#text = text
    for (const line of linesOf(text)) {
      const isHeadline = isTitleCase(line.text)
      const isApart = line.text.length < longestHeadline && (isHeadline || (line.start === 0 && text.includes('\n\n')))
      for (const run of runsOf(line.text)) {
        const index = this.#addFrom(run, line.start, isHeadline)
        if (index !== null && !isApart) this.#told.add(index)
      }
    }
  }

  /** The person of that full name, as the document knows him or her by other forms of it too. */
  byFullName(name: PersonName, start: number, end: number): NamedPerson {
    return this.#people.find(person => isSamePerson(person.name, name)) ?? this.#add(name, start, end)
  }

  /** The only person whom a surname can mean at a place: of all the document, or of what stands before; null for none, and for several. */
  bySurname(surname: string, gender: Gender | null, at: number | null): NamedPerson | null {
    const found = this.#bearing(surname).filter(({ name }) => !(gender && name.gender && gender !== name.gender))
    // "Mr. Khan" is nobody of whom it is not known that he is a man, where there are others.
    const isBefore = ({ name, start }: NamedPerson) => at !== null && start < at && (!gender || name.gender === gender)
    const before = found.length > 1 ? found.filter(isBefore) : found
    const [only] = before
    return before.length === 1 && only ? only : null
  }

  /** The people with a surname: without names that a headline alone has, where there are others (“Will Sanders come down?”). */
  #bearing(surname: string): NamedPerson[] {
    const all = this.#people.filter(({ name }) => bears(name, surname))
    const told = all.filter(person => this.#told.has(this.#people.indexOf(person)))
    return told.length > 0 ? told : all
  }

  /** Of several people with a surname, the one who is named first, where that is before a place. */
  firstOfSurname(surname: string, gender: Gender | null, at: number | null): NamedPerson | null {
    const found = this.#bearing(surname).filter(
      ({ name, start }) => at !== null && start < at && (!gender || name.gender === gender),
    )
    const [first, ...others] = found.toSorted((a, b) => a.start - b.start)
    if (at === null || !first || others.length === 0) return null
    const isNear = ({ index, start }: { index: number; start: number }) =>
      start < at && at - start < nearby && others.includes(this.#people[index] as NamedPerson)
    return this.#places.some(isNear) ? null : first
  }

  /** The only person whose full name begins with a surname that nobody else bears: Lou Jiwei, for "Mr. Lou"; null for none, and for several. */
  bySurnameFirst(surname: string): NamedPerson | null {
    const found = this.#people.filter(({ name }) => name.given === surname && name.middle.length === 0)
    const [only] = found
    return found.length === 1 && only && this.#bearing(surname).length === 0 ? only : null
  }

  /** Where the document names its people, in full or by a title and their surname. */
  places(): { readonly person: NamedPerson; readonly start: number; readonly end: number }[] {
    const full = this.#places.flatMap(({ index, ...place }) => {
      const person = this.#people[index]
      return person ? [{ person, ...place }] : []
    })
    const titled = Array.from(
      this.#text.matchAll(
        /(?<![\p{L}\p{N}])(?<title>\p{Lu}\p{L}+\.?) (?<surname>\p{Lu}[\p{L}\p{M}'’-]*\p{L})(?=[^\p{L}]|$)(?! \p{Lu})/gu,
      ),
    ).flatMap(({ index, groups: { title = '', surname = '' } = {} }) => {
      const start = index + title.length + 1
      const words = surname.replace(/['’]s$/, '')
      const person = isTitleWord(title.replace('.', '')) ? this.bySurname(nameKey(words), null, start) : null
      return person ? [{ person, start, end: start + words.length }] : []
    })
    return [...full, ...titled].toSorted((a, b) => a.start - b.start)
  }

  /** The only person whom the document names in full with that given name; null for none, and for several. */
  byGivenName(given: string): NamedPerson | null {
    const found = this.#people.filter(({ name }) => name.given === given && name.words !== name.words.toUpperCase())
    const [only] = found
    return found.length === 1 && only && only.name.isKnown ? only : null
  }

  /** Whether the document has a fuller name than a surname, if only by its spelling: "But Murshed Zaheed", "Lou Jiwei". */
  hasFuller(words: string): boolean {
    const surname = nameKey(words)
    if (this.#people.some(({ name }) => bears(name, surname))) return true
    const beside = this.#spelled().beside.get(words)
    return Array.from(beside ?? []).some(word => /^\p{Lu}\.$/u.test(word) || !(isTitleWord(word) || isCommonWord(word)))
  }

  /** The only longer name of an organization that ends in a word: the Washington Post, for "the Post"; null for none, and for several. */
  organizationEndingIn(word: string): string | null {
    const named = Array.from(this.#spelled().rows).filter(row => row.endsWith(` ${word}`))
    const [only = null] = named
    return named.length === 1 && only !== null && !only.split(' ').some(isSmallWord) ? only : null
  }

  /** Whether the text has a word inside of a sentence, and never in small letters: it is a name by its spelling. */
  isName(word: string): boolean {
    const { inside, small } = this.#spelled()
    return inside.has(word) && !small.has(word.toLowerCase())
  }

  #spelled(): Spelling {
    this.#spelling ??= spellingOf(this.#text)
    return this.#spelling
  }

  /** The person whose full name, as the text has it, is exactly these words. */
  byWords(words: string): NamedPerson | null {
    return this.#people.find(({ name }) => name.words === words) ?? null
  }

  #addFrom(run: readonly NameToken[], offset: number, isHeadline: boolean): number | null {
    const lexicon = theLexicon()
    const { titles, rest } = withoutTitles(run)
    const known = run.findIndex(
      (token, index) =>
        index < run.length - 1 &&
        !titles.includes(token) &&
        (lexicon.isGivenName(token.key) || isInitials(token)) &&
        !isPlaceBefore(run, index),
    )
    const looksLikeName =
      rest.length >= 2 && rest.length <= 3 && (titles.length > 0 || !rest.some(({ key }) => isCommonWord(key)))
    const tokens =
      titles.length > 0 && readPersonName(rest)?.isKnown && !isHeadline
        ? rest
        : known >= 0
          ? nameFrom(run.slice(known), isHeadline)
          : !isHeadline && looksLikeName
            ? rest
            : []
    const name = readPersonName(tokens)
    const [first] = tokens
    const last = tokens.at(-1)
    if (!name || !first || !last || (isHeadline && tokens.every(isAllCapitals))) return null
    if (!name.isKnown && titles.length === 0 && lexicon.isPlace(tokens.map(({ key }) => key).join(' '))) return null
    const { name: words } = this.#add(name, offset + first.start, offset + last.end)
    return this.#people.findIndex(person => person.name === words)
  }

  #add(name: PersonName, start: number, end: number): NamedPerson {
    const facts = factsAround(this.#text, start, end)
    const index = this.#people.findIndex(person => isSamePerson(person.name, name))
    const known = this.#people[index]
    this.#places.push({ index: known ? index : this.#people.length, start, end })
    if (!known) {
      const person = { name, start, end, facts: facts ? [facts] : [] }
      this.#people.push(person)
      return person
    }
    if (facts) known.facts.push(facts)
    const fuller = fullness(name) > fullness(known.name) ? { ...known, name } : known
    this.#people[index] = fuller
    return fuller
  }
}

function fullness({ middle, given }: PersonName): number {
  return middle.length + (given.length > 1 ? 0.5 : 0)
}

/** Whether two full names of one document can be one person's. */
export function isSamePerson(one: PersonName, other: PersonName): boolean {
  if (one.suffix !== other.suffix && one.suffix !== null && other.suffix !== null) return false
  if ((one.suffix ?? 'sr') !== (other.suffix ?? 'sr') && one.given === other.given) return false
  if (one.surname !== other.surname && !isExtended(one, other) && !isExtended(other, one)) return false
  if (!theLexicon().areAlike(one.given, other.given)) return false
  const [first] = one.middle
  const [second] = other.middle
  return first === undefined || second === undefined || first[0] === second[0]
}

/** "Debbie Wasserman Schultz" beside "Debbie Wasserman": only where the other has the word as a middle name. */
function isExtended(one: PersonName, other: PersonName): boolean {
  return one.surname.split(' ').at(-1) === other.surname && one.surname.includes(' ')
}

/** Whether a person can be called by these words alone. */
function bears({ middle, surname }: PersonName, words: string): boolean {
  const full = [...middle, surname].join(' ')
  return surname === words || full.endsWith(` ${words}`) || (full === words && middle.length > 0)
}

/** A name begins at a given name and goes on to the end of its run, or in a headline as far as names go. */
function nameFrom(run: readonly NameToken[], isHeadline: boolean): NameToken[] {
  const lexicon = theLexicon()
  const name: NameToken[] = []
  for (const [index, token] of run.entries()) {
    const isNext = index < 2 || isInitial(token) || !isHeadline
    if (index >= 5 || (!isNext && name.length >= 2 && !isInitial(name.at(-1) ?? token))) break
    if (index >= 2 && isHeadline && lexicon.isCommon(token.key)) break
    name.push(token)
    if (token.isGenitive) break
  }
  return name
}

function isInitials({ text }: NameToken): boolean {
  return /^(?:\p{Lu}\.){2,3}$/u.test(text)
}

/** "Virginia Gov. …", "Charlotte Observer": places that are given names too. */
function isPlaceBefore(run: readonly NameToken[], index: number): boolean {
  const token = run[index]
  const next = run[index + 1]
  return (
    token !== undefined &&
    next !== undefined &&
    withoutTitles([next, next]).titles.length > 0 &&
    !theLexicon().genderOf(token.key)
  )
}

/** Runs of capitalised words with nothing but spaces (and small words of surnames) between them. */
function* runsOf(line: string): Generator<NameToken[]> {
  let run: NameToken[] = []
  for (const token of nameTokens(line)) {
    const isSmall =
      run.length > 0 && /^(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ten|bin|ibn|al|el)$/.test(token.text)
    if (token.isWord && (isCapitalised(token) || isSmall)) {
      run.push(token)
      if (!token.isGenitive) continue
    }
    if (run.length > 1) yield trimmed(run)
    run = []
  }
  if (run.length > 1) yield trimmed(run)
}

function trimmed(run: readonly NameToken[]): NameToken[] {
  return run.slice(0, run.findLastIndex(isCapitalised) + 1)
}

function* linesOf(text: string): Generator<{ text: string; start: number }> {
  let start = 0
  for (const line of text.split('\n')) {
    yield { text: line, start }
    start += line.length + 1
  }
}

/** Whether a line is a headline: most of its longer words are capitalised. */
export function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? []
  return words.length >= 3 && words.filter(word => /^\p{Lu}/u.test(word)).length / words.length > 0.6
}
