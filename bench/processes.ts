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

/** Megabytes of memory of each process of some trees: the most that it ever had, and its share of what is shared now. */
export function memoryOf(roots: readonly number[]): { readonly peak: number[]; readonly share: number } {
  const tree = roots.flatMap(treeOf)
  const kilobytes = (file: string, field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? 0)
  return {
    peak: tree.map(pid => Math.round(kilobytes(`/proc/${pid}/status`, 'VmHWM') / 1024)).filter(peak => peak > 0),
    share: Math.round(tree.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1024),
  }
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
