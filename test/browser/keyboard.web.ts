import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened, settled } from './browser.ts'

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const called = await page.evaluate(() => {
      const { activeElement: at } = document
      const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.textContent : ''
      return [at?.getAttribute('aria-label'), label, at?.textContent].filter(Boolean).join(' ')
    })
    if (name.test(called)) return
  }
  throw new Error(`nothing called ${name} is reached by Tab`)
}

inBrowser('by keyboard alone', async () => {
  const { address } = await testServer()

  test('somebody finds who said 435,719 from the start, and compares the speakers', async () => {
    const { page, faults } = await opened(address, '/')
    await page.keyboard.press('/')
    await page.keyboard.type('435719')
    await page.getByText(/\d+ found/).waitFor()
    await tabTo(page, /^435,719$|those with criminal convictions/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '435,719' }).waitFor()
    await settled(page)
    expect(await page.locator('.voices > li').count()).toBe(5)
    await tabTo(page, /^Compare these 3 speakers/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Patrick Lechleitner, Mark Green, Tony Gonzales' }).waitFor()
    await tabTo(page, /^Tony Gonzales.*take away/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Lechleitner, Mark Green$/ }).waitFor()
    await tabTo(page, /^Add a speaker/)
    await page.keyboard.type('Gonz')
    // Tony Gonzales stands among all speakers already: what was typed leaves him alone, with the button that ends the choice.
    await expect.poll(() => page.locator('.found button').count()).toBe(2)
    await tabTo(page, /Tony Gonzales/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Tony Gonzales/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('speakers')?.split(',')).toHaveLength(3)
    expect(faults).toEqual([])
  })

  test('the reader walks through statements, numbers and what nothing covers', async () => {
    const { page, faults } = await opened(address, '/id/Document/wane-ice-435000')
    const place = page.locator('.panel [role="status"]').first()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => place.textContent()).toBe('Statement 2 of 41')
    await page.keyboard.press('k')
    await expect.poll(() => place.textContent()).toBe('Statement 1 of 41')
    expect(page.url()).toContain('statement=wane-ice-435000')
    for (const key of ['n', 'u']) {
      const before = await page.evaluate(() => scrollY)
      for (let times = 0; times < 6; times++) await page.keyboard.press(key)
      expect(await page.evaluate(() => scrollY)).not.toBe(before)
    }
    await page.keyboard.press('Escape')
    await expect.poll(() => place.textContent()).toBe('41 statements')
    await tabTo(page, /^Tony Gonzales: The data released/)
    await page.keyboard.press('Enter')
    await page.locator('.panel article').getByText('beyond disturbing').first().waitFor()
    expect(faults).toEqual([])
  })

  test('a network is set otherwise, and a tie is opened', async () => {
    const { page } = await opened(address, '/network')
    await tabTo(page, /what is tied/)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.url()).toContain('mode=speakers')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => page.url()).toContain('mode=claims')
    await settled(page)
    await tabTo(page, /^Statements of Tony Gonzales/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /One tie, opened/ }).waitFor()
    await expect.poll(() => page.locator('.seq > li').count()).toBeGreaterThan(0)
  })

  test.each([
    ['/compare?speakers=mark-green,tony-gonzales', /^“criminal illegal aliens”/, /It may be shocking/],
    ['/id/Person/mark-green', /How to read the marks/, /solid line/],
  ])('%s: %s opens', async (path, name, inside) => {
    const { page } = await opened(address, path)
    await tabTo(page, name)
    await page.keyboard.press('Enter')
    await page.locator('details[open]:has(> summary:focus)').getByText(inside).first().waitFor()
  })

  test('a list is filtered, and its address passed on', async () => {
    const { page } = await opened(address, '/statements')
    await tabTo(page, /^With the words/)
    await page.keyboard.type('docket')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('words=docket')
    const again = await opened(address, new URL(page.url()).pathname + new URL(page.url()).search)
    const found = await again.page.locator('.seq > li').count()
    await expect.poll(() => page.locator('.seq > li').count()).toBe(found)
  })

  test('a citation is shown, and closed', async () => {
    const { page } = await opened(address, '/id/Figure/wane-ice-435000/convicted')
    await tabTo(page, /^Cite$/)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Cite this page' })
    expect(await dialog.textContent()).toContain('@misc{wane-ice-435000/convicted,')
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.isVisible()).toBe(false)
  })

  test('the way over the top of the page is short', async () => {
    const { page } = await opened(address, '/figures')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })
})
