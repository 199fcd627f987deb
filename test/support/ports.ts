import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** A port that nobody listens on, with so many in a row as it is the first of. */
export async function freePort(inARow = 1): Promise<number> {
  for (;;) {
    const first = await listening(0)
    const others = await Promise.all(Array.from({ length: inARow - 1 }, (_, n) => listening(portOf(first) + n + 1)))
    const servers = [first, ...others]
    const port = portOf(first)
    const isFree = servers.every(server => server?.listening)
    await Promise.all(servers.map(server => server && new Promise(resolve => server.close(resolve))))
    if (isFree) return port
  }
}

/** A server on that port; null if another program has it. */
async function listening(port: number): Promise<Server | null> {
  const server = createServer().listen(port, '127.0.0.1')
  return once(server, 'listening').then(
    () => server,
    () => null,
  )
}

function portOf(server: Server | null): number {
  const address = server?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
