import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * What Node is told of its heap where rows are written by the million: otherwise it lets what was written long ago stand in hundreds of
 * megabytes, as collecting it costs time. It can be told at its start alone.
 */
const heap = ['--max-old-space-size=96', '--max-semi-space-size=4']

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs this program again with a small heap, and ends as that one does; false where it has one already, and has to do the work. */
export async function runsInSmallHeap(): Promise<boolean> {
  const [script, ...given] = process.argv.slice(1)
  if (script === undefined || heap.every(each => process.execArgv.includes(each))) return false
  const child = spawn(process.execPath, [...process.execArgv, ...heap, script, ...given], { stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  await once(child, 'exit')
  for (const signal of signals) process.off(signal, forward)
  if (child.signalCode !== null) process.kill(process.pid, child.signalCode)
  if (child.exitCode !== 0) process.exit(child.exitCode ?? 1)
  return true
}
