/** Writes src/draft/wordnet.txt anew: npm run wordclasses -- FOLDER, the `dict` of WordNet 3.1. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The lexicographers' files that count, by part of speech (`1` nouns, `2` verbs), and the letter of each. */
const filed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  2: { 32: 'C', 31: 'K', 37: 'E', 39: 'P', 41: 'S' },
  1: { 10: 'C', '09': 'K', 12: 'E' },
}
const tags = { 2: 'VERB', 1: 'NOUN' } as const

const [folder = ''] = process.argv.slice(2)
const target = new URL('./wordnet.txt', import.meta.url)
const head = readFileSync(target, 'utf8').match(/^(?:#.*\n)+/)?.[0] ?? ''

/** By part of speech and lemma, the files of its senses in their order. */
const senses = new Map<string, string[]>()
const lines = readFileSync(join(folder, 'index.sense'), 'utf8').matchAll(
  /^([a-z]+(?:-[a-z]+)*)%([12]):(\d\d):\S+ \d+ (\d+) /gm,
)
for (const [, lemma = '', part = '', file = '', number = ''] of lines) {
  const key = `${part} ${lemma}`
  const files = senses.get(key) ?? []
  files[Number(number) - 1] = file
  senses.set(key, files)
}

const rows = (['2', '1'] as const).flatMap(part => {
  const lemmas = [...senses.keys()].filter(key => key.startsWith(part)).sort()
  const byClass = Map.groupBy(lemmas, key => classOf(part, senses.get(key) ?? []))
  byClass.delete('')
  return [...byClass]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, keys]) => `${tags[part]} ${name} ${keys.map(key => key.slice(2)).join(' ')}\n`)
})
writeFileSync(target, head + rows.join(''))

/** The class of the first sense; for verbs, in small letters, those of communication, cognition and emotion among the others. */
function classOf(part: '1' | '2', files: readonly string[]): string {
  const letters = files.map(file => filed[part]?.[file] ?? '')
  const [first = ''] = letters
  if (part === '1') return first
  const others = new Set(letters.slice(1).filter(letter => /[CKE]/.test(letter) && letter !== first))
  return first + [...others].toSorted().join('').toLowerCase()
}
