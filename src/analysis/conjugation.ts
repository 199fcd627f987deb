import { readFileSync } from 'node:fs'
import { tenseByEnding, tenses } from './tenses.ts'

/** From a tense to the infinitive. */
interface Rules {
  readonly words: ReadonlyMap<string, string>
  /** By which ending another is replaced: the longest that a word has. */
  readonly endings: ReadonlyMap<string, string>
}

/**
 * The conjugation tables of the library compromise, as far as they are needed here: to load the library takes fifty times as long,
 * because it conjugates each of its verbs. `npm run conjugation` writes the file.
 */
const { tenseOfWord, rulesOf } = read(readFileSync(new URL('conjugation.txt', import.meta.url), 'utf8'))

/** The infinitive of a verb. */
export function infinitiveOf(verb: string): string {
  const { words, endings } = rulesOf.get(tenseOfWord.get(verb) ?? tenseByEnding(verb)) ?? {}
  const word = words?.get(verb)
  if (word !== undefined) return word
  for (let at = 1; at <= verb.length; at += 1) {
    const ending = endings?.get(verb.slice(at))
    if (ending !== undefined) return verb.slice(0, at) + ending
  }
  return verb
}

/** Each line is a tense, what is said of it, and the words or pairs. */
function read(text: string) {
  const tenseOfWord = new Map<string, string>()
  const rulesOf = new Map<string, Rules>()
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  const named = new Map<string, readonly string[]>(
    lines.map(line => {
      const [tense = '', kind = '', ...items] = line.split(' ')
      return [`${tense} ${kind}`, items] as const
    }),
  )
  const pairs = (key: string) =>
    new Map(
      (named.get(key) ?? []).map(pair => {
        const [from = '', to = ''] = pair.split(':')
        return [from, to] as const
      }),
    )
  for (const tense of tenses) {
    for (const word of named.get(`${tense} known`) ?? []) tenseOfWord.set(word, tense)
    rulesOf.set(tense, { words: pairs(`${tense} words`), endings: pairs(`${tense} endings`) })
  }
  return { tenseOfWord, rulesOf }
}
