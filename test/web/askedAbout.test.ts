import { expect, test } from 'vitest'
import { askedAbout } from '../../src/web/start/askedAbout.ts'

type Tensions = Parameters<typeof askedAbout>[0]
type Figure = Tensions[number]['object']
type Wording = Figure['mentions']['nodes'][number]['wording']

function figure(
  slug: string,
  mentions: readonly (readonly [speaker: string, wording: Wording])[],
  value: number | null = 1,
): Figure {
  const nodes = mentions.map(([speaker, wording]) => ({ wording, statement: { speaker: { slug: speaker } } }))
  return {
    slug,
    label: slug,
    value,
    lower: null,
    upper: null,
    words: null,
    mentions: { totalCount: nodes.length, nodes },
  }
}

const vague = figure(
  'vague',
  [
    ['a', 'SPEAKER'],
    ['b', 'SPEAKER'],
    ['c', 'SPEAKER'],
  ],
  null,
)
const between = (...pairs: (readonly [Figure, Figure])[]) =>
  askedAbout(pairs.map(([subject, object]) => ({ subject, object })))?.slug

test('the number of most speakers is asked about', () => {
  const one = figure('one', [
    ['a', 'SPEAKER'],
    ['a', 'SPEAKER'],
  ])
  const two = figure('two', [
    ['a', 'REPORTER'],
    ['b', 'REPORTER'],
  ])
  expect(between([vague, one], [vague, two])).toBe('two')
  expect(between([two, one])).toBe('two')
})

test('of those the one in most tensions, then of most wordings, then in own words', () => {
  const often = figure('often', [['a', 'REPORTER']])
  const twice = figure('twice', [
    ['a', 'REPORTER'],
    ['a', 'REPORTER'],
  ])
  const own = figure('own', [['a', 'SPEAKER']])
  const reported = figure('reported', [['a', 'REPORTER']])
  expect(between([vague, twice], [vague, often], [often, own])).toBe('often')
  expect(between([vague, own], [vague, twice])).toBe('twice')
  expect(between([vague, reported], [vague, own])).toBe('own')
})

test('a number in words alone is none to ask for, and where no two are in tension there is none', () => {
  expect(between([vague, vague])).toBeUndefined()
  expect(between()).toBeUndefined()
})
