import { serverAudits } from 'graphql-http'
import { describe, expect, test } from 'vitest'
import { testServer } from '../support/server.ts'

const { address } = await testServer()

describe('every audit of GraphQL over HTTP', () => {
  test.each(serverAudits({ url: `${address}/graphql`, fetchFn: fetch }).map(({ id, name, fn }) => ({ id, name, fn })))(
    '$id $name',
    async ({ fn }) => {
      expect(await fn()).toMatchObject({ status: 'ok' })
    },
  )
})
