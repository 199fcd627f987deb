import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import { vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { printable } from '../../src/cli/printable.ts'

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

/** Runs `dixit` to its end, in a process of its own: for what only the whole program shows. */
export function dixitProgram(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return start(process.execPath, [entry, ...args], environment).ended
}

/** Two of these run themselves again, in a process with a small heap; vitest resolves a package of the third otherwise than Node. */
const programs: ReadonlySet<string> = new Set(['export csv', 'export parquet', 'export qdpx'])

let before: Promise<unknown> = Promise.resolve()

/** Runs `dixit` to its end: in this process, one command after the other, as a program takes half a second to start. */
export function dixit(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  if (programs.has(args.slice(0, 2).join(' '))) return dixitProgram(args, environment)
  const ended = before.then(() => runHere(args, environment))
  before = ended
  return ended
}

async function runHere(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const told = { out: '', err: '' }
  const tell = (where: keyof typeof told) => ({
    write: (text: unknown) => {
      told[where] += String(text)
      return true
    },
    say: (...parts: unknown[]) => {
      told[where] += `${format(...parts.map(part => (typeof part === 'string' ? printable(part) : part)))}\n`
    },
  })
  const [out, err] = [tell('out'), tell('err')]
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(out.write),
    vi.spyOn(process.stderr, 'write').mockImplementation(err.write),
    vi.spyOn(console, 'log').mockImplementation(out.say),
    vi.spyOn(console, 'error').mockImplementation(err.say),
    vi.spyOn(console, 'warn').mockImplementation(err.say),
  ]
  const { env } = process
  const { PATH = '', HOME = '' } = env
  process.env = { PATH, HOME, ...environment }
  try {
    const code = await main([process.execPath, entry, ...args])
    return { code, ...told }
  } catch (error) {
    return { code: 1, out: told.out, err: `${told.err}${error instanceof Error ? error.stack : error}` }
  } finally {
    process.env = env
    for (const spy of spies) spy.mockRestore()
  }
}
