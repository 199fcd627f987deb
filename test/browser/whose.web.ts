import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'
import { inBrowser, opened } from './browser.ts'

inBrowser('whose it is', async () => {
  const { address } = await testServer()

  test('a stance that reports what others hold is no support', async () => {
    const { page } = await opened(address, '/claims?text=erode+trust')
    await page.getByRole('link', { name: 'Patrick Lechleitner reports that others hold' }).click()
    const claim = await opened(address, '/id/Claim/cooperation-may-erode-trust')
    expect(await claim.page.getByText('Stance to it: reports that others hold').count()).toBe(1)
    expect(await claim.page.locator('.cite > p').textContent()).not.toContain('..')
  })

  test('a statement that is not plainly affirmed says how it is held before its words; a plain one says nothing', async () => {
    const { page } = await opened(address, '/statements?words=immigration+proceedings')
    await page.locator('.seq b', { hasText: 'in the negative:' }).first().waitFor()
    const plain = await opened(address, '/statements?words=madness')
    await plain.page.locator('.seq .said').first().waitFor()
    expect(await plain.page.locator('.seq b').count()).toBe(0)
    const panel = await opened(address, '/id/Statement/wane-ice-435000/docket-meaning')
    await panel.page.locator('article b', { hasText: 'in the negative:' }).waitFor()
  })

  test('a paraphrase inside of quoted words is in the words of whoever is quoted', async () => {
    const { page } = await opened(address, '/id/Organization/ice')
    const whose = page.getByRole('link', { name: 'Patrick Lechleitner’s words' })
    expect(await whose.first().getAttribute('href')).toContain('/id/Statement/')
    expect(await page.getByText('the reporter’s words').filter({ visible: true }).count()).toBe(0)
  })

  test('scare quotes are nobody’s own words: in a comparison of anybody’s words, and as a name for a thing', async () => {
    const { page } = await opened(address, '/compare?speakers=patrick-lechleitner,mark-green&words=any')
    const term = page.locator('#terms summary', { hasText: 'sanctuary cities' })
    await term.locator('.doubtful').waitFor()
    expect(await term.locator('.own').count()).toBe(0)
    const quoted = page.locator('.cmp .short li', { hasText: 'some of the releases' })
    expect(await quoted.count()).toBeGreaterThan(0)
    expect(await quoted.locator('.own').count()).toBe(0)
    const places = await opened(address, '/id/Referent/places')
    const named = places.page.locator('.meta', { hasText: '“sanctuary cities” may be scare quotes' })
    expect(await named.locator('.own').count()).toBe(0)
    expect(await named.count()).toBe(1)
  })

  test('a time and a population that a curator concluded for a number are marked', async () => {
    const convicted = await opened(address, '/id/Figure/wane-ice-435000/convicted')
    expect(
      await convicted.page
        .locator('.facts')
        .getByRole('img', { name: /^which time concluded by a curator: / })
        .count(),
    ).toBe(1)
    const pending = await opened(address, '/id/Figure/wane-ice-435000/pending')
    expect(
      await pending.page
        .locator('.facts')
        .getByRole('img', { name: /^population concluded by a curator: / })
        .count(),
    ).toBe(1)
  })

  test('an organization has its people, the frames that affect it and its data', async () => {
    const { page } = await opened(address, '/id/Organization/ice')
    for (const name of ['People in it', 'Frames that affect them', 'Their letters and data']) {
      expect(await page.getByRole('heading', { name }).count(), name).toBe(1)
    }
    expect(await page.getByText('None of their statements is coded').count()).toBe(0)
  })

  test('whoever says that another said it is named, and who says so of them', async () => {
    const told = /by the account of Immigration and Customs Enforcement\s+by the account of Patrick Lechleitner/
    const list = await opened(address, '/statements?words=erode')
    await list.page.locator('.note', { hasText: told }).first().waitFor()
    const search = await opened(address, '/search?q=erode')
    await search.page.locator('.note', { hasText: told }).first().waitFor()
    const page = await opened(address, '/id/Organization/dhs-law-enforcement')
    await page.page.locator('.note', { hasText: /“know”\s+by the account of Mark Green/ }).waitFor()
    expect(await page.page.getByText('1 statement, only as others report it').count()).toBeGreaterThan(0)
  })

  test('a role that somebody else gives names them, and a channel that was concluded has a mark', async () => {
    const { page } = await opened(address, '/id/Organization/dhs-law-enforcement')
    await page.locator('.roles li', { hasText: /by the account of\s+Mark Green/ }).waitFor()
    const { page: ice } = await opened(address, '/id/Organization/ice')
    const data = ice.locator('li', { hasText: 'the data released by ICE' })
    expect(await data.getByRole('img', { name: /^channel concluded by a curator: Only Gonzales/ }).count()).toBe(1)
    expect(await ice.locator('.roles').getByText('by the account of').count()).toBe(0)
  })

  test('lists of speakers and claims mark roles and speakers that were concluded, and say who gives a role', async () => {
    const { page: speakers } = await opened(address, '/speakers?who=all')
    const row = (name: string) => speakers.locator('tr', { hasText: name })
    await row('DHS law enforcement')
      .getByText(/by the account of\s+Mark Green/)
      .waitFor()
    const head = row('Patrick Lechleitner').locator('p', { hasText: /^head/ })
    expect(await head.getByRole('img', { name: /^role concluded by a curator: / }).count()).toBe(1)
    expect(await row('Tony Gonzales').getByText('and 2 more').count()).toBe(1)
    const { page: claims } = await opened(address, '/claims?text=ICE+has+released')
    await claims.getByRole('link', { name: 'Patrick Lechleitner supports' }).first().waitFor()
    expect(await claims.getByRole('img', { name: /^speaker concluded by a curator: / }).count()).toBe(1)
  })

  test('a text that only others have speak, the framing of oneself, and a coder’s title are called so', async () => {
    const { page: data } = await opened(address, '/id/Channel/wane-ice-435000/ice-data')
    await data.getByRole('heading', { name: '1 statement by the account of others' }).waitFor()
    expect(await data.getByText(/by the account of\s+Tony Gonzales/).count()).toBe(1)
    const { page: gonzales } = await opened(address, '/id/Person/tony-gonzales')
    await gonzales.getByRole('heading', { name: 'How they frame themselves' }).waitFor()
    expect(await gonzales.getByText('nobody else’s framing of them is coded').count()).toBe(1)
    const { page: claim } = await opened(address, '/id/Claim/released-with-convictions')
    await claim.locator('.cite', { hasText: 'The title is a coder’s wording' }).waitFor()
  })

  test('names for things and frames that are only reported are counted, as numbers are', async () => {
    const { page } = await opened(address, '/id/Organization/some-jurisdictions')
    await page.getByText('None in their own words; 2 frames as reported: see the statements').waitFor()
    const { page: gonzales } = await opened(address, '/id/Person/tony-gonzales')
    for (const counted of ['4 names', '2 frames']) {
      const note = `In their own words; besides, ${counted} as reported: see the statements`
      expect(await gonzales.getByText(note).count(), counted).toBe(1)
    }
  })

  test('a badge says of what it is: a channel that was concluded makes no speaker doubtful, nor stands as stated', async () => {
    const { page } = await opened(address, '/id/Person/patrick-lechleitner')
    const badges = page.locator('li', { hasText: 'Some jurisdictions have reduced' }).locator('.meta .basis')
    expect(await badges.allTextContents()).toEqual([
      'stated: speaker',
      'concluded by a curator: channel and which time applies',
      'left open by the text: date',
    ])
    expect(await page.locator('.seq .basis', { hasText: /^\s*stated$/ }).count()).toBe(0)
  })

  test('a channel that is stated, though what it is was concluded, is not called concluded', async () => {
    const { page } = await opened(address, '/id/Person/mark-green')
    const badges = await page.locator('.meta .basis').allTextContents()
    expect(badges).toContain('concluded by a curator: what the channel is')
    expect(
      badges.filter(badge => /concluded by a curator: .*channel/.test(badge) && !/what the channel is/.test(badge)),
    ).toEqual([])
  })

  test.each([
    ['tens of thousands', 'actively releasing tens of thousands'],
    ['435,719', 'those, 435,719 are convicted'],
  ])('the start page says of “%s” what the page of its number says', async (words, said) => {
    const badgesOf = async (page: Page, list: string) => {
      const item = page.locator(`${list} > li`, { hasText: said }).first()
      await item.waitFor()
      return (await item.locator('.whose, .basis, .why').allTextContents()).map(text => text.trim())
    }
    const { page: start } = await opened(address, '/')
    const { page: figure } = await opened(address, '/id/Figure/wane-ice-435000/convicted')
    const badges = await badgesOf(start, '.ans')
    expect(badges.length, words).toBeGreaterThan(1)
    expect(badges).toEqual(await badgesOf(figure, '.voices'))
  })

  test('what a search finds stands in marks where the words are the speaker’s own', async () => {
    const { page } = await opened(address, '/search?q=defies')
    const own = page.locator('.hits li q.own', { has: page.locator('mark', { hasText: 'defies' }) })
    expect(await own.textContent()).toBe('“This defies all common sense,”')
  })

  test('a document without a title is called by its publisher in the comparison too', async () => {
    const { page } = await opened(address, '/compare?speakers=tony-gonzales,mark-green')
    const link = page.locator('.sources li a').first()
    await link.waitFor()
    expect(await link.textContent()).not.toContain('wane-ice-435000')
  })

  test('a speaker that was concluded has a mark in the list of times, and one that is stated has none', async () => {
    const { page } = await opened(address, '/timeline')
    const speakers = (name: string) => page.locator('.times .note > span', { hasText: `a statement of ${name}` })
    await speakers('Patrick Lechleitner').first().waitFor()
    const marked = { has: page.getByRole('img', { name: /^speaker concluded by a curator: / }) }
    expect(await speakers('Patrick Lechleitner').filter(marked).count()).toBeGreaterThan(0)
    expect(await speakers('Mark Green').filter(marked).count()).toBe(0)
  })

  test('the panel of a statement says once who gives a role', async () => {
    const { page } = await opened(address, '/id/Document/wane-ice-435000?statement=wane-ice-435000/dhs-knows')
    const role = page.locator('article .note', { hasText: /^law enforcement.*by the account of\s+Mark Green/ }).first()
    await role.waitFor()
    expect(await role.textContent()).toMatch(/Whether it held on the day of the statement is not said$/)
    expect(await page.locator('article').first().textContent()).not.toContain('The document gives')
  })

  test('a condition that was concluded has a mark, and one that the words give has none', async () => {
    const { page } = await opened(address, '/id/Figure/wane-ice-435000/convicted')
    const marked = (condition: string) =>
      page.locator('dd span', { hasText: condition }).getByRole('img', { name: /^concluded by a curator: / })
    expect(await marked('custody: not detained').count()).toBe(1)
    expect(await marked('conviction: convicted').count()).toBe(0)
  })

  test('a stance that was concluded has a mark', async () => {
    const { page: list } = await opened(address, '/claims')
    expect(await list.getByRole('img', { name: /^stance concluded by a curator: / }).count()).toBeGreaterThan(0)
  })

  test('what a term names has a mark where it was concluded, on the first page too', async () => {
    const { page } = await opened(address, '/')
    const names = page.locator('li', { hasText: 'criminal illegal aliens' }).filter({ hasText: /^Mark Green:/ })
    await names.waitFor()
    const marks = names.getByRole('img', { name: 'reading or speaker concluded by a curator' })
    expect(await marks.count()).toBe(3)
  })

  test('a number is shown with its hedge, in lists and at the top of its page', async () => {
    const { page } = await opened(address, '/figures')
    const link = page.getByRole('link', { name: 'nearly 900,000', exact: true })
    await link.click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('nearly 900,000')
    await expect.poll(() => page.title()).toContain('nearly 900,000')
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
    await page.getByRole('heading', { level: 1, name: '435,000' }).waitFor()
  })
})
