import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, test, vi } from 'vitest'
import { dixit } from '../support/cli.ts'
import { databaseIn, importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const text =
  'Brask denied that the council had inflated the costs to 12 million. Brask conceded that the plan was late. ' +
  'Brask said the pier may reopen in May. Brask said the pier is safe. Brask said the ferry is not late.'

/** Where words stand in the text. */
function span(exact: string) {
  const at = text.indexOf(exact)
  return { at: [[at, at + exact.length]], exact }
}

function statement(slug: string, content: string, cue: string, how: object) {
  const words = { document: 'pier', content: span(content), cue: span(cue), speakers: ['brask'] }
  return { type: 'statement', slug: `pier/${slug}`, ...words, quotation: 'INDIRECT', ...how }
}

const stances = [{ claim: 'late', stance: 'SUPPORTS', manner: 'CONCEDED' }]
const figures = [{ slug: 'twelve', span: span('12 million'), approximation: 'EXACT', value: 12_000_000 }]
const records = [
  { type: 'agent', slug: 'brask', kind: 'PERSON', name: 'Ellen Brask' },
  { type: 'claim', slug: 'late', text: 'The plan was late.' },
  { type: 'document', slug: 'pier', text, language: 'en', title: 'The pier' },
  statement('denied', 'the council had inflated the costs to 12 million', 'denied', { polarity: 'NEGATIVE', figures }),
  statement('conceded', 'the plan was late', 'conceded', { certainty: 'CERTAIN', stances }),
  statement('may', 'the pier may reopen in May', 'said', { certainty: 'POSSIBLE', polarity: 'POSITIVE' }),
  statement('plain', 'the pier is safe', 'said', { certainty: 'CERTAIN', polarity: 'POSITIVE' }),
  statement('not', 'the ferry is not late', 'said', { certainty: 'CERTAIN', polarity: 'NEGATIVE' }),
]

const folder = temporaryFolder()
writeFileSync(join(folder, 'pier.jsonl'), records.map(record => JSON.stringify(record)).join('\n'))
await importInto(folder, 'jsonl', join(folder, 'pier.jsonl'), { strict: true })
const run = (...args: string[]) => dixit(args, { DIXIT_DB: databaseIn(folder), BASE_URL: 'https://dixit.example' })

async function rowsOf(...args: string[]): Promise<Readonly<Record<string, unknown>>[]> {
  return JSON.parse((await run(...args, '--format', 'json')).out)
}

const denied = '“denied”, as a denial'

test('listings say how statements are held that are not plainly affirmed', async () => {
  const rows = await rowsOf('statements')
  expect(rows.map(({ slug, held, cue, polarity }) => [slug, held, cue, polarity])).toEqual([
    ['pier/denied', denied, 'denied', 'NEGATIVE'],
    ['pier/conceded', '“conceded”, as a concession', 'conceded', null],
    ['pier/may', '“said”, as possible', 'said', 'POSITIVE'],
    ['pier/plain', null, 'said', 'POSITIVE'],
    // Its words say “not” themselves: nobody denies them.
    ['pier/not', '“said”, in the negative', 'said', 'NEGATIVE'],
  ])
  expect((await run('statements')).out).toContain(denied)
  expect((await run('statements', '--format', 'csv')).out.split('\r\n')[0]).toMatch(/,held,cue,polarity,certainty,/)
  const found = ['search', 'council'] as const
  expect((await rowsOf(...found)).find(({ slug }) => slug === 'pier/denied')).toMatchObject({ held: denied })
  expect((await run(...found)).out).toContain(denied)
  expect(await rowsOf('number', '12 million')).toMatchObject([{ held: denied, cue: 'denied', polarity: 'NEGATIVE' }])
  expect((await run('number', '12 million')).out).toContain(denied)
})

test('what is shown says so of the statement itself and of those that it leads to', async () => {
  const own = await rowsOf('show', 'pier/denied')
  expect(own).toContainEqual(expect.objectContaining({ field: 'held', value: denied }))
  expect(own).toContainEqual(expect.objectContaining({ field: 'cue', value: 'denied' }))
  expect(await rowsOf('show', 'brask')).toContainEqual(expect.objectContaining({ slug: 'pier/denied', held: denied }))
})

test('a report says so beside the speaker, of words and of numbers', async () => {
  const out = join(folder, 'report.html')
  expect(await run('report', 'pier', '--out', out)).toMatchObject({ code: 0 })
  const { document } = parseHTML(readFileSync(out, 'utf8'))
  expect([...document.querySelectorAll('p.said')].map(({ textContent }) => textContent)).toEqual([
    `Ellen Brask (${denied}), as reported: the council had inflated the costs to 12 million`,
    'Ellen Brask (“conceded”, as a concession), as reported: the plan was late',
    'Ellen Brask (“said”, as possible), as reported: the pier may reopen in May',
    'Ellen Brask, as reported: the pier is safe',
    'Ellen Brask (“said”, in the negative), as reported: the ferry is not late',
  ])
  expect(document.querySelector('td:last-child')?.textContent).toBe(`Ellen Brask (${denied}), as reported`)
})

test('a citation says so', async () => {
  const { out } = await run('cite', 'pier/denied', 'pier/plain', '--format', 'txt')
  expect(out).toContain(`Ellen Brask (${denied}), as reported: the council had inflated`)
  expect(out).toContain('Ellen Brask (“said”), as reported: the pier is safe')
})
