import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { compareFigures } from '../../model/amounts.ts'
import { readEdtf } from '../../model/edtf.ts'
import { relateIntervals } from '../../model/intervals.ts'
import { encodeId, permalinkPath } from '../../model/nodeNames.ts'
import { numberWorded } from '../../model/numberWorded.ts'
import { roleAt } from '../../model/roleAt.ts'
import { slugBeginnings } from '../../model/slug.ts'
import { termHead } from '../../model/termHead.ts'
import { Approximation, type ValueOf, valuesOf } from '../../model/vocabulary.ts'
import { writeCursor } from './cursor.ts'
import { addKeptColumns } from './keptColumns.ts'
import { addKeptResults } from './keptResults.ts'
import { addPassageFunctions } from './passageFunctions.ts'
import { addTextFunctions } from './textFunctions.ts'

/** Teaches a connection the functions that queries filter by and write JSON with, so that they say the same as the code. */
export function addFunctions(client: Sqlite.Database): void {
  addTextFunctions(client)
  client.function(
    'interval_relation',
    { deterministic: true, varargs: true },
    (approximation: unknown, value: unknown, lower: unknown, upper: unknown, ...other: unknown[]) =>
      relateIntervals(quantity(approximation, value, lower, upper), quantity(...other))?.relation ?? null,
  )
  client.function('number_worded', { deterministic: true, varargs: true }, (...cells: unknown[]) => {
    const [unit, counted, ...amount] = cells
    return numberWorded(quantity(...amount), textIn(unit), textIn(counted))
  })
  client.function('explain_figures', { deterministic: true, varargs: true }, (...cells: unknown[]) =>
    compareFigures(figureOf(...cells.slice(0, 6)), figureOf(...cells.slice(6))),
  )
  client.function('global_id', { deterministic: true }, (typename: unknown, slug: unknown) =>
    encodeId(String(typename), String(slug)),
  )
  client.function('permalink_path', { deterministic: true }, (typename: unknown, slug: unknown) =>
    permalinkPath(String(typename), String(slug)),
  )
  // By the statement's, the first of these that there is, what stands in the statement is found.
  client.function('slug_beginnings', { deterministic: true }, (slug: unknown) =>
    JSON.stringify(slugBeginnings(String(slug))),
  )
  client.function('cursor_of', { deterministic: true }, (order: unknown, slug: unknown) =>
    writeCursor(String(order), [String(slug)]),
  )
  client.function('term_head', { deterministic: true }, (folded: unknown, language: unknown) =>
    folded === null || language === null ? null : termHead(String(folded), String(language)),
  )
  client.function('number_text', { deterministic: true }, (value: unknown) => (value === null ? null : String(value)))
  addPassageFunctions(client)
  addKeptColumns(client)
  addKeptResults(client)
  // The same terms and dates come again with every statement of a speaker, and reading a date takes longer than all else.
  const certainties = new LRUCache<string, { readonly certainty: string | null }>({ max: 10_000 })
  client.function('role_certainty', { deterministic: true, varargs: true }, (...cells: unknown[]) => {
    const key = cells.join('\n')
    const known = certainties.get(key) ?? {
      certainty: roleCertainty(...cells.map(cell => (cell === null ? null : String(cell)))),
    }
    certainties.set(key, known)
    return known.certainty
  })
}

/** What `roleAt` says, of the cells of a membership and of the time of a statement. */
function roleCertainty(
  inDocument: string | null = null,
  startDate: string | null = null,
  endDate: string | null = null,
  earliest: string | null = null,
  latest: string | null = null,
  basis: string | null = null,
  asWritten: string | null = null,
  date: string | null = null,
  published: string | null = null,
): string | null {
  return roleAt(
    { startDate, endDate, earliest, latest, basis },
    { asWritten: asWritten === '1', date: readDate(date), published: readDate(published) },
    inDocument === '1' ? 'STATED_IN_DOCUMENT' : 'DATED',
  )
}

function textIn(cell: unknown): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}

function readDate(edtf: string | null) {
  return edtf === null ? null : readEdtf(edtf)
}

/** A figure without words for it is taken for what it has: a number, or bounds that are both meant. */
function figureOf(label?: unknown, unit?: unknown, approximation?: unknown, ...amount: unknown[]) {
  const plain = typeof amount[0] === 'number' ? 'EXACT' : 'BETWEEN'
  return { label: String(label), unit: String(unit), ...quantity(approximation ?? plain, ...amount) }
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
