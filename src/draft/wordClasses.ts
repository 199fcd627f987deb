import { readFileSync } from 'node:fs'
import type { TaggedToken } from './tokens.ts'

/** The classes of each lemma, by part of speech. */
const classes = new Map<string, string>()
for (const line of readFileSync(new URL('./wordnet.txt', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('#')) continue
  const [tag = '', name = '', ...lemmas] = line.split(' ')
  for (const lemma of lemmas) classes.set(`${tag} ${lemma}`, name)
}

/** Whether WordNet files a word under what is said, thought, felt or perceived: its classes, as src/draft/wordnet.txt has them. */
export function wordClassOf({ tag, lemma }: Pick<TaggedToken, 'tag' | 'lemma'>): string {
  return classes.get(`${tag} ${lemma}`) ?? ''
}
