import type { NoQuantityRecord } from '../../model/records/figure.ts'
import { annotationsOf, findWords, type Part } from './annotations.ts'
import type { DossierContext } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** The words of statements that somebody said are not a quantity. */
export function resolveNoQuantities(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): Part<NoQuantityRecord>[] {
  return annotationsOf('noQuantities', statement => statement.noQuantities, statements, context).flatMap(
    ({ value, entry, statement }) => {
      const found = statement && findWords(value.words, entry.in('words'), statement, context)
      if (!found) return []
      const { reason, decidedBy } = value
      const who = decidedBy === undefined ? {} : { decidedBy }
      return [{ statement: statement.key, record: { span: found.span, reason, ...who } }]
    },
  )
}
