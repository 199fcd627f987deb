import { readFileSync } from 'node:fs'
import { once } from '../model/once.ts'
import type { TaggedToken } from './tokens.ts'

/** The classes of each lemma, by part of speech. Most drafts are made without a model, and need none of them. */
const classes = once(() => {
  const found = new Map<string, string>()
  for (const line of readFileSync(new URL('./wordnet.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('#')) continue
    const [tag = '', name = '', ...lemmas] = line.split(' ')
    for (const lemma of lemmas) found.set(`${tag} ${lemma}`, name)
  }
  return found
})

/** Whether WordNet files a word under what is said, thought, felt or perceived: its classes, as src/draft/wordnet.txt has them. */
export function wordClassOf({ tag, lemma }: Pick<TaggedToken, 'tag' | 'lemma'>): string {
  return classes().get(`${tag} ${lemma}`) ?? ''
}
