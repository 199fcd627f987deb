import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { infinitiveOf } from '../../src/analysis/conjugation.ts'
import { conjugationText } from '../../src/analysis/conjugationText.ts'
import { cueLemma } from '../../src/analysis/cueLemma.ts'
import { tenseByEnding, tenses } from '../../src/analysis/tenses.ts'
import { loadCompromise } from '../../src/model/compromise.ts'

test.each(
  Object.entries({
    say: [
      'said',
      'says',
      'has said',
      'Said',
      'would say',
      'also said',
      'said:',
      'said in a statement',
      'to say',
      'saying',
    ],
    tell: ['told', 'told reporters', 'tells', 'has told'],
    write: ['wrote', 'written', 'has written', 'writes'],
    think: ['thought', 'thinks'],
    note: ['noted', 'noting', 'notes'],
    suggest: ['suggested', 'suggests'],
    imply: ['implied', 'implies'],
    claim: ['claimed', 'has repeatedly claimed'],
    deny: ['denied', 'denies'],
    argue: ['argued', 'arguing'],
    admit: ['admitted', 'admitting'],
    tweet: ['tweeted'],
    retweet: ['retweeted'],
    believe: ['believes', 'believed'],
    quote: ['was quoted as saying'],
    know: ['knew', 'has known'],
    discuss: ['discuss', 'discussed', 'discusses'],
    reply: ['reply', 'replied'],
    'not say': ['did not say', 'didn’t say', 'never said'],
    'according to': ['according to', 'According to'],
    'in response to': ['in response to'],
    ':': [':', ' : '],
    is: ['is'],
  }).flatMap(([lemma, cues]) => cues.map((cue): [string, string] => [cue, lemma])),
)('“%s” is counted as “%s”', (cue, lemma) => {
  expect(cueLemma(cue)).toBe(lemma)
})

test('the tables of conjugation are those of the library', () => {
  const written = readFileSync(new URL('../../src/analysis/conjugation.txt', import.meta.url), 'utf8')
  expect(written).toBe(conjugationText())
})

test('each word that the library knows, and words that it does not, have the infinitive that it gives', () => {
  const nlp = loadCompromise()
  const model: { one?: { lexicon?: Record<string, string | string[]> } } = nlp.model()
  const methods: { two?: { transform?: { verb?: { toInfinitive?: (...of: unknown[]) => string } } } } = nlp.methods()
  const lexicon = model.one?.lexicon ?? {}
  const toInfinitive = methods.two?.transform?.verb?.toInfinitive
  const expected = (word: string) => {
    const tagged = [lexicon[word] ?? []].flat().find(tag => tenses.some(tense => tense === tag))
    const tense = tagged ?? tenseByEnding(word)
    return tense === 'Infinitive' ? word : toInfinitive?.(word, model, tense)
  }
  const words = Object.keys(lexicon).filter(word => /^[\p{L}\p{N}'-]+$/u.test(word))
  const unknown = words.flatMap(word => ['ed', 'ing', 's', 'ies', 'zzed', 'tting'].map(ending => word + ending))
  expect(words.length).toBeGreaterThan(10_000)
  // Forms of “be” are auxiliaries, which no cue has for its verb.
  const others = [...words, ...unknown].filter(word => expected(word) !== 'be' && infinitiveOf(word) !== expected(word))
  expect(others).toEqual([])
})
