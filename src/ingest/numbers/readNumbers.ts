import type { Database } from '../../store/engine/database.ts'
import { recordRevision } from '../../store/engine/revisions.ts'
import { DocumentWords } from '../../store/query/documentWords.ts'
import { carryDecisionsOut, setDecisionsAside } from '../../store/write/identities.ts'
import { clearNumbers, documentsOf, NumberWriter } from '../../store/write/numberReadings.ts'
import { readStatements } from './readStatements.ts'
import { NUMBER_RULES_VERSION, NumberRule } from './rules.ts'

/** How many quantities and times rules read in the statements of a dataset. */
export interface NumbersRead {
  readonly quantities: number
  readonly times: number
}

/**
 * Reads the quantities and times in the statements of a dataset, in place of what was read before. What a person or the
 * corpus itself says of the same words holds over it. One transaction.
 */
export function readNumbers(database: Database, dataset: string): NumbersRead {
  return database.write(() => {
    setDecisionsAside(database)
    clearNumbers(database, dataset)
    const rules = Object.entries(NumberRule).map(([name, meaning]) => ({
      name,
      version: NUMBER_RULES_VERSION,
      meaning,
    }))
    const writer = new NumberWriter(database, dataset, rules)
    for (const { id, published } of documentsOf(database, dataset)) {
      const document = DocumentWords.read(database, id)
      if (document === null) continue
      const { quantities, times } = readStatements(document, published)
      if (quantities.length > 0 || times.length > 0) writer.open(id, document.text)
      for (const quantity of quantities) writer.quantity(quantity, 'QUANTITY_IN_WORDS')
      for (const { time, statements } of times) {
        writer.time(time, statements, time.ground === 'RELATIVE' ? 'TIME_BY_PUBLICATION' : 'TIME_IN_WORDS')
      }
    }
    const written = writer.finish(NUMBER_RULES_VERSION)
    carryDecisionsOut(database)
    recordRevision(database, `numbers of ${dataset} read`, NUMBER_RULES_VERSION)
    return written
  })
}

/** Takes back what rules read of the quantities and times of a dataset. */
export function forgetNumbers(database: Database, dataset: string): void {
  database.write(() => {
    setDecisionsAside(database)
    clearNumbers(database, dataset)
    carryDecisionsOut(database)
    recordRevision(database, `numbers of ${dataset} forgotten`, NUMBER_RULES_VERSION)
  })
}
