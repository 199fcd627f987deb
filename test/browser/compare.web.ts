import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened } from './browser.ts'
import { views } from './views.ts'

inBrowser('speakers side by side', async () => {
  const { address } = await testServer()

  test('how they are quoted and what they do is counted in whosever words it stands', async () => {
    const { page } = await opened(address, views.compare)
    const row = (part: string, name: string) =>
      page.getByRole('region', { name: part }).getByRole('row').filter({ hasText: name }).getByRole('cell')
    const summaries = async (part: string, name: string) =>
      (await row(part, name).allInnerTexts()).map(text => text.trim())
    expect(await summaries('How they are quoted', 'not in quotation marks')).toEqual([
      '6 statements',
      '2 statements',
      'nothing coded',
    ])
    expect(await summaries('What they do with words', 'promise, vow or threat')).toEqual([
      'nothing coded',
      '1 statement',
      'nothing coded',
    ])
    await page.context().close()
  })

  test('a part that holds words of a reporter alone does not say that nothing is coded', async () => {
    const { page } = await opened(address, '/compare?speakers=ice,dhs-law-enforcement')
    const claims = await page.locator('#claims').textContent()
    expect(claims).toContain('nothing in their own words')
    expect(claims).not.toContain('nothing coded')
    await page.context().close()
  })

  test('who reports that others hold a claim, or concedes it, does not support it', async () => {
    const { page } = await opened(address, views.compare)
    const cells = async (claim: string) =>
      (
        await page
          .getByRole('region', { name: 'Claims, and where they stand' })
          .getByRole('row')
          .filter({ hasText: claim })
          .allInnerTexts()
      ).join()
    expect(await cells('Cooperating with federal immigration officials will erode')).toContain(
      'reports that others hold',
    )
    expect(await cells('Some jurisdictions are concerned')).toContain('concedes')
    await page.context().close()
  })

  test('a vague quantity stands in a row with a name', async () => {
    const { page } = await opened(address, views.compare)
    const row = page
      .getByRole('region', { name: 'Numbers, in their words', exact: true })
      .getByRole('row')
      .filter({ hasText: 'record numbers' })
    expect(await row.getByRole('rowheader').textContent()).toBe('without a coded number')
    await page.context().close()
  })

  test('bounds that were read stand under a heading that says so, and never as words', async () => {
    const { page } = await opened(address, views.compare)
    const row = (part: string) => page.getByRole('region', { name: part, exact: true }).getByRole('row')
    const read = row('Numbers, as values').filter({ hasText: '20,000 to below 100,000 people' })
    expect(await read.count()).toBe(1)
    expect(await read.locator('.short .said', { hasText: 'tens of thousands' }).count()).toBeGreaterThan(0)
    expect(await row('Numbers, in their words').filter({ hasText: '20,000 to below' }).count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toContain('as worded')
    await page.context().close()
  })

  test('a note speaks of the page, not of arguments of the API', async () => {
    for (const path of [views.compare, views.network, views['network of speakers'], views.speaker]) {
      const { page } = await opened(address, path)
      const text = await page.locator('main').textContent()
      expect(text).not.toMatch(/To (take|see|keep) .*:|INFERRED|AUTOMATIC|leastZ|wording: \[|\{ /)
      await page.context().close()
    }
  })

  test('on paper: each quotation stands once, the cells refer to it, and the address of the article stands below', async () => {
    const { page } = await opened(address, views.compare)
    const quotations = page.locator('.quotations li')
    const cell = page.locator('#figures td li', { hasText: 'tens of thousands' })
    expect(await quotations.first().isVisible()).toBe(false)
    expect(await cell.locator('.refs').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    const texts = await quotations.filter({ visible: true }).allTextContents()
    expect(texts.length).toBeGreaterThan(15)
    expect(new Set(texts).size).toBe(texts.length)
    const number = Number(/\d+/.exec((await cell.locator('.refs').textContent()) ?? '')?.[0])
    expect(texts[number - 1]).toContain('actively releasing tens of thousands')
    const isConcluded = { has: page.getByRole('img', { name: 'speaker concluded by a curator' }) }
    expect(await quotations.filter({ hasText: 'Of those, 435,719', ...isConcluded }).count()).toBe(1)
    expect(await quotations.filter({ hasText: 'actively releasing tens of thousands', ...isConcluded }).count()).toBe(0)
    expect(await page.locator('.cmp .short .said').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('.sources').textContent()).toContain('https://www.wane.com/news/')
    await page.context().close()
  })

  test('on paper: every quotation of a cell is there, and none behind a link', async () => {
    const { page } = await opened(address, `${views.compare}&words=any#functions`)
    const before = page.url()
    const rest = page.locator('.cmp a', { hasText: /^and \d+ more$/ })
    expect(await rest.count()).toBeGreaterThan(0)
    await page.evaluate(() => {
      window.print = () =>
        document.body.setAttribute('data-printed', String(document.querySelectorAll('.cmp .short > li').length))
    })
    await page.getByRole('button', { name: 'Print with all quotations' }).click()
    await page.locator('body[data-printed]').waitFor()
    expect(await rest.count()).toBe(0)
    const quotations = await page.locator('.cmp .short > li').count()
    expect(await page.locator('body').getAttribute('data-printed')).toBe(String(quotations))
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await rest.first().waitFor({ state: 'attached' })
    expect(page.url()).toBe(before)
    await page.context().close()
  })

  test('on paper: a cell says how many of its quotations are not there', async () => {
    const { page } = await opened(address, `${views.compare}&words=any#functions`)
    const rest = page.locator('.cmp a', { hasText: /^and \d+ more$/ })
    const links = await rest.allTextContents()
    expect(links.length).toBeGreaterThan(0)
    await page.emulateMedia({ media: 'print' })
    const told = page.locator('.refs', { hasText: /more\]$/ }).filter({ visible: true })
    expect((await told.allTextContents()).map(text => /and \d+ more/.exec(text)?.[0])).toEqual(links)
    await page.context().close()
  })

  test('on paper: the tables alone have no quotation, no words that were not asked for, and a legend', async () => {
    const { page } = await opened(address, views.compare)
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await page.getByRole('button', { name: 'Print the tables alone' }).click()
    await page.locator('body[data-printed]').waitFor()
    await page.emulateMedia({ media: 'print' })
    const visible = { visible: true }
    expect(await page.locator('.cmp summary').filter(visible).count()).toBeGreaterThan(0)
    expect(await page.locator('.cmp .short .said, .quotations .said, .refs').filter(visible).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'Words that set them apart' }).filter(visible).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'How to read the marks' }).filter(visible).count()).toBe(1)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.locator('.quotations .said').filter(visible).first().waitFor()
    await page.context().close()
  })

  test('on paper: no page is empty, no drawing is wider than the page, and all of it is a handful of pages', async () => {
    const { page } = await opened(address, views.compare)
    const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
    const paper = { format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } } as const
    expect(pages(await page.pdf(paper))).toBeLessThanOrEqual(10)
    await page.context().close()
    const network = await opened(address, views.network)
    expect(pages(await network.page.pdf(paper))).toBeLessThanOrEqual(6)
    await network.page.context().close()
  })

  test('a cell has one mark for what was concluded', async () => {
    const { page } = await opened(address, views.compare)
    expect(await page.locator('.cmp .concluded').count()).toBeGreaterThan(0)
    expect(await page.locator('.cmp .concluded.inferred + .concluded.inferred').count()).toBe(0)
    expect(await page.locator('.cmp summary:has(.concluded.inferred ~ .concluded.inferred)').count()).toBe(0)
    await page.context().close()
  })

  test('its contents lead to each of its parts', async () => {
    const { page } = await opened(address, views.compare)
    const contents = page.getByRole('navigation', { name: 'On this page' })
    const links = await contents.getByRole('link').all()
    expect(links.length).toBeGreaterThan(8)
    for (const link of links) {
      const id = (await link.getAttribute('href')) ?? ''
      expect(await page.locator(id).count(), id).toBe(1)
    }
    await contents.getByRole('link', { name: 'Claims, and where they stand' }).click()
    expect(
      await page
        .getByRole('heading', { name: 'Claims, and where they stand', exact: true })
        .evaluate(shown => shown.getBoundingClientRect().top),
    ).toBeLessThan(400)
    await page.context().close()
  })

  test('speakers can be chosen one after the other: the list stays until it is done with', async () => {
    const { page } = await opened(address, '/compare')
    const list = page.getByRole('list', { name: 'Speakers to add' })
    for (const name of ['Mark Green', 'Tony Gonzales', 'Patrick Lechleitner']) {
      await list.getByRole('button', { name }).click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
    }
    await list.getByRole('button', { name: 'Done' }).click()
    expect(await list.count()).toBe(0)
    await page.context().close()
  })

  test('on a telephone: each cell says whose it is, and nothing is cut', async () => {
    const { page } = await opened(address, views.compare, { width: 390 })
    const cut = await page
      .locator('.scroll:has(.cmp)')
      .evaluateAll(parts => parts.filter(part => part.scrollWidth > part.clientWidth).length)
    expect(cut).toBe(0)
    const who = page.locator('.cmp td').first()
    expect(await who.evaluate(cell => getComputedStyle(cell, '::before').content)).toContain('Lechleitner')
    await page.context().close()
  })
})

inBrowser('what a link says is what it leads to', async () => {
  const { address } = await testServer()

  test('the speakers of a number are all compared, also those who do not give it', async () => {
    const { page } = await opened(address, views.figure)
    await page.getByRole('link', { name: 'Compare these 3 speakers' }).click()
    const compared = page.getByRole('list', { name: 'Compared' }).getByRole('listitem')
    await compared.nth(2).waitFor()
    expect((await compared.allInnerTexts()).map(text => text.split('×')[0]?.trim()).sort()).toEqual([
      'Mark Green',
      'Patrick Lechleitner',
      'Tony Gonzales',
    ])
    await page.context().close()
  })

  test('what several things conclude of the same words is one mark, which says them all', async () => {
    const { page } = await opened(address, views.claims)
    const marks = await page
      .locator('.seq .meta > span')
      .evaluateAll(spans =>
        spans.map(span => [...span.querySelectorAll('.concluded')].map(mark => mark.getAttribute('aria-label') ?? '')),
      )
    expect(Math.max(...marks.map(of => of.length))).toBe(1)
    expect(marks.flat().some(name => name.startsWith('speaker') && name.includes('; stance'))).toBe(true)
    await page.context().close()
  })

  test.each([
    ['435 719', '435,719'],
    ['435.719', '435,719'],
    ['435,719', '435,719'],
    ['435k', '435,000'],
    ['50000', '50,000, or words that may mean it'],
    ['fifty thousand', '50,000, or words that may mean it'],
  ])('a search for %s leads to those who give it', async (words, named) => {
    const { page } = await opened(address, `/search?q=${encodeURIComponent(words)}`)
    await page.getByRole('link', { name: `Everyone who gives the number ${named}`, exact: true }).click()
    await page.locator('.voices > li').first().waitFor()
    await page.context().close()
  })

  test.each([
    ['people', /^\d+ people$/],
    ['those whom others alone say to have said something', /^\d+ organizations and groups$/],
  ])('%s of the start page are those of the list', async (_, name) => {
    const { page } = await opened(address, views.start)
    const link = page.getByRole('link', { name })
    const count = Number.parseInt((await link.textContent()) ?? '', 10)
    await link.click()
    await page.locator('tbody tr').first().waitFor()
    expect(await page.locator('tbody tr').count()).toBe(count)
    await page.context().close()
  })

  test('the bar of a voice says how many of its statements only others report, as the list has them', async () => {
    const { page } = await opened(address, views.start)
    const note = (voice: string) => page.locator('.share li', { hasText: voice }).locator('.note')
    expect(await note('a named speaker').textContent()).toBe('4 only as others report them')
    expect(await note('not identified').textContent()).toBe('only as others report it')
    expect(await note('the document itself').count()).toBe(0)
    await page.getByRole('link', { name: 'not identified' }).click()
    await page.locator('.seq .note', { hasText: /by the account of\s+Mark Green/ }).waitFor()
    await page.context().close()
  })

  test('the first question of the start page is about the number that most is said about', async () => {
    const { page } = await opened(address, views.start)
    await page.getByRole('link', { name: 'Who said what about 435,719?' }).click()
    await page.getByRole('heading', { level: 1, name: '435,719' }).waitFor()
    await page.context().close()
  })

  test('a number is read in any form that the search reads', async () => {
    const { page } = await opened(address, '/number?value=about%20435%2C000')
    await page.getByRole('heading', { level: 1, name: '435,000' }).waitFor()
    await page.locator('.voices > li').first().waitFor()
    await page.context().close()
  })

  test('the help lists every page and the recipes, in words without marks of Markdown', async () => {
    const { page } = await opened(address, '/docs')
    const listed = (await page.locator('article li').allTextContents()).join('\n')
    expect(listed).toMatch(/^Export: how to export the graph, form by form$/m)
    expect(listed).not.toMatch(/\*\*|\]\(/)
    await page.locator('article').getByRole('link', { name: 'Linked data' }).waitFor()
    await page.locator('article').getByRole('link', { name: 'Recipes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Recipes' }).waitFor()
    await page.locator('article').getByRole('link', { name: 'networks.md' }).click()
    await page.getByRole('heading', { level: 1, name: 'NetworkX' }).waitFor()
    await page.context().close()
  })

  test('a number is cited in the words for it, and where they stand', async () => {
    const { page } = await opened(address, views.figure)
    const cited = page.locator('.cite > p', { hasText: /characters \d+–\d+/ }).first()
    expect(await cited.textContent()).toContain('“435,719” (characters 521–528)')
    await page.context().close()
  })
})
