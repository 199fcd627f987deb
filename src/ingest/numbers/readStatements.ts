import { firstIndex } from '../../model/bisect.ts'
import type { Span } from '../../model/span.ts'
import type { Wording } from '../../model/vocabulary.ts'
import { wordingOf } from '../../model/wording.ts'
import {
  findNumbers,
  type NumberMention,
  type QuantityRead,
  quantitiesAmong,
  readsApproximation,
  readTimes,
  type TimeMention,
} from '../../reading/index.ts'
import type { DocumentWords } from '../../store/query/documentWords.ts'

/** A quantity in the words of a statement. */
export interface ReadQuantity extends Span {
  readonly statement: number
  readonly quantity: QuantityRead
  /** The unit by name, with what it is for each of; null where the words give none. */
  readonly unit: string | null
  /** What is counted, as worded. */
  readonly counted: string | null
  readonly wording: Wording | null
}

/** A time in the words of statements. */
export interface ReadTime {
  readonly time: TimeMention
  readonly statements: readonly number[]
}

export interface StatementReadings {
  readonly quantities: readonly ReadQuantity[]
  readonly times: readonly ReadTime[]
}

const NOTHING: StatementReadings = { quantities: [], times: [] }

/**
 * The quantities and times in the words of a document's statements. The whole text is read, so that what stands around a
 * statement is seen; of a quantity that reaches beyond a statement nothing is taken.
 */
export function readStatements(document: DocumentWords, published: string | null): StatementReadings {
  const { text, language } = document
  if (!readsApproximation(language)) return NOTHING
  const times = readTimes(text, language, published)
  const numbers = quantitiesAmong(findNumbers(text, language), () => times)
  if (numbers.length === 0 && times.length === 0) return NOTHING
  const quantities: ReadQuantity[] = []
  const statementsOf = new Map<TimeMention, number[]>()
  for (const id of document.statementIds) {
    const statement = document.statement(id)
    if (statement === null) continue
    for (const piece of statement.content) {
      for (const number of spansIn(numbers, piece)) {
        const { quantity, start, end } = number
        if (quantity === null) continue
        const wording = wordingOf([{ start, end }], statement, document)
        const counted = countedIn(number, piece, text)
        quantities.push({ statement: id, start, end, quantity, unit: unitOf(quantity), counted, wording })
      }
      for (const time of spansIn(times, piece)) {
        const known = statementsOf.get(time)
        if (known === undefined) statementsOf.set(time, [id])
        else known.push(id)
      }
    }
  }
  return { quantities, times: [...statementsOf].map(([time, statements]) => ({ time, statements })) }
}

/** The spans, of some in text order, that lie within another. */
function* spansIn<S extends Span>(spans: readonly S[], { start, end }: Span): Generator<S> {
  const first = firstIndex(spans.length, index => (spans[index]?.start ?? 0) >= start)
  for (let index = first; index < spans.length; index += 1) {
    const span = spans[index]
    if (span === undefined || span.start >= end) return
    if (span.end <= end) yield span
  }
}

function countedIn({ counted }: NumberMention, piece: Span, text: string): string | null {
  return counted === null || counted.end > piece.end ? null : text.slice(counted.start, counted.end)
}

function unitOf({ unit, per, ratio }: QuantityRead): string | null {
  const name = unit?.name ?? (ratio === 'SHARE' ? 'share' : ratio === 'MULTIPLE' ? 'time' : null)
  if (per === null) return name
  return name === null ? `per ${per}` : `${name} per ${per}`
}
