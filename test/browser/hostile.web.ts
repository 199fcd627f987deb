import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'
import { inBrowser, opened, violations } from './browser.ts'

const markup = '<img src=x onerror=document.title=1><script>document.title=2</script>'
const arabic = 'قال الوزير'
const long = `${'long '.repeat(2_000)}end`
const nested = 'forty ships came'

/** A document in which everything is as awkward as it may be: markup, two directions, a long quotation, many statements on one. */
function hostileDossier(): string {
  const folder = join(temporaryFolder(), 'hostile')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'article.txt'),
    [
      `“We say ${markup} to 12 ships,” said ${markup}.`,
      `“${arabic} 34,000” said ${arabic}.`,
      `“${long},” Ann Lund said.`,
      `Ann Lund said that ${nested}.`,
    ].join('\n'),
  )
  const statement = (name: string, speaker: string, content: string, quotation: string) =>
    `  ${name}: { speaker: ${speaker}, content: ${JSON.stringify(content)}, quotation: ${quotation}, speechAct: ASSERTIVE, reason: A test. }`
  const many = Array.from({ length: 50 }, (_, index) =>
    statement(`many-${index}`, `speaker-${index}`, nested, 'INDIRECT'),
  )
  writeFileSync(
    join(folder, 'annotations.yaml'),
    [
      'dossier: 1',
      `document: { title: ${JSON.stringify(markup)}, publisher: paper, language: en }`,
      'agents:',
      '  paper: { organization: Paper, kind: PUBLISHER }',
      `  markup: { person: ${JSON.stringify(markup)} }`,
      `  arabic: { person: ${arabic} }`,
      '  ann-lund: { person: Ann Lund }',
      ...many.map((_, index) => `  speaker-${index}: { person: Speaker ${index} }`),
      'statements:',
      statement('markup', 'markup', `We say ${markup} to 12 ships,`, 'DIRECT'),
      statement('arabic', 'arabic', `${arabic} 34,000`, 'DIRECT'),
      statement('long', 'ann-lund', `${long},`, 'DIRECT'),
      ...many,
      '',
    ].join('\n'),
  )
  return folder
}

inBrowser('hostile content', async () => {
  const folder = hostileDossier()
  const { address } = await testServer(
    {},
    testDatabase(writer => importDossier(writer, folder, { replace: false })),
  )

  test.each([
    '/',
    '/id/Document/hostile?statement=hostile/long',
    '/id/Person/markup',
    '/id/Person/arabic',
    '/compare?speakers=markup,arabic,ann-lund',
    '/statements',
    '/speakers',
    '/search?q=ships',
    `/search?${new URLSearchParams({ q: markup })}`,
    `/compare?${new URLSearchParams({ speakers: `${markup},x` })}`,
    '/network?mode=speakers&actors=%3Cscript%3E',
  ])('is shown as text, and breaks nothing: %s', async path => {
    for (const width of [390, 1280]) {
      const { page, faults } = await opened(address, path, { width })
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(await page.title()).not.toMatch(/^[12]/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(faults.filter(fault => !/status of 4/.test(fault))).toEqual([])
      if (width === 1280) expect(await violations(page)).toEqual([])
      await page.context().close()
    }
  })

  test('fifty statements on one sentence are fifty steps', async () => {
    const { page } = await opened(address, '/id/Document/hostile')
    await expect.poll(() => page.locator('.margin button').count()).toBe(53)
    for (let times = 0; times < 53; times++) await page.keyboard.press('j')
    expect(await page.locator('.panel [role="status"]').first().textContent()).toBe('Statement 53 of 53')
  })
})
