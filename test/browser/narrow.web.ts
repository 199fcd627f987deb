import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened } from './browser.ts'
import { views } from './views.ts'

const telephone = { width: 390, height: 844 }

inBrowser('on a telephone', async () => {
  const { address } = await testServer()

  test.each(['/figures', '/speakers', '/documents'])(
    '%s stands without scrolling sideways, each cell with its name',
    async path => {
      const { page } = await opened(address, path, telephone)
      const list = page.locator('.scroll:has(.stacked)')
      await list.locator('tbody tr').first().waitFor()
      expect(await list.evaluate(part => part.scrollWidth - part.clientWidth)).toBe(0)
      for (const cell of await list.locator('td').all()) {
        expect(await cell.evaluate(shown => getComputedStyle(shown, '::before').content)).toMatch(/^"[a-z ]+"$/)
      }
      await page.context().close()
    },
  )

  test('the parts of a comparison are folded; the keyboard and links unfold them, and paper has all', async () => {
    const { page } = await opened(address, views.compare, telephone)
    const parts = page.locator('details.band')
    await parts.first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6_000)
    const claims = page.locator('#claims')
    expect(await claims.evaluate(part => part instanceof HTMLDetailsElement && part.open)).toBe(false)
    await claims.locator('> summary').focus()
    await page.keyboard.press('Enter')
    await claims.getByRole('table').waitFor()
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'What they call things' })
      .click()
    await page.locator('#terms').getByRole('table').waitFor()
    await page.emulateMedia({ media: 'print' })
    for (const part of await page.locator('details.band table').all()) expect(await part.isVisible()).toBe(true)
    await page.context().close()
  })
})

inBrowser('from the start page, with what pages show alone', async () => {
  const { address } = await testServer()

  test('who said what about 435,719, the speakers side by side, and a page with its sources', async () => {
    const { page } = await opened(address, '/')
    let clicks = 0
    const click = async (name: string, role: 'link' | 'button' = 'link') => {
      await page.getByRole(role, { name, exact: true }).first().click()
      clicks += 1
    }
    await click('Who said what about 435,719?')
    const voices = page.locator('.voices > li')
    await voices.first().waitFor()
    const own = voices.filter({ hasText: '“Of those, 435,719 are' }).first()
    expect(await own.textContent()).toContain('Patrick Lechleitner')
    expect(await own.textContent()).toContain('own words')
    expect(clicks).toBe(1)

    await click('Compare these 3 speakers')
    await page.getByRole('heading', { level: 1, name: 'Patrick Lechleitner, Mark Green, Tony Gonzales' }).waitFor()
    expect(clicks).toBe(2)

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await click('Print with all quotations', 'button')
    await page.locator('body[data-printed]').waitFor()
    expect(clicks).toBe(3)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sources').textContent()).toContain('https://www.wane.com/news/')
    expect(await page.locator('.quotations .said').first().isVisible()).toBe(true)
    await page.context().close()
  })
})
