import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, test, vi } from 'vitest'
import { dixit } from '../support/cli.ts'
import { databaseIn, importInto } from '../support/corpora.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const DIXIT_DB = testDatabase()

async function report(...args: string[]) {
  const out = join(folder, 'report.html')
  const { code, err } = await dixit(['report', ...args, '--out', out, '--force'], { DIXIT_DB })
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('wrote ') })
  const page = readFileSync(out, 'utf8')
  const { document } = parseHTML(page)
  return { page, document }
}

/** What a page would load, or run. */
function loaded({ page, document }: Awaited<ReturnType<typeof report>>): string[] {
  const elements = [
    ...document.querySelectorAll('script, link, iframe, object, embed, img, image, base, [src], [onload], [onerror]'),
  ]
  return [...elements.map(({ tagName }) => tagName), ...(page.match(/@import|url\(|javascript:/gi) ?? [])]
}

test('a document has its text marked by voice, each mark leading to its statement', async () => {
  const made = await report('wane-ice-435000', '--texts')
  const { document } = made
  expect(loaded(made)).toEqual([])
  const statements = [...document.querySelectorAll('article.statement')]
  expect(statements).toHaveLength(41)
  const marks = [...document.querySelectorAll('.article a.said-here')]
  expect(new Set(marks.map(mark => mark.getAttribute('href'))).size).toBeGreaterThan(30)
  for (const mark of marks)
    expect(document.querySelector(`[id="${mark.getAttribute('href')?.slice(1)}"]`)).not.toBeNull()
  const own = marks.find(({ textContent }) => textContent?.includes('This is madness.'))
  expect(own?.className).toBe('said-here v-agent own')
  expect(own?.getAttribute('title')).toBe('Mark Green')
  const text = [...document.querySelectorAll('.article p')].map(({ textContent }) => textContent).join('\n')
  expect(text).toBe(readFileSync(new URL('../../seed/wane-ice-435000/article.txt', import.meta.url), 'utf8').trimEnd())
})

test('a name that turns the direction of writing turns nothing beside it', async () => {
  const records = join(folder, 'turned.jsonl')
  const turned = { type: 'document', slug: 'turned', text: 'A.', language: 'en', title: 'T', published: '2026-01-02' }
  writeFileSync(records, `${JSON.stringify({ ...turned, authors: [{ name: '\u202eevil' }] })}\n`)
  const own = { DIXIT_DB: join(folder, 'turned.db') }
  await dixit(['import', 'jsonl', records, '--dataset', 'turned'], own)
  const out = join(folder, 'turned.html')
  expect(await dixit(['report', 'turned', '--out', out], own)).toMatchObject({ code: 0 })
  expect(readFileSync(out, 'utf8')).toContain(
    '<p><bdi>T</bdi>, <bdi>by \u202eevil</bdi>, <bdi>published 2026-01-02</bdi>. In Dixit',
  )
})

test('the whole text stays, unless it is asked for; the source says whose it is', async () => {
  const { document, page } = await report('wane-ice-435000')
  expect(document.querySelector('.article')).toBeNull()
  expect(page).toContain('The whole text stays with its publisher')
  expect(page).toContain('@misc{wane-ice-435000,')
  expect(page).toContain('A person marked who says what in it; the text is its publisher’s.')
})

test('speakers, by name, have their statements, numbers and a comparison with a picture', async () => {
  const made = await report('Mark Green', 'Tony Gonzales')
  const { document } = made
  expect(loaded(made)).toEqual([])
  expect(document.querySelector('h1')?.textContent).toBe('Mark Green and Tony Gonzales')
  const who = [...document.querySelectorAll('article.statement .who')].map(({ textContent }) => textContent)
  expect(new Set(who)).toEqual(new Set(['Mark Green', 'Tony Gonzales', 'Tony Gonzales (concluded)']))
  expect(document.querySelector('figure svg')).not.toBeNull()
  expect([...document.querySelectorAll('table')].length).toBeGreaterThan(5)
  // The document that their statements stand in is a source, and is cited.
  expect(document.querySelector('a[href$="/id/Document/wane-ice-435000"]')).not.toBeNull()
  expect(made.page).toContain('@misc{wane-ice-435000,')
})

test('voices, times, terms and numbers stand as the text has them, whole', async () => {
  const { document } = await report('wane-ice-435000')
  const rows = [...document.querySelectorAll('table tr')].map(row =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
  )
  const [letter] = rows.filter(([words]) => words === '15,811')
  const headings = [...document.querySelectorAll('h2, h3')].map(({ textContent }) => textContent)
  expect(headings).toContain('Numbers, in their words and as read')
  expect(headings).toContain('numbers as read: equal numbers may count different things')
  expect(letter).toEqual([
    ...['15,811', '15,811 people', 'people convicted of sexual assault, said to be released by ICE'],
    "Lechleitner's letter to Gonzales, as reported",
  ])
  // What the article retells stands under nobody's name as if quoted; what is quoted does.
  expect(rows.find(([words]) => words === '435,000')?.[3]).toBe('Patrick Lechleitner (concluded), as reported')
  expect(rows.find(([words]) => words === 'tens of thousands')?.[3]).toBe('Mark Green')
  expect(rows.find(([words]) => words === 'tens of thousands')?.[1]).toBe('20,000 to below 100,000 people')
  expect(rows.find(([words]) => words === 'nearly 900,000')?.[1]).toBe('nearly 900,000 people')
  expect(rows.find(([words]) => words === '435,719')?.[3]).toBe('Patrick Lechleitner (concluded)')
  expect(rows.find(([words]) => words === '2,348')?.[3]).toBe('wane.com (concluded)')
  const keys = rows.map(([first]) => first)
  expect(keys).toContain('226,847 people')
  expect(keys).toContain('the Biden-Harris administration · the administration in office')
  expect(rows.flat().filter(cell => cell?.includes('…'))).toEqual([])
  const heading = [...document.querySelectorAll('h3')].find(({ textContent }) => textContent?.startsWith('claims'))
  expect(heading?.textContent).toBe('claims, and how each speaker stands to them')
  const lines = [...(heading?.nextElementSibling?.querySelectorAll('tbody tr') ?? [])].map(row => row.textContent ?? '')
  expect(lines.length).toBeGreaterThan(15)
  expect(lines.filter(line => line.includes('Cooperating'))).toEqual([
    expect.stringMatching(/^reports that others hold · Cooperating .* may erode trust/),
    expect.stringMatching(/^reports that others hold · Cooperating .* may make it harder/),
  ])
  const said = document.querySelector('[href$="/wake-up-call"]')?.parentElement?.textContent
  expect(said).toMatch(/^Friday \(left open by the text\)/)
  expect(document.querySelector('h1')?.textContent).toMatch(/this week that 435,000…$/)
})

test('words in marks that may be scare quotes have a mark of their own, which is explained', async () => {
  const { document } = await report('wane-ice-435000', '--texts')
  const marked = [...document.querySelectorAll('.article .doubtful')].map(({ textContent }) => textContent)
  expect(marked.join('')).toContain('sanctuary cities')
  expect(document.querySelector('.legend .doubtful')).not.toBeNull()
  const blames = document.querySelector('[href$="/blames"]')?.closest('article')
  expect(blames?.querySelector('.meta .doubtful')).not.toBeNull()
  expect(document.querySelector('[href$="/madness"]')?.closest('article')?.querySelector('.doubtful')).toBeNull()
})

test('what one says that another said stands under both', async () => {
  const { document } = await report('wane-ice-435000', '--texts')
  const said = document.querySelector('[href$="/dhs-knows"]')?.closest('article')?.querySelector('.said')
  expect(said?.textContent).toMatch(/^DHS law enforcement \(“know”\), by Mark Green’s account: /)
  const titles = [...document.querySelectorAll('.article a.said-here')].map(mark => mark.getAttribute('title'))
  expect(titles).toContain('DHS law enforcement (“know”), by Mark Green’s account')
  expect(titles).not.toContain('DHS law enforcement')
})

test('one warning says that links lead to this machine, unless BASE_URL is set', async () => {
  const args = ['report', 'wane-ice-435000', '--out', join(folder, 'links.html'), '--force']
  const { err } = await dixit(args, { DIXIT_DB })
  expect(err.match(/links point to http:\/\/127\.0\.0\.1:\d+; set BASE_URL/g)).toHaveLength(1)
  expect((await dixit(args, { DIXIT_DB, BASE_URL: 'https://dixit.example' })).err).not.toContain('links point')
})

test('names and words that look like markup stay text', async () => {
  const evil = `<img src=x onerror="alert(1)">'&`
  const text = `${evil} said: “<script>alert(2)</script> 5 & more.”`
  const at = text.indexOf('“')
  const records = [
    { type: 'agent', slug: 'evil', kind: 'PERSON', name: evil },
    {
      type: 'document',
      slug: 'page',
      text,
      language: 'en',
      title: '</title><script>alert(3)</script>',
      url: 'javascript:alert(4)',
    },
    {
      type: 'statement',
      slug: 'page/1',
      document: 'page',
      content: { at: [[at, text.length]], exact: text.slice(at) },
      speakers: ['evil'],
    },
  ]
  const place = temporaryFolder()
  const file = join(place, 'evil.jsonl')
  writeFileSync(file, records.map(record => JSON.stringify(record)).join('\n'))
  await importInto(place, 'jsonl', file, { strict: true })
  const out = join(place, 'evil.html')
  const made = await dixit(['report', 'page', '--texts', '--out', out], { DIXIT_DB: databaseIn(place) })
  expect(made.code).toBe(0)
  const page = readFileSync(out, 'utf8')
  const { document } = parseHTML(page)
  expect(document.querySelectorAll('script, img')).toHaveLength(0)
  expect(document.querySelector('title')?.textContent).toBe('</title><script>alert(3)</script>')
  expect(document.querySelector('.article')?.textContent).toBe(text)
  expect([...document.querySelectorAll('a')].filter(a => a.getAttribute('href')?.startsWith('javascript:'))).toEqual([])
})

test('what names nothing says what may be meant, and leaves no file', async () => {
  const out = join(folder, 'none.html')
  const { code, err } = await dixit(['report', 'Mark Grean', '--out', out], { DIXIT_DB })
  expect(code).toBe(2)
  expect(err).toContain('Did you mean mark-green (Mark Green)?')
  expect(() => readFileSync(out)).toThrow()
})
