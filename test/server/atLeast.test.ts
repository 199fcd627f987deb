import { expect, test } from 'vitest'
import { testServer } from '../support/server.ts'

test('who says the least revision that it takes is told which one is shown, or to ask again', async () => {
  const server = await testServer()
  const ask = (headers: Record<string, string>) => server.post({ query: '{ __typename }' }, headers)
  expect((await ask({})).headers.get('dixit-revision')).toBeNull()
  const shown = (await ask({ 'dixit-at-least': '0' })).headers.get('dixit-revision') ?? ''
  expect(shown).toMatch(/^[1-9]\d*$/)
  expect((await ask({ 'dixit-at-least': shown })).status).toBe(200)
  const behind = await ask({ 'dixit-at-least': String(Number(shown) + 1) })
  expect(behind).toMatchObject({ status: 503, errors: [{ extensions: { code: 'BEHIND' } }] })
  expect(behind.headers.get('retry-after')).toMatch(/^\d+$/)
})
