import { createRequire } from 'node:module'

/** Where warnings and faults go: a logger of pino's, or what behaves as one. */
export interface Log {
  error(details: object, message: string): void
  warn(details: object, message: string): void
}

const require = createRequire(import.meta.url)

/** Warnings and faults as lines of JSON on standard error. pino is loaded with the first of them: most runs have none. */
export function standardErrorLog(): Log {
  let log: Log | undefined
  const loaded = () => {
    if (log === undefined) {
      const { pino }: typeof import('pino') = require('pino')
      log = pino({ level: 'warn' }, pino.destination(2))
    }
    return log
  }
  return {
    error: (details, message) => loaded().error(details, message),
    warn: (details, message) => loaded().warn(details, message),
  }
}
