import { loadCompromise } from '../model/compromise.ts'
import { type Tense, tenseByEnding, tenses } from './tenses.ts'

/** Where the library keeps the rules from a tense to the infinitive. */
const rulesOfTense = {
  PastTense: 'fromPast',
  Participle: 'fromParticiple',
  PresentTense: 'fromPresent',
  Gerund: 'fromGerund',
} as const satisfies Partial<Record<Tense, string>>

interface LibraryRules {
  readonly ex: Readonly<Record<string, string>>
  readonly fwd: Readonly<Record<string, string>>
  readonly both: Readonly<Record<string, string>>
}

/** The parts of the library that conjugate single words, which it leaves untyped. */
interface LibraryModel {
  readonly one?: { readonly lexicon?: Readonly<Record<string, string | readonly string[]>> }
  readonly two?: { readonly models?: Readonly<Record<string, LibraryRules>> }
}

/** The conjugation tables of the library: the words whose tense their ending does not tell, and the rules. */
export function conjugationText(): string {
  const model: LibraryModel = loadCompromise().model()
  const [lexicon, models] = [model.one?.lexicon, model.two?.models]
  if (lexicon === undefined || models === undefined) throw new Error('compromise has moved its conjugation tables')
  const words = Object.keys(lexicon)
    .filter(word => /^[\p{L}\p{N}'-]+$/u.test(word))
    .toSorted()
  const known = tenses.map(tense => {
    const untold = words.filter(word => tenseIn(lexicon, word) === tense && tenseByEnding(word) !== tense)
    return `${tense} known ${untold.join(' ')}`
  })
  const rules = Object.entries(rulesOfTense).flatMap(([tense, key]) => {
    const found = models[key]
    if (found === undefined) throw new Error('compromise has moved its conjugation tables')
    const { ex, fwd, both } = found
    return [`${tense} words ${pairs(ex)}`, `${tense} endings ${pairs({ ...both, ...fwd })}`]
  })
  return [
    '# How English verbs are conjugated: the words whose tense their ending does not tell, and how to get from a tense to the infinitive.',
    '# From compromise 14, MIT, https://github.com/spencermountain/compromise (rearranged by `npm run conjugation`).',
    ...known,
    ...rules,
    '',
  ].join('\n')
}

/** The first tense that the library takes a word for. */
function tenseIn(lexicon: Readonly<Record<string, string | readonly string[]>>, word: string): string | undefined {
  return [lexicon[word] ?? []].flat().find(tag => tenses.some(tense => tense === tag))
}

function pairs(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map(([from, to]) => `${from}:${to}`)
    .join(' ')
}
