/** What processes cost, as Linux counts it, and where they run. */

import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'

/** Servers run on the one core and the load on the other, where there are two. */
export const serverCore = 0
export const loadCore = 1
const isPinned = availableParallelism() > 1
const millisecondsPerTick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Starts a program on one core; all that it starts stays there too. */
export function spawnOn(core: number, command: string, argv: readonly string[], options: SpawnOptions): ChildProcess {
  return isPinned
    ? spawn('taskset', ['-c', String(core), command, ...argv], options)
    : spawn(command, [...argv], options)
}

/** Ends a process and waits for its end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** A process and all that it started, as far as they live. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const parent = Number(statOf(Number(name))?.[1])
    if (Number.isInteger(parent)) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const tree: number[] = []
  const queue = [root]
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    tree.push(pid)
    queue.push(...(children.get(pid) ?? []))
  }
  return tree
}

/** Milliseconds of the processor that trees of processes have taken, in user and system mode. */
export function cpuOf(roots: readonly number[]): number {
  const ticks = roots.flatMap(treeOf).map(pid => {
    const stat = statOf(pid)
    return Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)
  })
  return ticks.reduce((sum, each) => sum + each, 0) * millisecondsPerTick
}

/** The same to the microsecond, of all threads that live, and of processes that have ended: for single requests. */
export function preciseCpuOf(roots: readonly number[]): number {
  return roots.flatMap(treeOf).reduce((sum, pid) => sum + ofThreads(pid) + ofEndedChildren(pid), 0)
}

function ofEndedChildren(pid: number): number {
  const stat = statOf(pid)
  return (Number(stat?.[13] ?? 0) + Number(stat?.[14] ?? 0)) * millisecondsPerTick
}

function ofThreads(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
      const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')
      return sum + Number(nanoseconds) / 1e6
    }, 0)
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

/** Megabytes. What is mapped of a file is not among them: that is the page cache, which the system takes back at will. */
export interface Memory {
  /** The most that each process had for itself, the first process first. */
  readonly each: readonly number[]
  /** The most that all of them had for themselves at one moment. */
  readonly together: number
  /** The memory that they shared at the end, counted once: PostgreSQL's buffers. */
  readonly shared: number
}

const sampleEvery = 500

/** Looks at the private memory (RssAnon) of trees of processes again and again: Linux keeps no peak of it. */
export class MemoryWatch {
  readonly #roots: readonly number[]
  readonly #most = new Map<number, number>()
  readonly #timer = setInterval(() => this.#look(), sampleEvery).unref()
  #together = 0

  constructor(roots: readonly number[]) {
    this.#roots = roots
  }

  stop(): Memory {
    clearInterval(this.#timer)
    const tree = this.#look()
    const shared = tree.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss_Shmem'), 0)
    return {
      each: [...this.#most.values()].map(megabytes),
      together: megabytes(this.#together),
      shared: megabytes(shared),
    }
  }

  #look(): number[] {
    const tree = this.#roots.flatMap(treeOf)
    let together = 0
    for (const pid of tree) {
      const own = kilobytes(`/proc/${pid}/status`, 'RssAnon')
      if (own > 0) this.#most.set(pid, Math.max(own, this.#most.get(pid) ?? 0))
      together += own
    }
    this.#together = Math.max(this.#together, together)
    return tree
  }
}

function kilobytes(file: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? 0)
}

function megabytes(kilobytes: number): number {
  return Math.round(kilobytes / 1024)
}

/** The fields of /proc/PID/stat after the name: state, parent and so on. */
function statOf(pid: number): string[] | undefined {
  const stat = Number.isInteger(pid) ? read(`/proc/${pid}/stat`) : ''
  return stat === '' ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
