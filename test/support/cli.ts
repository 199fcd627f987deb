import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
/** The entry of the command line. */
export const entry = fileURLToPath(new URL('../../src/dixit.js', import.meta.url))

/** How a program ended: its exit code, or the signal that ended it, and what it wrote. */
export interface Ended {
  readonly code: number | string
  readonly out: string
  readonly err: string
}

/** A running program. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves when standard output matches; rejects, with all that was written, if the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
}

/** Starts a program, in the repository unless told where. Of the environment only PATH and HOME are kept. */
export function start(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  cwd = root,
): Running {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(command, args, { cwd, env: { PATH, HOME, ...environment } })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', text => (out += text))
  child.stderr.setEncoding('utf8').on('data', text => (err += text))
  const ended = once(child, 'close').then(([code, signal]) => ({ code: code ?? signal, out, err }))
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      look()
      void ended.then(result => reject(new Error(`ended without saying ${pattern}: ${JSON.stringify(result)}`)))
    })
  return { child, ended, says }
}

/** Runs `dixit` to its end. */
export function dixit(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return start(process.execPath, [entry, ...args], environment).ended
}
