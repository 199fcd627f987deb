import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { Desk } from '../../src/draft/desk/desk.ts'
import { readDraft } from '../../src/draft/draftFile.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { dixit } from '../support/cli.ts'
import { dataOf, seed, temporaryFolder, testGraph } from '../support/graph.ts'
import { ofType } from '../support/ofType.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const graph = testGraph()
const folder = temporaryFolder()
const dossier = join(folder, 'wane')
const environment = { DIXIT_DB: join(folder, 'none.db') }
let said: string

beforeAll(async () => {
  cpSync(join(seed, '../agents.yaml'), join(folder, 'agents.yaml'))
  const made = await dixit(['new', dossier, '--from', join(seed, 'article.txt')], environment)
  expect(made).toMatchObject({ code: 0, err: '' })
  const annotations = 'dossier: 1\nuse: [../agents.yaml]\ndocument: { language: en }\n'
  writeFileSync(join(dossier, 'annotations.yaml'), annotations)
  said = (await dixit(['draft', dossier], environment)).out
})

interface Gold {
  readonly slug: string
  readonly reportedIn: object | null
  readonly voice: string
  readonly content: { readonly start: number; readonly end: number }
}

test('proposes most of what the seed has, from its text alone', async () => {
  const answer = await graph.ask(
    '{ statements(first: 100) { nodes { slug voice reportedIn { slug } content { start end } } } }',
  )
  const gold = (dataOf(answer) as { statements: { nodes: Gold[] } }).statements.nodes
  const proposed = readDraft(dossier).proposals.filter(({ kind }) => kind === 'statement')
  const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
    (Math.max(a.end, b.end) - Math.min(a.start, b.start))
  const used = new Set<number>()
  const missed = gold.filter(({ content }) => {
    const at = proposed.findIndex((each, index) => !used.has(index) && overlap(each, content) >= 0.5)
    if (at >= 0) used.add(at)
    return at < 0
  })
  expect({
    gold: gold.length,
    missed: missed.length,
    proposed: proposed.length,
    useless: proposed.length - used.size,
  }).toMatchInlineSnapshot(`
    {
      "gold": 41,
      "missed": 10,
      "proposed": 32,
      "useless": 1,
    }
  `)
})

test('reads each figure and each time of the seed', () => {
  const { proposals } = readDraft(dossier)
  const words = (kind: string) =>
    proposals.flatMap(each => {
      if (each.kind !== kind || !('words' in each)) return []
      return [typeof each.words === 'string' ? each.words : each.words.exact]
    })
  const annotations = readFileSync(join(seed, 'annotations.yaml'), 'utf8')
  const figures = [...annotations.matchAll(/\{ figure: [\w-]+, words: "?([^"}]+?)"? \}/g)].map(([, each]) => each)
  expect(figures).toHaveLength(15)
  expect(figures.filter(each => !words('figure').includes(each ?? ''))).toEqual([])
  for (const time of [
    'this week',
    'Wednesday',
    'July 21',
    'Friday',
    'From May 2023 through July',
    'Fiscal Year 2024',
  ]) {
    expect(words('time')).toContain(time)
  }
})

test('names a speaker only where the source does; a pronoun has candidates', () => {
  const statements = readDraft(dossier).proposals.filter(each => each.kind === 'statement')
  const exact = (quote: unknown) => (typeof quote === 'string' ? quote : (quote as { exact?: string })?.exact)
  const byPronoun = statements.filter(({ source }) => /^(he|she|they)$/i.test(exact(source) ?? ''))
  expect(byPronoun.length).toBeGreaterThan(0)
  for (const each of byPronoun) {
    expect(each.speaker).toBeUndefined()
    expect(each.candidates?.length).toBeGreaterThan(0)
  }
  expect(statements.filter(({ speaker }) => speaker === 'tony-gonzales').length).toBeGreaterThan(0)
})

test('proposes no speech act, frame, claim or stance', () => {
  expect(readFileSync(join(dossier, 'draft.yaml'), 'utf8')).not.toMatch(/^\s+(act|speechAct|frames|claims|stances?):/m)
})

test('each proposal leads to its words by the rules of an import', () => {
  const { proposals } = readDraft(dossier)
  const text = readFileSync(join(dossier, 'article.txt'), 'utf8')
  for (const { start, end, key } of proposals) expect(text.slice(start, end).trim(), key).not.toBe('')
})

test('nothing of a draft is imported, checked or seeded', () => {
  const { records, problems } = checkDossier(dossier)
  expect(problems).toEqual([])
  expect(ofType(records, 'statement')).toEqual([])
  expect(ofType(records, 'figure')).toEqual([])
})

test('says how much it proposes and what to do next; a draft that stands is kept', async () => {
  expect(said).toMatch(/^ +\d+ {2}statement$/m)
  expect(said).toContain(`dixit review ${dossier}`)
  expect(await dixit(['draft', dossier], environment)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--force makes it anew'),
  })
})

test('a page gives its text, title, address and date', async () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>x</title>
    <meta property="og:title" content="Pier to close"><link rel="canonical" href="https://example.org/pier">
    <meta property="article:published_time" content="2026-03-04T08:00:00Z"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Pier to close</h1>
    <p>The pier will close on Friday, Ada Moss said.</p><p>“It is unsafe,” she told the council.</p></article></body></html>`
  writeFileSync(join(folder, 'page.html'), page)
  expect((await dixit(['new', join(folder, 'pier'), '--from', join(folder, 'page.html')], environment)).code).toBe(0)
  expect(readFileSync(join(folder, 'pier/article.txt'), 'utf8')).toBe(
    'The pier will close on Friday, Ada Moss said.\n“It is unsafe,” she told the council.\n',
  )
  expect(readFileSync(join(folder, 'pier/annotations.yaml'), 'utf8')).toBe(
    'dossier: 1\ndocument:\n  title: Pier to close\n  url: https://example.org/pier\n  language: en-GB\n  published: 2026-03-04\n',
  )
  const again = await dixit(['new', join(folder, 'pier'), '--from', join(folder, 'page.html')], environment)
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('holds a dossier already') })
  expect(existsSync(join(folder, 'pier/draft.yaml'))).toBe(false)
})

test('what a page says of itself stays one line, and what no page looks like is refused at once', async () => {
  const page = join(folder, 'hostile.html')
  const said = '“It is unsafe,” Ada Moss told the council.'
  writeFileSync(
    page,
    `<html lang="en"><head><meta property="og:site_name" content="The Pier\nstatements: [{}]\n#"></head>
    <body><article><p>${said}</p></article></body></html>`,
  )
  expect((await dixit(['new', join(folder, 'hostile'), '--from', page], environment)).code).toBe(0)
  expect(readFileSync(join(folder, 'hostile/annotations.yaml'), 'utf8')).toBe(
    '# The page names its publisher as “The Pier statements: [{}] #”: give it an agent, and document.publisher.\ndossier: 1\ndocument:\n  title: null\n  language: en\n',
  )
  writeFileSync(page, `<html><body>${'<table><tr><td>'.repeat(5_000)}${said}`)
  expect(await dixit(['new', join(folder, 'deep'), '--from', page], environment)).toEqual({
    code: 3,
    out: '',
    err: `dixit: ${page} nests more than 512 elements inside each other: it is no page.\n`,
  })
})

test('a bare time behind the cue is no content, and its numbers are no figures', async () => {
  const text = join(folder, 'pell.txt')
  writeFileSync(
    text,
    'The harbour will be closed for repairs, Mayor Anna Pell said on Tuesday, March 4, 2025. About 300 boats lie there.\n',
  )
  const pell = join(folder, 'pell')
  expect(await dixit(['new', pell, '--from', text], environment)).toMatchObject({ code: 0 })
  await dixit(['draft', pell], environment)
  const { proposals } = readDraft(pell)
  expect(proposals).toContainEqual(
    expect.objectContaining({ kind: 'statement', content: 'The harbour will be closed for repairs' }),
  )
  expect(proposals).toContainEqual(expect.objectContaining({ kind: 'time', words: 'Tuesday, March 4, 2025' }))
  expect(proposals.flatMap(each => (each.kind === 'figure' ? [each.words] : []))).toEqual(['About 300'])
  const { proposal } = new Desk(pell, { by: 'Ada', now: () => new Date(0), write: writeFileSync }).top()?.item ?? {}
  expect(proposal?.kind).toBe('agent')
})

test('a text in another encoding and a language that is no tag are refused, with the remedy', async () => {
  const latin = join(folder, 'latin.txt')
  writeFileSync(latin, Buffer.from('A caf\xe9, she said.\n', 'latin1'))
  expect(await dixit(['new', join(folder, 'latin'), '--from', latin], environment)).toEqual({
    code: 3,
    out: '',
    err: `dixit: ${latin}:1:6: these bytes are not UTF-8. Save the file as UTF-8.\n`,
  })
  const tagged = ['new', join(folder, 'tag'), '--from', join(seed, 'article.txt'), '--language', 'klingonish_x']
  expect(await dixit(tagged, environment)).toMatchObject({ code: 2, err: expect.stringContaining('is no BCP 47 tag') })
  expect(existsSync(join(folder, 'tag'))).toBe(false)
})
