import { createRequire } from 'node:module'
import type { Observer } from './requestRecord.ts'

const require = createRequire(import.meta.url)

/** Logs each request on standard output, as a line of JSON: neither what was asked, nor a token, nor who asked. */
export function accessLog(): Observer {
  const { pino }: typeof import('pino') = require('pino')
  const log = pino({ base: null }, pino.destination(1))
  return ({ id, method, path, status, milliseconds, document, code, isWhole }) => {
    log.info(
      {
        requestId: id,
        method,
        path,
        status,
        milliseconds: Math.round(milliseconds * 10) / 10,
        ...(document === null ? {} : { document }),
        ...(code === null ? {} : { code }),
        ...(isWhole ? {} : { abandoned: true }),
      },
      'request',
    )
  }
}
