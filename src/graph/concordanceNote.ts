import { conjoined } from '../model/conjoined.ts'
import { sayCount } from '../model/things.ts'
import { concordanceElsewhere, type FoundElsewhere } from '../store/search/concordanceElsewhere.ts'
import { type Aside, type Asked, filterAsked, pathOf, valueAsked } from './aside.ts'
import { type NotFoundNote, notFoundBut } from './notFoundNote.ts'

/** Looks for a term where a concordance without lines does not; null of any other field. The innermost field comes last. */
export function concordanceNote(asked: readonly Asked[]): Aside<NotFoundNote> | null {
  const last = asked.at(-1)
  if (asked.length !== 1 || last?.node.name.value !== 'concordance') return null
  const path = pathOf(asked, 'term')
  return (database, values) => {
    const term = valueAsked(last, 'term', values)
    if (typeof term !== 'string') return null
    const found = concordanceElsewhere(database, {
      term,
      anyForm: valueAsked(last, 'anyForm', values) === true,
      scope: valueAsked(last, 'scope', values) === 'DOCUMENTS' ? 'DOCUMENTS' : 'STATEMENTS',
      filter: filterAsked(last, values),
      documentFilter: filterAsked(last, values, 'documentFilter'),
    })
    if (found.length === 0) return null
    const where = conjoined(found.map(({ way, count }) => `${ways[way]} ${sayCount(count, 'place')}`))
    return notFoundBut(path, term, `“${term}” is found nowhere so, but ${where}.`, [])
  }
}

const ways: Readonly<Record<FoundElsewhere['way'], string>> = {
  ANY_FORM: 'in other forms (anyForm: true) at',
  STATEMENTS: 'in statements (scope: STATEMENTS) at',
  DOCUMENTS: 'in whole documents (scope: DOCUMENTS) at',
  WITHOUT_FILTER: 'without the filter at',
}
