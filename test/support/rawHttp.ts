import { connect, type Socket } from 'node:net'

/** A connection over which a test sends the bytes that it likes. */
export interface RawConnection {
  readonly socket: Socket
  /** All that has come, once the server closes the connection. */
  readonly ended: Promise<string>
}

export function rawConnection(address: string): RawConnection {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8').on('data', chunk => (text += chunk))
  const ended = new Promise<string>(resolve => {
    socket.on('error', () => resolve(text)).on('close', () => resolve(text))
  })
  return { socket, ended }
}

/** What a server answers to these bytes, after which it or the client closes the connection. */
export async function answerTo(
  address: string,
  bytes: string,
): Promise<{ status: number; code: string; text: string }> {
  const { socket, ended } = rawConnection(address)
  socket.end(bytes)
  const text = await ended
  const [, status = '0'] = /^HTTP\/1\.1 (\d+)/.exec(text) ?? []
  const [, code = ''] = /"code":"(\w+)"/.exec(text) ?? []
  return { status: Number(status), code, text }
}
