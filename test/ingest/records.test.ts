import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDossier, importDossier } from '../../src/ingest/importDossier.ts'
import type { InterchangeRecord } from '../../src/model/interchange.ts'
import { normaliseText } from '../../src/model/text.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { Reader } from '../../src/store/reader.ts'
import { graphIn, importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'
import { ofType } from '../support/ofType.ts'
import { example, replaceOnce, writeDossier } from './dossiers.ts'

function recordsOf(article: string, annotations: string): readonly InterchangeRecord[] {
  const { records, problems } = checkDossier(writeDossier(article, annotations))
  expect(problems).toEqual([])
  if (!records) throw new Error('a dossier without problems has records')
  return records
}

/** What the import of a dossier writes. */
function written(article: string, annotations: string): Database {
  const database = openWriter(':memory:')
  importDossier(database, writeDossier(article, annotations), { replace: false })
  return database
}

const records = () => recordsOf(example.article, example.annotations)

test('each passage reproduces the text at its offsets, in code points', () => {
  const article = `🌊🌊 ${example.article}`
  const rows = written(article, example.annotations)
    .client.prepare<[], { slug: string; selector: string; start: number; end: number; exact: string }>(
      'select slug, selector, start, "end", exact from passages',
    )
    .all()
  const characters = [...article]
  expect(rows.length).toBeGreaterThan(20)
  for (const { slug, selector, start, end, exact } of rows) {
    const fragments = selector.split(',').map(fragment => fragment.split('-').map(Number))
    expect(fragments.map(([from, to]) => characters.slice(from, to).join('')).join(' … ')).toBe(exact)
    expect([start, end]).toEqual([fragments[0]?.[0], fragments.at(-1)?.[1]])
    expect(slug).toBe(`example@${selector}`)
  }
})

test('slugs are made of keys and places', () => {
  const all = records()
  const statements = ofType(all, 'statement')
  const of = (slug: string) => statements.find(statement => statement.slug === `example/${slug}`)
  expect(ofType(all, 'channel').map(({ slug }) => slug)).toEqual(['example/letter'])
  expect(ofType(all, 'membership').map(({ slug }) => slug)).toEqual([
    'example/ada-reyes/chair',
    'example/joan-lind/mayor',
  ])
  expect(of('board-on-homes')?.figures?.[0]?.slug).toBe('example/board-on-homes/figure/21-26/without-water')
  expect(of('board-on-homes')?.terms?.[0]?.slug).toBe('example/board-on-homes/term/27-32/homes-without-water')
  expect(of('lind-on-shame')?.frames?.[0]?.slug).toBe(
    'example/lind-on-shame/frame/284-292/moral-evaluation/water-board',
  )
  const slugs = (table: string) =>
    written(example.article, example.annotations)
      .client.prepare<[], string>(`select slug from ${table} order by id`)
      .pluck()
      .all()
  expect(slugs('stances')).toEqual(['example/lind-on-the-board/board-has-a-plan'])
  expect(slugs('figureRelations')).toEqual([
    'example/without-water/sum-of/old-town',
    'example/without-water/sum-of/north-bank',
    'example/over-1000/rounds/without-water',
  ])
})

test('a role that is held twice has a number in its slug', () => {
  const another = '\n  - { member: joan-lind, role: Mayor, organization: water-board, words: the mayor }\n\ntimes:'
  const memberships = ofType(
    recordsOf(example.article, replaceOnce(example.annotations, '\n\ntimes:', another)),
    'membership',
  )
  expect(memberships.map(({ slug }) => slug).slice(1)).toEqual(['example/joan-lind/mayor', 'example/joan-lind/mayor-2'])
})

/** Each relation of figures, with its basis and the arithmetic that shows it. */
function explained(annotations: string): Promise<string[]> {
  const database = written(example.article, annotations)
  const read = new Reader(database)
  const rows = database.client
    .prepare<[], { id: number; basis: string }>('select id, basis from figureRelations order by id')
    .all()
  return Promise.all(rows.map(async ({ id, basis }) => `${basis}: ${await read.explanationOf(id)}`))
}

test('the arithmetic is shown', async () => {
  expect(await explained(example.annotations)).toEqual([
    'STATED: 750 + 454 = 1,204',
    'STATED: 750 + 454 = 1,204',
    'INFERRED: 1,204, rounded to the nearest 1,000, is 1,000',
  ])
})

test('a comparison and a tension say how the numbers stand, and not which of them holds', async () => {
  const relations = `relations:
      - { comparedWith: old-town, reason: Both are homes. }
      - { inTensionWith: north-bank, reason: Both are homes. }
`
  const annotations = example.annotations
    .replace(/relations:\n.*rounds.*\n/, relations)
    .replace('value: 1000\n', 'lower: 1000\n')
    .replace('words: "more than 1,000"', 'words: "more than 1,000"')
  expect((await explained(annotations)).slice(2)).toEqual([
    'INFERRED: Homes forgotten (above 1,000 homes) and homes without water in the old town (750 homes) have no number in common',
    'INFERRED: Homes forgotten (above 1,000 homes) and homes without water on the north bank (454 homes) have no number in common',
  ])
})

test('the bounds of a mention are those that its words commit to', () => {
  const mention = ofType(records(), 'statement')
    .flatMap(({ figures = [] }) => figures)
    .find(({ figure }) => figure === 'example/over-1000')
  expect(mention).toMatchObject({ approximation: 'OVER', value: 1000, lower: 1000, upper: undefined })
  expect(mention?.span.exact).toBe('more than 1,000')
})

test('times in the words of a statement are its times, but not those between its fragments', () => {
  const article = 'On Monday she said: “We met on Friday,” she said on Sunday, “and will in May.”\n'
  const database = written(
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
  const times = database.client.prepare<[], string>(
    'select t.slug from statementTimes s join timeExpressions t on t.id = s.timeId order by t.id',
  )
  expect(times.pluck().all()).toEqual(['example/friday', 'example/may'])
})

test('a time that comes again in a file stands once in the words of a statement, and a time of other words not at all', async () => {
  const folder = temporaryFolder()
  const at = (start: number, exact: string) => ({ at: [[start, start + exact.length]], exact })
  const time = (slug: string, start: number, words: string) => ({
    ...{ type: 'time', slug, document: 'd', span: at(start, words) },
  })
  const may = time('may', 26, 'in May')
  const lines = [
    { type: 'document', slug: 'd', text: 'On Friday Ann said it was in May of 2019.', language: 'en' },
    ...[may, time('of-2019', 33, 'of 2019'), time('friday', 3, 'Friday'), time('whole', 26, 'in May of 2019'), may],
    { type: 'statement', slug: 'd/one', document: 'd', content: at(19, 'it was in May of 2019') },
    { type: 'statement', slug: 'd/two', document: 'd', content: at(19, 'it was in May') },
  ]
  writeFileSync(join(folder, 'a.jsonl'), lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  await importInto(folder, 'jsonl', join(folder, 'a.jsonl'), { strict: true })
  const times = graphIn(folder).database.client.prepare<[], string[]>(
    `select s.slug, t.slug from statementTimes l join statements s on s.id = l.statementId
     join timeExpressions t on t.id = l.timeId order by l.rowid`,
  )
  expect(times.raw().all()).toEqual([...['may', 'of-2019', 'whole'].map(slug => ['d/one', slug]), ['d/two', 'may']])
})

test('of a nested statement only the quotation marks inside the one around it count', () => {
  const article = '“The chair said ‘no way’ and that rain is near,” Ann said. Bob said Cy called it “madness.”\n'
  const all = recordsOf(
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
  expect(ofType(all, 'statement').map(({ slug, reportedIn }) => [slug, reportedIn])).toEqual([
    ['example/ann', undefined],
    ['example/no-way', 'example/ann'],
    ['example/rain', 'example/ann'],
    ['example/bob', undefined],
    ['example/madness', 'example/bob'],
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
  const statements = ofType(recordsOf(article, annotations), 'statement')
  expect(statements[1]?.content.exact).toBe('Of those, 750 are in the old town\nand 454 are on the north bank')
})

test('the digest changes with anything that was read, and the text with the article alone', () => {
  const check = (annotations: string) => checkDossier(writeDossier(example.article, annotations))
  const [first, other] = [check(example.annotations), check(`${example.annotations}# a remark\n`)]
  expect(ofType(first.records, 'document')[0]?.text).toBe(normaliseText(example.article))
  expect(other.records).toEqual(first.records)
  expect(other.digest).not.toBe(first.digest)
})

test('a key may be a name that every JavaScript object has', () => {
  const annotations = example.annotations.replaceAll('old-town', 'constructor').replaceAll('ada-reyes', 'tostring')
  expect(ofType(recordsOf(example.article, annotations), 'figure').map(({ slug }) => slug)).toContain(
    'example/constructor',
  )
})
