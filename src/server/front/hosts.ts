import type { IncomingMessage } from 'node:http'
import type { Settings } from '../../settings/settings.ts'
import type { RequestRefusal } from './refuse.ts'

const { isIP } = process.getBuiltinModule('node:net')

/** A name or address with a port or without: no user before it, which URL would skip, and nothing behind it. */
const authority = /^(\[[\da-f:.]+\]|[^\s@/?#\\:[\]]+)(:\d*)?$/i

/** How many spellings of allowed hosts are remembered. */
const rememberedCap = 1_000

const bad: RequestRefusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'A request must have exactly one Host header with a valid address.',
}

/**
 * Refuses a request that was not meant for this server. A page of another site can have its own name lead to this
 * machine (DNS rebinding) and would then read the graph as if it were its own; the browser still sends that name.
 * An IP address is nobody's name, so that it is always allowed.
 */
export function hostGuard({
  HOST,
  BASE_URL,
  ALLOWED_HOSTS,
}: Settings): (request: IncomingMessage) => RequestRefusal | null {
  const names = new Set(['localhost', HOST.toLowerCase(), ...(ALLOWED_HOSTS ?? [])])
  if (BASE_URL !== undefined) names.add(new URL(BASE_URL).hostname)
  const remembered = new Set<string>()

  return request => {
    const { host } = request.headers
    if (host === undefined || isRepeated(request)) return bad
    if (remembered.has(host)) return null
    if (!isAuthority(host)) return bad
    const { hostname } = new URL(`http://${host}/`)
    const isAllowed =
      isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 ||
      hostname.endsWith('.localhost') ||
      names.has(hostname) ||
      names.has('*')
    if (!isAllowed) {
      return {
        status: 421,
        code: 'HOST_NOT_ALLOWED',
        message: 'This server does not answer to that host name. Its operator can add the name to ALLOWED_HOSTS.',
      }
    }
    if (remembered.size < rememberedCap) remembered.add(host)
    return null
  }
}

function isAuthority(host: string): boolean {
  return authority.test(host) && URL.canParse(`http://${host}/`)
}

/** Node keeps the first of two; a proxy before it may have gone by the second. */
function isRepeated({ rawHeaders }: IncomingMessage): boolean {
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1
  }
  return count > 1
}
