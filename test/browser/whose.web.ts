import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened } from './browser.ts'

inBrowser('whose it is', async () => {
  const { address } = await testServer()

  test('a stance that reports what others hold is no support', async () => {
    const { page } = await opened(address, '/claims?text=erode+trust')
    await page.getByRole('link', { name: 'Patrick Lechleitner reports that others hold' }).click()
    const claim = await opened(address, '/id/Claim/cooperation-will-erode-trust')
    expect(await claim.page.getByText('Stance to it: reports that others hold').count()).toBe(1)
    expect(await claim.page.locator('.cite > p').textContent()).not.toContain('..')
  })

  test('a paraphrase inside of quoted words is in the words of whoever is quoted', async () => {
    const { page } = await opened(address, '/id/Organization/ice')
    const whose = page.getByRole('link', { name: 'Patrick Lechleitner’s words' })
    expect(await whose.first().getAttribute('href')).toContain('/id/Statement/')
    expect(await page.getByRole('main').textContent()).not.toContain('the reporter’s words')
  })

  test('an organization has its people, the frames that affect it and its data', async () => {
    const { page } = await opened(address, '/id/Organization/ice')
    for (const name of ['People in it', 'Frames that affect them', 'Letters and data of theirs']) {
      expect(await page.getByRole('heading', { name }).count(), name).toBe(1)
    }
    expect(await page.getByText('No statement of theirs is coded').count()).toBe(0)
  })

  test('scare quotes have a mark of their own', async () => {
    const { page } = await opened(address, '/statements?quotation=MIXED')
    const doubtful = page.locator('.seq .doubtful', { hasText: 'sanctuary cities' })
    expect(await doubtful.count()).toBeGreaterThan(0)
    expect(await page.locator('.seq .own', { hasText: 'sanctuary cities' }).count()).toBe(0)
  })

  test('a number leads to what rounds it', async () => {
    const { page } = await opened(address, '/number?value=435719')
    const rounding = page.getByText('rounds it').first()
    expect(await rounding.textContent()).toContain('435,000 rounds it')
    await rounding.getByRole('link').click()
    await page.getByText('435,000, as worded').first().waitFor()
  })
})
