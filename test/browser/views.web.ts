import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened, settled, violations } from './browser.ts'
import { views } from './views.ts'

inBrowser('every view', async () => {
  const { address } = await testServer()

  for (const [name, path] of Object.entries(views)) {
    test.each(['light', 'dark'] as const)(`${name} breaks no rule of WCAG 2.2 AA, %s`, async theme => {
      const { page, faults } = await opened(address, path, { theme })
      expect(await page.locator('h1').count()).toBe(1)
      // What is folded away counts too.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true
      })
      await settled(page)
      expect(await violations(page)).toEqual([])
      expect(faults.filter(fault => !fault.includes('404'))).toEqual([])
      await page.context().close()
    })

    test(`${name} fits a telephone and a wall`, async () => {
      for (const width of [390, 2560]) {
        const { page } = await opened(address, path, { width })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        await page.context().close()
      }
    })
  }
})
