import { expect, test } from 'vitest'
import { didYouMean } from '../../src/model/nearest.ts'
import { type Saying, whoSaid } from '../../src/model/whoSaid.ts'

const saying: Omit<Saying, 'accounts'> = {
  ...{ voice: 'AGENT', speakers: ['Ada Moss', 'Bo Reed'], document: 'The Pier', channel: null, source: null },
  ...{ attribution: null, cue: null, speakerBasis: 'STATED', channelBasis: null },
  ...{ polarity: null, certainty: null, concessions: 0 },
}

test.each([
  [{}, 'Ada Moss and Bo Reed'],
  [{ speakerBasis: 'INFERRED' }, 'Ada Moss and Bo Reed (concluded)'],
  [{ voice: 'DOCUMENT', speakers: [] }, 'The Pier'],
  [{ voice: 'DOCUMENT', speakers: ['Ada Moss'] }, 'Ada Moss'],
  [{ voice: 'CHANNEL', speakers: [] }, 'A text'],
  [{ speakers: [] }, 'Somebody not named'],
] as const)('%j is said by %s', (given, who) => {
  expect(whoSaid({ ...saying, ...given })).toBe(who)
})

test('names that may be meant are asked for one or another', () => {
  expect([[], ['label'], ['label', 'name']].map(didYouMean)).toEqual([
    '',
    ' Did you mean label?',
    ' Did you mean label or name?',
  ])
})
