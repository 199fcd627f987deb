import type { EverydayFigures } from './figures.ts'
import { milliseconds, times } from './goals.ts'
import { table } from './table.ts'

/** What was found of what is asked every day, beside its goals; or of what misses them alone. */
export function everydayTables({ date, load, asked, clients, underLoad }: EverydayFigures, missedOnly = false): string {
  const shown = <Row>(rows: readonly Row[], isMet: (row: Row) => boolean) =>
    rows.filter(row => !missedOnly || !isMet(row))
  const verdict = (isMet: boolean) => (isMet ? 'yes' : '**no**')
  const questions = shown(asked, isQuickEnough).map(row => [
    row.name,
    // The processor's time of a process that was stopped went with it.
    row.refused === null ? milliseconds(row.first) : '–',
    row.refused === null ? milliseconds(row.p50) : '–',
    row.refused ?? milliseconds(row.p95),
    milliseconds(row.goal),
    milliseconds(row.stall),
    verdict(isQuickEnough(row)),
  ])
  const ways = shown(clients, ({ times: found, goal }) => found <= goal).map(({ name, times: found, goal }) => [
    name,
    times(found),
    times(goal),
    verdict(found <= goal),
  ])
  const loads = shown(underLoad, isUnhurt).map(row => [
    row.name,
    row.refused > 0 ? `${row.refused} refused` : times(row.times),
    times(row.goal),
    verdict(isUnhurt(row)),
  ])
  const counted = [asked.filter(isQuickEnough).length, asked.length]
  return `Measured ${date}, while ${load.toFixed(0)} other programs wanted the processor. ${counted.join(' of ')} questions meet their goals: milliseconds of the processor, of the server and its processes, one
question after the other; what the processes have answered is kept, so that the first time counts too (but for counts). The longest that \`/health\` waited meanwhile is by the clock on the wall.

${table(['', 'first', 'p50', 'p95', 'goal', 'longest wait', 'met'], questions, 'lrrrrrl')}

How much more a request takes of the processor than a bare POST of a list of 20 statements:

${table(['', 'found', 'goal', 'met'], ways, 'lrrl')}

Under load:

${table(['', 'found', 'goal', 'met'], loads, 'lrrl')}`
}

function isQuickEnough({ first, isKept, p95, goal, refused }: EverydayFigures['asked'][number]): boolean {
  return p95 <= goal && (isKept || first <= goal) && refused === null
}

function isUnhurt({ times: found, goal, refused }: EverydayFigures['underLoad'][number]): boolean {
  return found <= goal && refused === 0
}
