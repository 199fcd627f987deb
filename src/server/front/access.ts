import { createHash, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Failure } from '../../model/failure.ts'
import type { Settings } from '../../settings/settings.ts'
import type { RequestRefusal } from './refuse.ts'

const { BlockList, isIP } = process.getBuiltinModule('node:net')

/** Shorter tokens could be tried out. */
const shortestToken = 16

const refused: RequestRefusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This graph is private: send a token, as “Authorization: Bearer TOKEN” or as the password.',
  headers: { 'www-authenticate': ['Bearer realm="Dixit"', 'Basic realm="Dixit", charset="UTF-8"'] },
}

/** Whether only some are answered. */
export function isRestricted({ TOKEN_FILE, USER_HEADER }: Settings): boolean {
  return TOKEN_FILE !== undefined || USER_HEADER !== undefined
}

/**
 * Refuses whoever neither sends a token of TOKEN_FILE nor comes through a proxy that names the user; nobody, if neither is
 * set. A browser asks for the token as a password.
 *
 * @throws Failure BAD_SETTING if the file cannot be read or holds no token
 */
export function accessGuard(settings: Settings): (request: IncomingMessage) => RequestRefusal | null {
  if (!isRestricted(settings)) return () => null
  const tokens = settings.TOKEN_FILE === undefined ? [] : readTokens(settings.TOKEN_FILE)
  const isProxy = proxies(settings.PROXIES)
  const header = settings.USER_HEADER?.toLowerCase()
  return request => {
    const named = header === undefined ? undefined : request.headers[header]
    if (named !== undefined && named !== '' && isProxy(request.socket.remoteAddress ?? '')) return null
    const sent = tokenOf(request.headers.authorization ?? '')
    return sent !== null && isAmong(tokens, digest(sent)) ? null : refused
  }
}

/** Compares with all of them, so that the time says nothing of how much of a token was right, nor of which. */
function isAmong(tokens: readonly Buffer[], sent: Buffer): boolean {
  return tokens.reduce((found, token) => timingSafeEqual(token, sent) || found, false)
}

function tokenOf(authorization: string): string | null {
  const [, scheme = '', sent = ''] = /^(bearer|basic) +(\S+) *$/i.exec(authorization) ?? []
  if (scheme.toLowerCase() === 'bearer') return sent
  if (scheme.toLowerCase() !== 'basic') return null
  const [, password = null] = /^[^:]*:(.*)$/s.exec(Buffer.from(sent, 'base64').toString()) ?? []
  return password
}

function readTokens(path: string): Buffer[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_SETTING', `TOKEN_FILE cannot be read: ${why}.`, { cause: error })
  }
  const tokens = text.split(/\s+/).filter(token => token !== '')
  if (tokens.length === 0 || tokens.some(token => token.length < shortestToken)) {
    throw new Failure(
      'BAD_SETTING',
      `TOKEN_FILE must hold one token per line, each with ${shortestToken} characters or more.`,
    )
  }
  return tokens.map(digest)
}

/** All of one length, whatever the length of the text. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function proxies(names: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const name of names) {
    const [address = '', bits] = name.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    try {
      if (bits === undefined) list.addAddress(address, family)
      else list.addSubnet(address, Number(bits), family)
    } catch (error) {
      throw new Failure('BAD_SETTING', `PROXIES holds “${name}”, which is not an IP address or network.`, {
        cause: error,
      })
    }
  }
  return address => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
