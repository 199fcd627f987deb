import type Sqlite from 'better-sqlite3'
import { relateIntervals } from '../model/intervals.ts'
import { Approximation, type ValueOf, valuesOf } from '../model/vocabulary.ts'

/** Teaches a connection the functions of the model that queries filter by, so that they say the same in both. */
export function addFunctions(client: Sqlite.Database): void {
  client.function(
    'interval_relation',
    { deterministic: true, varargs: true },
    (approximation: unknown, value: unknown, lower: unknown, upper: unknown, ...other: unknown[]) =>
      relateIntervals(quantity(approximation, value, lower, upper), quantity(...other))?.relation ?? null,
  )
}

const approximations: ReadonlySet<unknown> = new Set(valuesOf(Approximation))

function isApproximation(value: unknown): value is ValueOf<typeof Approximation> {
  return approximations.has(value)
}

function quantity(approximation?: unknown, value?: unknown, lower?: unknown, upper?: unknown) {
  const number = (cell: unknown) => (typeof cell === 'number' ? cell : null)
  return {
    approximation: isApproximation(approximation) ? approximation : 'EXACT',
    value: number(value),
    lower: number(lower),
    upper: number(upper),
  }
}
