import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened } from './browser.ts'
import { views } from './views.ts'

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

inBrowser('what is taken away', async () => {
  const { address } = await testServer()

  test('a number: each wording as CSV, the line as SVG and PNG', async () => {
    const { page, faults } = await opened(address, views.figure)
    const csv = await saved(page, 'CSV')
    expect(csv.name).toBe('wane-ice-435000-convicted.csv')
    const [header, ...lines] = csv.bytes.toString().trim().split('\r\n')
    expect(header).toMatch(/^is,words,meaning,value,lower,upper,speaker/)
    expect(lines).toHaveLength(5)
    expect(lines.find(line => line.startsWith('this number'))).toContain('435719')
    const svg = (await saved(page, 'SVG')).bytes.toString()
    expect(svg).toContain('tens of thousands')
    expect(svg).not.toMatch(/var\(--|<script|class=/)
    expect((await saved(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(faults).toEqual([])
  })

  test.each([
    ['a number', views.figure],
    ['a comparison', views.compare],
    ['a speaker', views.speaker],
    ['a claim', views.claim],
    ['a document', views.reader],
    ['the start page', views.start],
    ['a search', views.search],
    ['a network', views.network],
    ['a timeline', views.timeline],
    ['a list of statements', views.statements],
    ['a list of numbers', views.figures],
    ['a list of speakers', views.speakers],
    ['a list of claims', views.claims],
    ['a list of documents', views.documents],
  ])('%s is cited with the address of its document and the whole hash of its text', async (_, view) => {
    const { page } = await opened(address, view)
    const cited = page.locator('.cite > p').filter({ hasText: /[tT]ext with SHA-256 [0-9a-f]{64}(?![0-9a-f])/ })
    await cited.waitFor()
    const text = (await cited.textContent()) ?? ''
    expect(text).toMatch(/(, |Published at )https:\/\/www\.wane\.com\/news\//)
    expect(text).not.toMatch(/\. \.|[^.]\.\.[^.]/)
    await page.context().close()
  })

  test('a number is cited with a mark on whom the text does not state', async () => {
    const { page } = await opened(address, views.figure)
    await page.locator('.cite > p').filter({ hasText: 'Patrick Lechleitner (concluded), “435,719”: ' }).waitFor()
    await page.context().close()
  })

  test('a search: what is found as CSV, with where it stands', async () => {
    const { page } = await opened(address, '/search?q=435719')
    const [header, first] = (await saved(page, 'CSV')).bytes.toString().trim().split('\r\n')
    expect(header).toBe('type,slug,found,speaker,held,quotation,document')
    expect(first).toContain('wane-ice-435000')
    await page.context().close()
  })

  test('a search that finds nothing says which word stands nowhere', async () => {
    const { page } = await opened(address, '/search?q=homicide+murder')
    await page
      .locator('.empty')
      .filter({ hasText: 'Nothing has a word that begins with “murder”; 3 have “homicide”.' })
      .waitFor()
    await page.context().close()
  })

  test('a list: all of it as CSV, not its first page alone', async () => {
    const { page } = await opened(address, '/statements')
    expect(await page.locator('.seq > li').count()).toBe(20)
    const lines = (await saved(page, 'CSV')).bytes.toString().trim().split('\r\n')
    expect(lines).toHaveLength(1 + 41)
  })

  test('the query behind a view, which GraphiQL opens', async () => {
    const { page } = await opened(address, views.speaker)
    const href = await page.getByRole('link', { name: 'Open in GraphiQL: who it is' }).getAttribute('href')
    const asked = new URL(href ?? '', address).searchParams
    const answer = await fetch(`${address}/graphql?${asked}`, { headers: { accept: 'application/json' } })
    expect(await answer.json()).toMatchObject({ data: { agent: { name: 'Mark Green' } } })
  })

  test('a note on a wrong attribution: a file of decisions where the right speaker has a slug', async () => {
    const { page } = await opened(address, views.reader)
    await page.locator('.panel').getByRole('button', { name: 'Report a wrong attribution' }).click()
    const dialog = page.getByRole('dialog').filter({ visible: true })
    await dialog.getByLabel('Who said it').fill('tony-gonzales')
    await dialog.getByLabel('Why').fill('The next line: "he" is Gonzales')
    await dialog.getByLabel('Your name').fill('Joan Lind')
    const note = (await dialog.locator('pre').textContent()) ?? ''
    expect(note).toContain('decisions: 1')
    expect(note).toContain('agent: mark-green')
    expect(note).toContain('agent: tony-gonzales, statements: ["wane-ice-435000/actively-releasing"]')
    expect(note).toContain(String.raw`reason: "The next line: \"he\" is Gonzales"`)
    await dialog.getByLabel('Who said it').fill('somebody else')
    expect(await dialog.locator('pre').textContent()).toContain('# A note for the curator')
  })

  test('a wrong attribution is reported of the number that the page is about', async () => {
    const { page } = await opened(address, views.figure)
    await page.getByRole('button', { name: 'Report a wrong attribution' }).click()
    expect(await page.getByRole('dialog').filter({ visible: true }).textContent()).toContain('“435,719” in: ')
    await page.context().close()
  })

  test('on paper: a role and a quotation stand once, however many numbers are in them', async () => {
    const { page } = await opened(address, views.figure)
    const rows = page.locator('.voices > li')
    const seen = async () => {
      const roles = await rows.locator('.note[dir]').filter({ visible: true }).allTextContents()
      const said = await rows.locator('.said.para, .own, a .said').filter({ visible: true }).allTextContents()
      return { roles, said }
    }
    const screen = await seen()
    expect(screen.roles.length).toBeGreaterThan(new Set(screen.roles).size)
    await page.emulateMedia({ media: 'print' })
    expect(await rows.filter({ hasText: 'In the same statement, quoted above.' }).count()).toBeGreaterThan(0)
    expect(await rows.locator('.repeated').filter({ visible: true }).count()).toBe(0)
    const paper = await seen()
    expect(new Set(paper.roles)).toEqual(new Set(screen.roles))
    expect(new Set(paper.said)).toEqual(new Set(screen.said))
    await page.context().close()
  })

  test('a number is cited as the command line cites it, on the page and in the dialog', async () => {
    const { page } = await opened(address, views.figure)
    const foot = page.locator('.cite > p')
    await expect.poll(() => foot.textContent()).toContain('(a curator’s label: ')
    await page.getByRole('button', { name: 'Cite', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Cite this page' })
    await dialog.getByRole('heading', { name: 'RIS' }).waitFor()
    await dialog.getByText('The Dixit address works only on this machine.').waitFor()
    const [text = '', bibtex = '', , csl = ''] = await dialog.locator('pre').allTextContents()
    expect(await foot.textContent()).toContain(text.trim())
    expect(bibtex).toMatch(/^@\w+\{wane-ice-435000\//)
    expect(JSON.parse(csl)[0].note).toContain('Worded as “')
    await page.context().close()
  })

  test('on paper: the words and where they stand, and nothing to press', async () => {
    const { page } = await opened(address, views.figure, { theme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('.cite > p').isVisible()).toBe(true)
    const legend = page.locator('.legend').filter({ visible: true })
    expect(await legend.count()).toBe(1)
    expect(await legend.textContent()).toContain('a curator concluded it')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
  })
})
