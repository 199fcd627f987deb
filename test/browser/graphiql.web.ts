import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readExamples, textsOf } from '../../src/server/examples.ts'
import { testServer } from '../support/server.ts'
import { inBrowser, opened, settled, violations } from './browser.ts'

/** The most bytes that a first view may take, as they are sent. */
const firstView = 400_000

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tabs = (page: Page) => page.locator('.graphiql-tab-button').allTextContents()
const answer = (page: Page) => page.locator('.graphiql-response .view-lines')

async function edited(address: string, path = '/graphql') {
  const { page, faults } = await opened(address, path)
  if (path === '/graphql') await button(page, 'Edit in GraphiQL').click()
  await answer(page).getByText('"data"').waitFor()
  return { page, faults }
}

inBrowser('GraphiQL', async () => {
  const { address } = await testServer()

  test('opens with the worked questions, grouped, the first one answered, in few bytes and without an editor', async () => {
    const { page, faults } = await opened(address, '/graphql')
    const sent = await page.evaluate(() =>
      performance
        .getEntries()
        .filter(entry => entry instanceof PerformanceResourceTiming)
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    )
    expect(sent).toBeLessThan(firstView)
    const menu = page.getByRole('navigation', { name: 'Worked questions' })
    const texts = readExamples().map(textsOf)
    expect((await menu.getByRole('button').allTextContents()).toSorted()).toEqual(
      texts.map(({ title }) => title).toSorted(),
    )
    expect(await menu.getByRole('heading').allTextContents()).toEqual([...new Set(texts.map(({ group }) => group))])
    await page.getByRole('region', { name: 'Answer' }).getByText('Of those, 435,719').first().waitFor()
    await page.getByRole('tab', { name: 'Names' }).click()
    await page.getByText('tony-gonzales').waitFor()
    await page.getByRole('searchbox').fill('lechl')
    await page.getByText('tony-gonzales').waitFor({ state: 'detached' })
    expect(await page.getByText('patrick-lechleitner').count()).toBe(1)
    await page.getByRole('tab', { name: 'Fields' }).click()
    expect(await page.getByRole('heading', { name: 'Lists' }).count()).toBe(1)
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test('a question opens in a tab with a name, answered; the second visit is where the first ended', async () => {
    const { page, faults } = await edited(address)
    await button(page, 'Every number that Mark Green cites').click()
    await answer(page).getByText('"person"').waitFor()
    await page.getByRole('button', { name: 'New tab' }).click()
    const before = await tabs(page)
    expect(before.map(name => name.trim())).toEqual([
      'WhoSaidWhatAbout435719',
      'EveryNumberMarkGreenCites',
      'New question',
    ])
    await button(page, 'Who said what about 435,719').click()
    // GraphiQL keeps its tabs half a second after they have changed.
    await page.waitForFunction(
      wanted => {
        const kept = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}')
        return kept.tabs?.length === wanted && kept.activeTabIndex === 0
      },
      before.length,
      { polling: 100 },
    )
    await page.reload()
    await page.locator('.graphiql-query-editor').getByText('WhoSaidWhatAbout435719').first().waitFor()
    expect(await tabs(page)).toEqual(before)
    // Whatever was open before, the menu has the questions that the server has now.
    const menu = page.getByRole('navigation', { name: 'Worked questions' })
    expect(await menu.getByRole('button').count()).toBe(readExamples().length)
    expect(faults).toEqual([])
  })

  test('the query in an address opens with its answer', async () => {
    const query = new URLSearchParams({ query: 'query Whom { person(slug: "mark-green") { name } }' })
    const { page, faults } = await edited(address, `/graphql?${query}`)
    await answer(page).getByText('Mark Green').waitFor()
    expect((await tabs(page)).map(name => name.trim())).toEqual(['Whom'])
    expect(faults).toEqual([])
  })

  test('slugs are completed between quotation marks', async () => {
    const query = new URLSearchParams({ query: 'query Whom { __typename }' })
    const { page } = await edited(address, `/graphql?${query}`)
    await page.locator('.graphiql-query-editor').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('query Said { statements(filter: { speaker: "gonz')
    const suggested = page.locator('.suggest-widget .monaco-list-row')
    // The list is narrowed while one types: Enter takes what stands first.
    await suggested.first().filter({ hasText: 'tony-gonzales' }).waitFor()
    await page.keyboard.press('Enter')
    await settled(page)
    expect(await page.locator('.graphiql-query-editor .view-lines').textContent()).toContain('tony-gonzales')
  })
})
