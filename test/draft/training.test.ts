import { expect, test } from 'vitest'
import type { FoundAttribution } from '../../src/draft/attribution.ts'
import { packModel } from '../../src/draft/modelFile.ts'
import { predict } from '../../src/draft/predict.ts'
import { tagText } from '../../src/draft/tokens.ts'
import { type TrainingText, train } from '../../src/draft/train.ts'

const people = [
  'Ada Reyes',
  'Bo Lind',
  'Cy Holm',
  'Di Voss',
  'Ed Marsh',
  'Flo Penn',
  'Gus Hart',
  'Hal Orr',
  'Ina Ray',
  'Jo Beck',
]
const told = [
  'the pier was shut',
  'nobody had been asked',
  'the harbor would open in May',
  'the boats were too old',
  'it cost the town a year',
]

/** A text in which two people say something, and what is attributed to whom: what a person would mark. */
function coded(at: number): TrainingText {
  const [one = '', other = ''] = [people[at % people.length], people[(at + 3) % people.length]]
  const saying = at + Math.floor(at / people.length)
  const [first = '', second = ''] = [told[saying % told.length], told[(saying + 2) % told.length]]
  const text = tagText(`${one} said ${first}, and ${other} added that ${second}.\nThe road was dry on Monday.`)
  const tokensOf = (words: string, from = 0) => {
    const start = text.text.indexOf(words, from)
    return text.tokens.flatMap(token =>
      token.start >= start && token.end <= start + words.length ? [token.index] : [],
    )
  }
  const attribution = (source: string, cue: string, content: string): FoundAttribution => ({
    source: tokensOf(source),
    cue: tokensOf(cue),
    content: tokensOf(content),
    margin: null,
  })
  return { text, attributions: [attribution(one, 'said', first), attribution(other, 'added', `that ${second}`)] }
}

test('what was learned from coded texts is found in another, and the same texts give the same file', async () => {
  const texts = Array.from({ length: 24 }, (_, at) => coded(at))
  const header = { datasets: [], documents: texts.length, attributions: 2 * texts.length, digest: '', confidence: [] }
  const model = await train(texts)
  expect(packModel({ ...model, header }).equals(packModel({ ...(await train(texts)), header }))).toBe(true)
  const unseen = coded(27)
  const found = predict(model, unseen.text)
  expect(found.map(({ cue, source, content }) => ({ cue, source, content, margin: null }))).toEqual(unseen.attributions)
})
