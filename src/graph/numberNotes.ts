import { type NumberSaid, numberAsked } from '../analysis/numberSaid.ts'
import { formatNumber } from '../model/arithmetic.ts'
import { conjoined } from '../model/conjoined.ts'
import { Failure } from '../model/failure.ts'
import type { Database } from '../store/engine/database.ts'
import type { FilterInput } from '../store/query/comparison.ts'
import { countBriefly } from '../store/query/countBriefly.ts'
import { type NumberThere, numbersBeside } from '../store/query/nearestNumbers.ts'
import { figureMention } from '../store/schema/entities.ts'
import { type Aside, type Asked, pathOf, valueAsked } from './aside.ts'
import { called } from './called.ts'
import { type NotFoundNote, notFoundBut } from './notFoundNote.ts'
import type { NamesNumbers } from './reads.ts'

/** The note on conditions on a number that none meets: the numbers next to it. */
export function noteOfNumber(
  database: Database,
  path: string,
  conditions: FilterInput,
  { entity, column }: NamesNumbers,
): NotFoundNote | null {
  const beside = numbersBeside(database, { entity, column }, conditions)
  if (beside === null || beside.length === 0) return null
  const { eq } = conditions
  const what = column === 'value' ? column : `${column} bound`
  const which = typeof eq === 'number' ? `the ${what} ${formatNumber(eq)}` : `such a ${what}`
  const asked = typeof eq === 'number' ? String(eq) : JSON.stringify(conditions)
  return told(path, asked, `No ${called(entity)} has ${which}.`, beside)
}

/** Looks for the numbers next to one that nobody gives; null of any other field. The innermost field comes last. */
export function numberNote(asked: readonly Asked[]): Aside<NotFoundNote> | null {
  const last = asked.at(-1)
  if (asked.length !== 1 || last?.node.name.value !== 'number') return null
  const path = pathOf(asked, 'words')
  return (database, values) => {
    const words = valueAsked(last, 'words', values)
    const unit = valueAsked(last, 'unit', values)
    if (typeof words !== 'string') return null
    const automatic = valueAsked(last, 'automatic', values) !== false
    return noteOfWords(database, path, words, {
      unit: typeof unit === 'string' ? unit : null,
      automatic,
      repeats: true,
    })
  }
}

function noteOfWords(
  database: Database,
  path: string,
  words: string,
  scope: Parameters<typeof numberAsked>[1],
): NotFoundNote | null {
  const said = understood(words, scope)
  if (said === null || said.value === null) return null
  // One way after the other: an index finds each, and not their union.
  const found = said.fits.map(({ filter }) => countBriefly(database, { entity: figureMention }, filter))
  if (found.some(count => count !== null && count > 0)) return null
  const number = formatNumber(said.value)
  const beside = numbersBeside(database, { entity: figureMention, column: 'value' }, said.isIt)
  if (beside !== null) return told(path, words, `No wording names ${number}.`, beside)
  const isLimited = said.unit !== null || !scope.automatic
  if (!isLimited || found.includes(null)) return null
  const lacks = said.unit === null ? 'that no rule has read' : `in ${said.unit}`
  const way = said.unit === null ? 'automatic: true' : 'the number alone, without a unit,'
  return notFoundBut(path, words, `No wording ${lacks} names ${number}, but others do: ${way} finds them.`, [])
}

/** Null of words that are not a number: the answer says so. */
function understood(words: string, scope: Parameters<typeof numberAsked>[1]): NumberSaid | null {
  try {
    return numberAsked(words, scope)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** The note with the numbers next to what is asked for. */
function told(path: string, asked: string, message: string, beside: readonly NumberThere[]): NotFoundNote | null {
  if (beside.length === 0) return null
  const named = beside.map(({ value, words }) =>
    words === null || words === formatNumber(value) ? formatNumber(value) : `${formatNumber(value)} (“${words}”)`,
  )
  const nearest = `${named.length === 1 ? 'The nearest is' : 'The nearest are'} ${conjoined(named)}.`
  const note = notFoundBut(path, asked, `${message} ${nearest}`, [])
  return { ...note, nearest: beside.map(({ value }) => String(value)) }
}
