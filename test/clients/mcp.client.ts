import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, test } from 'vitest'
import { root } from '../support/cli.ts'
import { testDatabase } from '../support/graph.ts'

test('a client of the Model Context Protocol finds who said what, and verifies the words', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/dixit.js', 'mcp'],
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DIXIT_DB: testDatabase() },
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  const { tools } = await client.listTools()
  expect(tools.length).toBeLessThanOrEqual(8)
  const found = await client.callTool({ name: 'search', arguments: { query: 'convictions', first: 1 } })
  expect(found.isError).toBeFalsy()
  const [, passage = '', words = ''] = /"passage":\{"uri":"([^"]+)","exact":"([^"]+)"/.exec(JSON.stringify(found)) ?? []
  const verified = await client.callTool({ name: 'verify', arguments: { passage, text: words } })
  expect(JSON.stringify(verified.structuredContent)).toContain('"verbatim":true')
  await client.close()
})
