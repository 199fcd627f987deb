import type { ContenderName } from './contender.ts'
import type { Figures, SizeFigures } from './figures.ts'
import { rivalStatements } from './generate.ts'

/** What is aimed at, what was found, and whether that is enough: null where it was not measured. */
export interface Goal {
  readonly goal: string
  readonly found: string
  readonly isMet: boolean | null
}

/** The size at which most goals are set, and from which latency may not grow. */
const judged = 1_000_000
const smallest = 10_000

/** The sizes that were measured, the smallest first. */
export function sizesOf({ sizes }: Figures): [label: string, figures: SizeFigures][] {
  return Object.entries(sizes).toSorted(([, a], [, b]) => a.statements - b.statements)
}

/** The goals beside what was found at a million statements, or at the largest size below. */
export function goalsOf(figures: Figures): { readonly at: string; readonly goals: readonly Goal[] } {
  const sizes = sizesOf(figures)
  const [label, size] = sizes.findLast(([, { statements }]) => statements <= judged) ?? ['', undefined]
  if (!size) return { at: '', goals: [] }
  const growth = [...growthGoals(sizes), ...largestGoals(sizes, size)]
  return { at: label, goals: [...speedGoals(size), ...growth, ...serverGoals(size), ...importGoals(size)] }
}

function speedGoals(size: SizeFigures): Goal[] {
  const each = (names: readonly string[], other: ContenderName) => names.map(name => ratio(size, name, 'X', other))
  const [toLimit, lists, others] = [
    each(['Q1', 'Q2', 'Q3', 'Q4'], 'D'),
    each(['Q1', 'Q2', 'Q3', 'Q4'], 'E'),
    each(['Q5', 'Q6', 'Q7'], 'E'),
  ]
  const mean = toLimit.every(isNumber)
    ? toLimit.reduce<number>((product, value) => product * (value ?? 1), 1) ** (1 / toLimit.length)
    : null
  const shares = ['Q1', 'Q2', 'Q3'].map(name => size.sqlShare[name] ?? null)
  return [
    goal('Q1–Q4 at least 0.9× of the limit D (geometric mean)', [mean], times, value => value >= 0.9),
    goal('Q7 at least 0.6× of the limit D', each(['Q7'], 'D'), times, value => value >= 0.6),
    goal('Q1–Q4 each at least 3× PostGraphile E', lists, times, value => value >= 3),
    goal('Q5–Q7 each at least 3× PostGraphile E', others, times, value => value >= 3),
    goal('more than half of the time inside of SQLite, Q1–Q3', shares, percent, value => value > 0.5),
    goal(
      'Q8 and Q9 under a second',
      ['Q8', 'Q9'].map(name => size.questions[name]?.X?.p50 ?? null),
      milliseconds,
      value => value < 1_000,
    ),
  ]
}

/** How ten times the million fares beside it. */
function largestGoals(sizes: readonly (readonly [string, SizeFigures])[], million: SizeFigures): Goal[] {
  const largest = sizes.at(-1)?.[1]
  if (!largest || largest.statements <= judged || million.statements !== judged) return []
  const growth = (name: string) => quotient(largest.questions[name]?.X?.p50, million.questions[name]?.X?.p50)
  const toLimit = ['Q1', 'Q2', 'Q3', 'Q4'].map(name => ratio(largest, name, 'X', 'D'))
  const statements = largest.statements.toLocaleString('en-US')
  return [
    goal(
      `Q1–Q3 at ${statements} statements at most 1.4× of a million`,
      ['Q1', 'Q2', 'Q3'].map(growth),
      times,
      value => value <= 1.4,
    ),
    goal(`Q1–Q4 at ${statements} statements each at least 0.9× of the limit D`, toLimit, times, value => value >= 0.9),
  ]
}

function growthGoals(sizes: readonly (readonly [string, SizeFigures])[]): Goal[] {
  const first = sizes.find(([, { statements }]) => statements === smallest)?.[1]
  const last = sizes.at(-1)?.[1]
  if (!first || !last || first === last) return []
  const growth = (name: string) => quotient(last.questions[name]?.X?.p50, first.questions[name]?.X?.p50)
  // What is heavy may not have been asked of the largest size.
  const heavy = sizes.findLast(([, { questions }]) => questions.Q9?.X)?.[1] ?? last
  const heavyGrowth = (name: string) => quotient(heavy.questions[name]?.X?.p50, first.questions[name]?.X?.p50)
  const rows = heavy.statements / first.statements
  const rivalRows = rivalStatements(heavy.statements) / rivalStatements(first.statements)
  const [from, to] = [first, last].map(({ statements }) => statements.toLocaleString('en-US'))
  return [
    goal(
      `Q1–Q6: latency grows at most 1.3× from ${from} to ${to} statements`,
      ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'].map(growth),
      times,
      value => value <= 1.3,
    ),
    goal(
      `Q8 grows no faster than the ${rivalRows}× rows that it touches`,
      [heavyGrowth('Q8')],
      times,
      value => value <= rivalRows,
    ),
    goal(
      `Q9 grows no faster than the ${rows}× rows that it touches`,
      [heavyGrowth('Q9')],
      times,
      value => value <= rows,
    ),
  ]
}

function serverGoals({ memory, coldStart, besides }: SizeFigures): Goal[] {
  const { X: own } = memory
  const slower = besides ? [besides.Q8 / besides.alone, besides.Q9 / besides.alone] : [null]
  return [
    goal(
      'private memory of the server under 200 MiB, all of its processes together',
      [own?.together ?? null],
      value => `${value} MiB (${own?.each.join(' + ')})`,
      value => value < 200,
    ),
    goal(
      'cold start to the first answer under 400 ms',
      [coldStart?.answer ?? null],
      milliseconds,
      value => value < 400,
    ),
    goal('p99 of Q1 at most doubled while Q8, while Q9 run without pause', slower, times, value => value <= 2),
  ]
}

function importGoals({ imported: { first, floor, again, bytesPerStatement } }: SizeFigures): Goal[] {
  return [
    goal(
      'at most 1,700 bytes a statement',
      [bytesPerStatement],
      value => value.toLocaleString('en-US'),
      value => value <= 1_700,
    ),
    goal(
      'import at most 2× the time of bare prepared inserts of the same rows',
      [quotient(first.seconds, floor?.seconds)],
      times,
      value => value <= 2,
    ),
    goal(
      'an unchanged file again: under a hundredth of its import',
      [again.seconds / first.seconds],
      percent,
      value => {
        return value < 0.01
      },
    ),
  ]
}

/** A goal of several figures is met if each of them is enough. */
function goal(
  text: string,
  found: readonly (number | null)[],
  say: (value: number) => string,
  isEnough: (value: number) => boolean,
): Goal {
  const known = found.filter(isNumber)
  if (known.length < found.length) return { goal: text, found: 'not measured', isMet: null }
  return { goal: text, found: known.map(say).join(', '), isMet: known.every(isEnough) }
}

/** How many times as many requests a second one contender answers as another. */
export function ratio(size: SizeFigures, question: string, one: ContenderName, other: ContenderName): number | null {
  const measured = size.questions[question]
  return quotient(measured?.[one]?.perSecond, measured?.[other]?.perSecond)
}

function quotient(one: number | undefined, other: number | undefined): number | null {
  return one === undefined || other === undefined ? null : one / other
}

function isNumber(value: number | null): value is number {
  return value !== null
}

export function times(value: number | null): string {
  if (value === null) return '–'
  return `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}×`
}

export function milliseconds(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} ms`
}

function percent(value: number): string {
  return `${(value * 100).toPrecision(2)}%`
}
