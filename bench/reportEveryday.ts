import type { EverydayFigures } from './figures.ts'
import { milliseconds, times } from './goals.ts'
import { table } from './table.ts'

/** What was measured of everyday questions beside their goals; or what misses its goal alone. */
export function everydayTables({ date, load, asked, clients, underLoad }: EverydayFigures, missedOnly = false): string {
  const shown = <Row>(rows: readonly Row[], isMet: (row: Row) => boolean) =>
    rows.filter(row => !missedOnly || !isMet(row))
  const verdict = (isMet: boolean) => (isMet ? 'yes' : '**no**')
  const questions = shown(asked, isQuickEnough).map(row => [
    row.name,
    // The processor time of a process that was stopped is lost.
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
  return `Measured ${date}, at a load average of ${load.toFixed(0)} before it began. ${counted.join(' of ')} questions meet their goals. Times are processor time, of the server and its
processes, one question after another. The server keeps the answers of its processes, so the first time must meet the goal too
(except for counts). The longest wait is that of \`/health\` meanwhile, by the wall clock.${pagesTogether(asked)}

${table(['', 'first', 'p50', 'p95', 'goal', 'longest wait', 'met'], questions, 'lrrrrrl')}

The processor time of a request, as a multiple of that of a bare POST that asks for a list of 20 statements:

${table(['', 'found', 'goal', 'met'], ways, 'lrrl')}

Under load:

${table(['', 'found', 'goal', 'met'], loads, 'lrrl')}`
}

/** How long the explorer's questions together take the first time: the goal is of all lists and pages, not of each. */
function pagesTogether(asked: EverydayFigures['asked']): string {
  const pages = asked.filter(({ name }) => name.startsWith('explorer: '))
  const [sample] = pages
  if (!sample) return ''
  const first = pages.map(page => page.first).toSorted((a, b) => a - b)
  const slowest = first[Math.ceil(first.length * 0.95) - 1] ?? 0
  const within = first.filter(each => each <= sample.goal).length
  return `

Of the ${pages.length} questions of the explorer's lists and pages, ${within} are answered within ${milliseconds(sample.goal)} the first time; at p95 they take
${milliseconds(slowest)} (goal ${milliseconds(sample.goal)}, ${slowest <= sample.goal ? 'met' : '**not met**'}).`
}

function isQuickEnough({ first, isKept, p95, goal, refused }: EverydayFigures['asked'][number]): boolean {
  return p95 <= goal && (isKept || first <= goal) && refused === null
}

function isUnhurt({ times: found, goal, refused }: EverydayFigures['underLoad'][number]): boolean {
  return found <= goal && refused === 0
}
