import { Command } from '@commander-js/extra-typings'
import { standardErrorLog } from '../server/log.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'

/** `dixit mcp`: the graph as tools for language models. */
export function mcpCommand() {
  return new Command('mcp')
    .description('offer the graph to language models as Model Context Protocol tools, over stdio or HTTP')
    .option('--http', 'use streamable HTTP at /mcp, on HOST and PORT, instead of stdio', false)
    .addHelpText(
      'after',
      '\nPermalinks begin with BASE_URL, or else http://HOST:PORT, where dixit serve listens. docs/mcp.md describes the tools.',
    )
    .action(async ({ http }) => {
      const settings = readSettings(process.env)
      const database = openReader(settings.DIXIT_DB, { isMapped: true })
      const baseUrl = settings.BASE_URL ?? `http://${settings.HOST}:${settings.PORT}`
      const { createMcpServer } = await import('../server/mcp/mcpServer.ts')
      const log = standardErrorLog()
      const create = () => createMcpServer(database, baseUrl, log)
      if (http) {
        const { serveMcp } = await import('../server/mcp/httpTransport.ts')
        const address = await serveMcp(create, settings)
        console.error(`Dixit offers ${settings.DIXIT_DB} to language models at ${address}\nPress Ctrl-C to stop.`)
        return
      }
      const { LineTransport } = await import('../server/mcp/lineTransport.ts')
      await create().connect(new LineTransport(process.stdin, process.stdout, settings.MAX_BODY_BYTES))
    })
}
