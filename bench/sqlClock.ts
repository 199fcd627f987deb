/**
 * Adds up how long a process is inside of SQLite. Loaded before a program by `--import`, it writes the milliseconds so far
 * on SIGUSR2 to the folder SQL_CLOCK_FOLDER, in a file named by the process.
 */

import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

type Method = (this: unknown, ...argv: unknown[]) => unknown

const folder = process.env.SQL_CLOCK_FOLDER
const probe = new Sqlite(':memory:')
const statement: object = Object.getPrototypeOf(probe.prepare('select 1'))
probe.close()
let milliseconds = 0

for (const name of ['all', 'get', 'run']) {
  const method: unknown = Reflect.get(statement, name)
  if (!isMethod(method)) continue
  const timed: Method = function (...argv) {
    const start = performance.now()
    try {
      return method.apply(this, argv)
    } finally {
      milliseconds += performance.now() - start
    }
  }
  Reflect.set(statement, name, timed)
}

/** How long this process was inside of SQLite so far. */
export function sqlMilliseconds(): number {
  return milliseconds
}

if (folder !== undefined) {
  process.on('SIGUSR2', () => {
    const file = join(folder, String(process.pid))
    writeFileSync(`${file}.part`, String(milliseconds))
    renameSync(`${file}.part`, file)
  })
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}
