import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const token = 'correct-horse-battery-staple'
const file = join(temporaryFolder(), 'tokens')
writeFileSync(file, token)
const { address } = await testServer({ TOKEN_FILE: file })

test('what is asked of all graphs at once is asked with the token of whoever asks', async () => {
  process.env.SERVERS = `one=${address}`
  const { additionalResolvers } = await import(new URL('../../deploy/federation/across.js', import.meta.url).href)
  const asking = async (headers: Record<string, string>) => {
    const context = { request: new Request('http://gateway.test', { headers }) }
    const agent = await additionalResolvers.Query.agentAcross(null, { slug: 'mark-green' }, context)
    return { agent, page: await additionalResolvers.AgentAcross.statements(agent, { first: 1, after: null }, context) }
  }
  expect(await asking({ authorization: `Bearer ${token}` })).toMatchObject({
    agent: { name: 'Mark Green', servers: ['one'] },
    page: { nodes: [{ server: 'one' }] },
  })
  await expect(asking({})).rejects.toThrow(address)
})
