import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import type AxeCore from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, describe } from 'vitest'

declare const axe: typeof AxeCore

/** Chromium on this machine: what CHROMIUM names, or the first of its usual names on the PATH. */
export const executable = process.env.CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome')

if (executable === null) {
  console.warn(
    'SKIPPED: there is no Chromium on the PATH, and CHROMIUM names none. Install it: apt-get install chromium',
  )
}

/** Tests that need a browser; skipped visibly where there is none. */
export const inBrowser = describe.skipIf(executable === null)

function onPath(...names: string[]): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {
        // Not here.
      }
    }
  }
  return null
}

let browser: Promise<Browser> | undefined

async function launched(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: executable ?? '',
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
  })
  return browser
}

export interface Shape {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

/** A page, and whatever it does that it must not: errors, requests to other hosts, failed ones. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
}

/** Opens an address of the site; waits until nothing is asked for any more. */
export async function opened(
  site: string,
  path: string,
  { width = 1280, height = 800, theme = 'light' }: Shape = {},
): Promise<Watched> {
  const context: BrowserContext = await (await launched()).newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    locale: 'en-GB',
  })
  // A busy machine takes its time; a test that waits in vain ends by its own.
  context.setDefaultTimeout(100_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`thrown: ${error.message}`))
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(site).origin) faults.push(`asks ${origin}`)
  })
  await page.goto(site + path)
  await settled(page)
  return { page, faults }
}

/** Until the page asks nothing and draws nothing any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // That state stays once it was reached: a page that asks again says so itself.
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.waitForFunction(() => document.fonts.status === 'loaded')
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

const axeText = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What of WCAG 2.2 A and AA the page violates, as axe-core finds it. */
export async function violations(page: Page): Promise<string[]> {
  // By the debugger's protocol: the page's own policy lets no foreign script in.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axeText })
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
    const { violations: found } = await axe.run({ runOnly: tags })
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
  })
}

afterAll(async () => {
  const running = browser
  browser = undefined
  await (await running)?.close()
})
