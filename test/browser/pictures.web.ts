import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened, type Shape, settled } from './browser.ts'
import { views } from './views.ts'

/** The pictures of docs/explorer.md, which the pages must go on looking like. `UPDATE=1 npm run test:web` makes them anew. */
const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))

/** The share of points that may differ: another version of Chromium sets a few letters otherwise. */
const tolerance = 0.02

const pictures: Readonly<Record<string, readonly [path: string, shape: Shape]>> = {
  start: [views.start, {}],
  reader: [views.reader, {}],
  'reader-dark': [views.reader, { theme: 'dark' }],
  'reader-narrow': [views.reader, { width: 390, height: 780 }],
  number: [views.figure, {}],
  speaker: [views.speaker, {}],
  compare: [views.compare, {}],
  network: [views.network, {}],
  timeline: [views.timeline, {}],
}

inBrowser('the pages look as they are shown', async () => {
  const { address } = await testServer()

  test.each(Object.entries(pictures))('%s', async (name, [path, shape]) => {
    const { page } = await opened(address, path, { width: 1100, height: 720, ...shape })
    await settled(page)
    // A picture of an error would be what the page goes on looking like.
    expect(await page.locator('.problem').count()).toBe(0)
    const taken = await stillPicture(page)
    const file = `${folder}/explorer-${name}.png`
    if (process.env.UPDATE || !existsSync(file)) writeFileSync(file, smaller(taken))
    const [is, was] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(file))]
    expect([is.width, is.height]).toEqual([was.width, was.height])
    const different = pixelmatch(is.data, was.data, undefined, is.width, is.height, { threshold: 0.2 })
    expect(different / (is.width * is.height)).toBeLessThan(tolerance)
  })
})

/** Taken twice alike: on a busy machine a page may be laid out again after it says that it is done. */
async function stillPicture(page: Page): Promise<Buffer> {
  let last = await page.screenshot({ animations: 'disabled' })
  for (let again = 0; again < 10; again++) {
    const next = await page.screenshot({ animations: 'disabled' })
    if (next.equals(last)) break
    last = next
  }
  return last
}

/** The same picture in fewer colours, sixteen a channel, so that its file is half as large. */
function smaller(png: Buffer): Buffer {
  const picture = PNG.sync.read(png)
  for (const [index, value] of picture.data.entries()) picture.data[index] = Math.round(value / 17) * 17
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 })
}
