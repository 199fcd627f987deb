import { expect, test } from 'vitest'
import type { DocumentRecords } from '../../src/ingest/documentRecords.ts'
import { checkDossier } from '../../src/ingest/importDossier.ts'
import { normaliseText, sha256 } from '../../src/model/text.ts'
import { example, replaceOnce, writeDossier } from './dossiers.ts'

function recordsOf(article: string, annotations: string): DocumentRecords {
  const { records, problems } = checkDossier(writeDossier(article, annotations))
  expect(problems).toEqual([])
  if (!records) throw new Error('a dossier without problems has records')
  return records
}

const records = () => recordsOf(example.article, example.annotations)

test('each passage reproduces the text at its offsets, in code points', () => {
  const { passages } = recordsOf(`🌊🌊 ${example.article}`, example.annotations)
  const characters = [...`🌊🌊 ${example.article}`]
  expect(passages.length).toBeGreaterThan(20)
  for (const { slug, selector, start, end, exact } of passages) {
    const fragments = selector.split(',').map(fragment => fragment.split('-').map(Number))
    expect(fragments.map(([from, to]) => characters.slice(from, to).join('')).join(' … ')).toBe(exact)
    expect([start, end]).toEqual([fragments[0]?.[0], fragments.at(-1)?.[1]])
    expect(slug).toBe(`example@${selector}`)
  }
})

test('slugs are made of keys and places', () => {
  const { statements, figureMentions, figureRelations, termUses, frameUses, stances, memberships, channels } = records()
  expect(statements.map(({ slug }) => slug)).toContain('example/lind-on-the-board')
  expect(channels.map(({ slug }) => slug)).toEqual(['example/letter'])
  expect(memberships.map(({ slug }) => slug)).toEqual(['example/ada-reyes/chair', 'example/joan-lind/mayor'])
  expect(figureMentions[0]?.slug).toBe('example/board-on-homes/figure/21-26/without-water')
  expect(termUses[0]?.slug).toBe('example/board-on-homes/term/27-32/homes-without-water')
  expect(frameUses[1]?.slug).toBe('example/lind-on-shame/frame/284-292/moral-evaluation/water-board')
  expect(stances[0]?.slug).toBe('example/lind-on-the-board/board-has-a-plan')
  expect(figureRelations.map(({ slug }) => slug)).toEqual([
    'example/without-water/sum-of/old-town',
    'example/without-water/sum-of/north-bank',
    'example/over-1000/rounds/without-water',
  ])
})

test('a role that is held twice has a number in its slug', () => {
  const another = '\n  - { member: joan-lind, role: Mayor, organization: water-board, words: the mayor }\n\ntimes:'
  const { memberships } = recordsOf(example.article, replaceOnce(example.annotations, '\n\ntimes:', another))
  expect(memberships.map(({ slug }) => slug).slice(1)).toEqual(['example/joan-lind/mayor', 'example/joan-lind/mayor-2'])
})

test('the arithmetic is shown', () => {
  expect(records().figureRelations.map(({ explanation, basis }) => `${basis}: ${explanation}`)).toEqual([
    'STATED: 750 + 454 = 1,204',
    'STATED: 750 + 454 = 1,204',
    'INFERRED: 1,204, rounded to the nearest 1,000, is 1,000',
  ])
})

test('a comparison and a tension say how the numbers stand, and not which of them holds', () => {
  const relations = `relations:
      - { comparedWith: old-town, reason: Both are homes. }
      - { inTensionWith: north-bank, reason: Both are homes. }
`
  const annotations = example.annotations
    .replace(/relations:\n.*rounds.*\n/, relations)
    .replace('value: 1000\n', 'lower: 1000\n')
    .replace('words: "more than 1,000"', 'words: "more than 1,000"')
  const { figureRelations } = recordsOf(example.article, annotations)
  expect(figureRelations.slice(2).map(({ explanation }) => explanation)).toEqual([
    '“homes forgotten” (1,000 or more) and “homes without water in the old town” (750) have no number in common',
    '“homes forgotten” (1,000 or more) and “homes without water on the north bank” (454) have no number in common',
  ])
})

test('the bounds of a mention are those that its words commit to', () => {
  const mention = records().figureMentions.find(({ figureId }) => figureId === 'example/over-1000')
  expect(mention).toMatchObject({
    words: 'more than 1,000',
    approximation: 'OVER',
    value: 1000,
    lower: 1000,
    upper: null,
  })
})

test('times in the words of a statement are its times, but not those between its fragments', () => {
  const article = 'On Monday she said: “We met on Friday,” she said on Sunday, “and will in May.”\n'
  const { statementTimes } = recordsOf(
    article,
    `dossier: 1
document: { language: en }
agents: { ann: { person: Ann } }
times:
  monday: { words: Monday, reason: Which one is not said. }
  friday: { words: Friday, reason: Which one is not said. }
  sunday: { words: Sunday, reason: Which one is not said. }
  may: { words: May, reason: Which one is not said. }
statements:
  meeting:
    { speaker: ann, cue: { exact: said, suffix: ":" }, content: [We met on Friday, and will in May], quotation: DIRECT, speechAct: ASSERTIVE }
`,
  )
  expect(statementTimes.map(({ timeId }) => timeId)).toEqual(['example/friday', 'example/may'])
})

test('of a nested statement only the quotation marks inside the one around it count', () => {
  const article = '“The chair said ‘no way’ and that rain is near,” Ann said. Bob said Cy called it “madness.”\n'
  const { statements } = recordsOf(
    article,
    `dossier: 1
document: { language: en }
agents: { ann: { person: Ann }, bob: { person: Bob }, cy: { person: Cy }, chair: { person: The chair } }
statements:
  ann: { speaker: ann, cue: { exact: said, prefix: Ann }, content: The chair said ‘no way’ and that rain is near, quotation: DIRECT, speechAct: ASSERTIVE }
  no-way: { speaker: chair, source: The chair, content: no way, reportedIn: ann, quotation: DIRECT, speechAct: EXPRESSIVE }
  rain: { speaker: chair, source: The chair, content: rain is near, reportedIn: ann, quotation: INDIRECT, speechAct: ASSERTIVE }
  madness: { speaker: cy, cue: called, content: madness, reportedIn: bob, quotation: DIRECT, speechAct: EXPRESSIVE }
  bob: { speaker: bob, cue: { exact: said, prefix: Bob }, content: Cy called it “madness.”, quotation: MIXED, speechAct: ASSERTIVE }
`,
  )
  expect(statements.map(({ slug, reportedInId }) => [slug, reportedInId])).toEqual([
    ['example/ann', null],
    ['example/no-way', 'example/ann'],
    ['example/rain', 'example/ann'],
    ['example/madness', 'example/bob'],
    ['example/bob', null],
  ])
})

test('a quotation may be folded over lines, and finds its words across the lines of the text', () => {
  const article = example.article.replace('in the old town and', 'in the old town\nand')
  const folded = 'content: >-\n      Of those, 750 are in the old town\n      and 454 are on the north bank\n'
  const annotations = replaceOnce(
    example.annotations,
    'content: Of those, 750 are in the old town and 454 are on the north bank\n',
    folded,
  )
  const { statements } = recordsOf(article, annotations)
  expect(statements[1]?.text).toBe('Of those, 750 are in the old town\nand 454 are on the north bank')
})

test('the digest changes with anything that was read, and the hash with the text alone', () => {
  const [document] = records().documents
  expect(document?.sha256).toBe(sha256(normaliseText(example.article)))
  expect(records().documents).toEqual([document])
  const [other] = recordsOf(example.article, `${example.annotations}# a remark\n`).documents
  expect(other?.sha256).toBe(document?.sha256)
  expect(other?.digest).not.toBe(document?.digest)
})

test('a key may be a name that every JavaScript object has', () => {
  const annotations = example.annotations.replaceAll('old-town', 'constructor').replaceAll('ada-reyes', 'tostring')
  expect(recordsOf(example.article, annotations).figures.map(({ slug }) => slug)).toContain('example/constructor')
})
