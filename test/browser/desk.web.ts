import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type DeskServer, startDeskServer } from '../../src/cli/desk/deskServer.ts'
import { reviewed } from '../../src/cli/desk/reviewed.ts'
import { settled as settledDifferences } from '../../src/cli/desk/settled.ts'
import type { Desk } from '../../src/draft/desk/desk.ts'
import { Settling } from '../../src/draft/desk/settling.ts'
import { deskOf, draftedSeed, twoCodings } from '../support/desk.ts'
import { inBrowser, opened, settled, violations } from './browser.ts'

inBrowser('the review desk', () => {
  let folder: string
  let desk: Desk
  let server: DeskServer
  let stop: (() => Promise<void>)[] = []

  beforeEach(async () => {
    folder = draftedSeed()
    desk = deskOf(folder)
    server = await startDeskServer(reviewed(desk), { port: 0, importNow: () => 'wane: created' })
    stop.push(() => server.close())
  })
  afterAll(async () => {
    await Promise.all(stop.map(each => each()))
    stop = []
  })

  const said = (page: Page) => page.locator('#said').textContent()
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    await settled(page)
  }
  const annotations = () => readFileSync(join(folder, 'annotations.yaml'), 'utf8')

  test('somebody accepts, changes, refuses, adds and takes back by keyboard alone', async () => {
    const { page, faults } = await opened(server.address, '')
    await page.getByText('Proposal: time').waitFor()
    await press(page, 'a')
    await page.getByText('Proposal: statement').waitFor()
    const accept = page.getByRole('button', { name: 'Accept' })
    expect(await accept.isDisabled()).toBe(true)
    await press(page, 'a')
    expect(await said(page)).toBe('Not yet: who says it (w).')
    await press(page, 'w')
    await page.keyboard.type('Patrick')
    await press(page, 'Enter', 't', '1')
    await expect.poll(() => accept.isDisabled()).toBe(false)
    await press(page, '[', 'a')
    await expect.poll(() => said(page)).toBe('accepted as changed')
    expect(annotations()).toMatch(/statement-1:\n {4}speaker: patrick-lechleitner\n/)
    await press(page, 'r')
    await page.keyboard.type('no figure')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('refused')
    await press(page, 'n', 'Enter')
    await page.getByText('You add: statement').first().waitFor()
    await press(page, 'e')
    await page.keyboard.type('there were 662,566 noncitizens with criminal histories')
    await press(page, 'Enter', 'w')
    await page.keyboard.type('Patrick')
    await press(page, 'Enter', 't', '1', 'x')
    await page.keyboard.type('his letter says it')
    await press(page, 'Enter')
    await expect
      .poll(() =>
        accept
          .or(page.getByRole('button', { name: 'Add a' }))
          .first()
          .isDisabled(),
      )
      .toBe(false)
    await press(page, 'a')
    await expect.poll(() => said(page)).toBe('added')
    expect(annotations()).toContain('statement-added-1')
    await press(page, 'u')
    await expect.poll(() => said(page)).toBe('undone')
    expect(annotations()).not.toContain('statement-added-1')
    page.once('dialog', dialog => dialog.dismiss())
    await press(page, 'i')
    expect(await said(page)).not.toBe('wane: created')
    page.once('dialog', dialog => dialog.accept())
    await press(page, 'i')
    await expect.poll(() => said(page)).toBe('wane: created')
    expect(faults.filter(fault => !fault.includes('422'))).toEqual([])
    await page.context().close()
  })

  test('low confidence is said, and looks so', async () => {
    const isLow = () => desk.top()?.hidden === null && desk.top()?.next?.proposal.confidence === 'LOW'
    for (let each = 0; each < 100 && !isLow(); each += 1)
      desk.perform(desk.top()?.hidden === null ? { do: 'SKIP' } : { do: 'SHOW' })
    const { page, faults } = await opened(server.address, '')
    await page.locator('.prop.low').getByText('low confidence').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('what stands is opened again by keyboard, and given to a second speaker', async () => {
    const { page, faults } = await opened(server.address, '')
    await page.getByText('Proposal: time').waitFor()
    await press(page, 'a')
    await page.getByText('Proposal: statement').waitFor()
    await press(page, 'w')
    await page.keyboard.type('Patrick')
    await press(page, 'Enter', '1', 'a')
    await expect.poll(() => said(page)).toBe('accepted')
    await press(page, 'g')
    await page.keyboard.type(
      desk
        .standing()
        .find(({ kind }) => kind === 'statement')
        ?.words.slice(0, 12) ?? '',
    )
    await press(page, 'Enter')
    await page.getByText('Opened again: statement').waitFor()
    await press(page, 'm')
    await page.keyboard.type('Mark')
    await press(page, 'Enter', 'a')
    await expect.poll(() => said(page)).toBe('changed')
    expect(annotations()).toMatch(/speaker:\n +- patrick-lechleitner\n +- mark-green\n/)
    expect(desk.log.decisions.map(({ answer }) => answer)).toEqual(['ACCEPT', 'ACCEPT', 'REVISE'])
    await press(page, 'u')
    await expect.poll(() => said(page)).toBe('undone')
    expect(annotations()).toMatch(/speaker: patrick-lechleitner\n/)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a second window cannot write over the first', async () => {
    const [one, two] = [await opened(server.address, ''), await opened(server.address, '')]
    await press(one.page, '?')
    await press(two.page, 's')
    await expect.poll(() => said(two.page)).toMatch(/^Another window has decided/)
    expect(desk.log.decisions.map(({ answer }) => answer)).toEqual(['UNSURE'])
    await press(two.page, 's')
    await expect.poll(() => desk.log.decisions.length).toBe(2)
    await one.page.context().close()
    await two.page.context().close()
  })

  test('passages show before their proposals when asked, and hidden ones are not in the page', async () => {
    const { page } = await opened(server.address, '')
    await press(page, 'h')
    await page.getByRole('heading', { name: 'Read the passage' }).waitFor()
    expect(await page.locator('.prop .said').count()).toBe(0)
    await press(page, 'p')
    await page.getByText('Proposal: time').waitFor()
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('has no fault of WCAG 2.2 AA, %s', async theme => {
    for (const width of [390, 1440]) {
      const { page, faults } = await opened(server.address, '', { theme, width })
      expect(await violations(page)).toEqual([])
      await press(page, '?')
      await page.getByText('Proposal: statement').waitFor()
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await page.context().close()
      desk.perform({ do: 'UNDO' })
    }
  })

  test('two who read it otherwise are settled by the keys of the terminal', async () => {
    const coded = twoCodings()
    const settling = new Settling(coded, { by: 'Cy Holm', now: () => new Date(0), write: writeFileSync })
    const served = await startDeskServer(settledDifferences(settling), { port: 0, importNow: () => 'wane: created' })
    stop.push(() => served.close())
    const { page, faults } = await opened(served.address, '')
    await page.getByRole('heading', { name: 'Read otherwise: time' }).waitFor()
    await press(page, 's')
    await page.getByRole('heading', { name: 'Read otherwise: figure' }).waitFor()
    const label = page.locator('.readings .other dd')
    expect(await label.allTextContents()).toEqual(['noncitizens with criminal histories', 'people on the docket'])
    await press(page, '2')
    await page.getByRole('heading', { name: 'Read otherwise: frame' }).waitFor()
    expect(readFileSync(join(coded, 'annotations.yaml'), 'utf8')).toContain('label: people on the docket')
    await press(page, 'u')
    await page.getByRole('heading', { name: 'Read otherwise: figure' }).waitFor()
    await page.getByRole('button', { name: 'As Ada Moss' }).click()
    await page.getByRole('heading', { name: 'Read otherwise: frame' }).waitFor()
    for (const key of ['2', '2', '0', '1', '1']) await press(page, key)
    await page.getByRole('heading', { name: 'All differences are settled' }).waitFor()
    expect(await page.getByText('The dossier is sound').count()).toBe(1)
    await press(page, 'i')
    await expect.poll(() => said(page)).toBe('wane: created')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('the page of differences has no fault of WCAG 2.2 AA, %s', async theme => {
    const settling = new Settling(twoCodings(), { by: 'Cy Holm', now: () => new Date(0), write: writeFileSync })
    const served = await startDeskServer(settledDifferences(settling), { port: 0, importNow: () => '' })
    stop.push(() => served.close())
    for (const width of [390, 1440]) {
      const { page, faults } = await opened(served.address, '', { theme, width })
      await page.getByRole('heading', { name: /^Read otherwise/ }).waitFor()
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await page.context().close()
    }
  })
})
