import { readFileSync } from 'node:fs'
import { loadCompromise } from '../../model/compromise.ts'

export type Gender = 'MALE' | 'FEMALE'

/** The English words and given names that the rules know: those of the library compromise and of nicknames.txt. */
export interface Lexicon {
  isGivenName(word: string): boolean
  /** Null where the name is borne by both, or not known. */
  genderOf(given: string): Gender | null
  /** Whether it is an ordinary English word, which at the beginning of a sentence or in a headline is capitalised too. */
  isCommon(word: string): boolean
  isPlace(words: string): boolean
  isOrganization(words: string): boolean
  /** Whether two given names may be of one person: the same, one the initial or the short form of the other. */
  areAlike(one: string, other: string): boolean
}

const nameTags = new Set(['FirstName', 'MaleName', 'FemaleName', 'Person', 'LastName'])
const placeTags = new Set(['Place', 'City', 'Region', 'Country'])
const organizationTags = new Set(['Organization', 'SportsTeam'])

/** Given names that compromise takes for something else, or that newspapers have and no list. */
const givenToo: Readonly<Record<string, Gender>> = {
  bill: 'MALE',
  frank: 'MALE',
  jeb: 'MALE',
  mitt: 'MALE',
  rand: 'MALE',
  rush: 'MALE',
  barack: 'MALE',
  newt: 'MALE',
  reince: 'MALE',
  matt: 'MALE',
  will: 'MALE',
  drew: 'MALE',
  dick: 'MALE',
  jack: 'MALE',
  huma: 'FEMALE',
  kellyanne: 'FEMALE',
  hope: 'FEMALE',
  grace: 'FEMALE',
  ivanka: 'FEMALE',
  melania: 'FEMALE',
}

let lexicon: Lexicon | null = null

/** Made on first use: only imports and `dixit resolve` need it. */
export function theLexicon(): Lexicon {
  lexicon ??= makeLexicon()
  return lexicon
}

function makeLexicon(): Lexicon {
  const tags = tagsOfWords()
  const forms = readNicknames()
  const tagged = (word: string, wanted: ReadonlySet<string>) => (tags.get(word) ?? []).some(tag => wanted.has(tag))
  const isGivenName = (word: string) =>
    word in givenToo || forms.has(word) || tagged(word, new Set(['FirstName', 'MaleName', 'FemaleName', 'Person']))
  return {
    isGivenName,
    genderOf(given) {
      const known = tags.get(given) ?? []
      if (known.includes('MaleName')) return 'MALE'
      if (known.includes('FemaleName')) return 'FEMALE'
      return givenToo[given] ?? null
    },
    isCommon(word) {
      const known = tags.get(word)
      return (
        known !== undefined && !known.some(tag => nameTags.has(tag) || placeTags.has(tag) || organizationTags.has(tag))
      )
    },
    isPlace: words => tagged(words, placeTags),
    isOrganization: words => tagged(words, organizationTags),
    areAlike(one, other) {
      if (one === other) return true
      if (one.length === 1 || other.length === 1) return one[0] === other[0]
      return forms.get(one)?.has(other) === true || forms.get(other)?.has(one) === true
    },
  }
}

/** The words of compromise, with what it takes them for. */
function tagsOfWords(): ReadonlyMap<string, readonly string[]> {
  // Loading it takes longer than to see that a source stands already.
  const model: { one?: { lexicon?: Record<string, string | string[]> } } = loadCompromise().model()
  const words = model.one?.lexicon
  if (words === undefined) throw new Error('compromise has moved its lexicon')
  return new Map(Object.entries(words).map(([word, tags]) => [word, Array.isArray(tags) ? tags : [tags]]))
}

/** Each given name with its short forms; those of a short form are the names that it may stand for. */
function readNicknames(): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>()
  const add = (name: string, form: string) => forms.set(name, (forms.get(name) ?? new Set()).add(form))
  for (const line of readFileSync(new URL('nicknames.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('#')) continue
    const [name, ...short] = line.trim().split(' ')
    for (const form of short) {
      if (name === undefined) continue
      add(name, form)
      add(form, name)
    }
  }
  return forms
}
