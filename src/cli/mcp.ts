import { Command } from '@commander-js/extra-typings'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'

/** `dixit mcp`: the graph as tools for language models. */
export function mcpCommand() {
  return new Command('mcp')
    .description('offer the graph to language models as tools (Model Context Protocol), over stdio or HTTP')
    .option('--http', 'over streamable HTTP at /mcp, on HOST and PORT, instead of stdio', false)
    .addHelpText(
      'after',
      '\nPermalinks begin with BASE_URL, else http://HOST:PORT, where dixit serve answers. docs/mcp.md has the tools.',
    )
    .action(async ({ http }) => {
      const settings = readSettings(process.env)
      const database = openReader(settings.DIXIT_DB, { isMapped: true })
      const baseUrl = settings.BASE_URL ?? `http://${settings.HOST}:${settings.PORT}`
      const { createMcpServer } = await import('../server/mcp/mcpServer.ts')
      if (http) {
        const { serveMcp } = await import('../server/mcp/httpTransport.ts')
        const address = await serveMcp(() => createMcpServer(database, baseUrl), settings)
        console.error(`Dixit offers ${settings.DIXIT_DB} to language models at ${address}\nCtrl-C stops.`)
        return
      }
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
      await createMcpServer(database, baseUrl).connect(new StdioServerTransport())
      // The client ends the session by closing its end.
      process.stdin.once('end', () => process.exit())
    })
}
