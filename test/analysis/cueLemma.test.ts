import { expect, test } from 'vitest'
import { cueLemma } from '../../src/analysis/cueLemma.ts'

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
