import { readdirSync, readFileSync } from 'node:fs'

/** What /proc says of a process: its parent, and how many seconds of the processor it has had. */
function look(pid: number): { readonly parent: number; readonly seconds: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / 100 }
  } catch {
    // It has ended meanwhile.
    return null
  }
}

/** How many seconds of the processor a process and all that it has started have had. */
export function processorSeconds(pid: number): number {
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const seen = new Map(all.map(name => [Number(name), look(Number(name))]))
  const isOfIt = (id: number): boolean => id === pid || (id > 1 && isOfIt(seen.get(id)?.parent ?? 0))
  return [...seen].reduce((sum, [id, found]) => sum + (found !== null && isOfIt(id) ? found.seconds : 0), 0)
}
