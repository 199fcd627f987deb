import { isRecord } from '../model/isRecord.ts'
import { countBriefly, MOST_COUNTED } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { filterFields } from '../store/query/filterFields.ts'
import { claim, type Entity } from '../store/schema/entities.ts'
import { type Aside, type Asked, filterAsked, parentNamed, pathOf, valueAsked } from './aside.ts'
import { PageOfList } from './reads.ts'
import type { UndatedNote } from './undatedNotes.ts'

/** Says how much of a list that is ordered by date has none, where that is most of it; null of a list without an order. */
export function undatedOrderNote(asked: readonly Asked[]): Aside<UndatedNote> | null {
  const [last, around] = asked.toReversed()
  const reads = last?.field.extensions.reads
  if (last === undefined || !(reads instanceof PageOfList)) return null
  if (!last.node.arguments?.some(({ name }) => name.value === 'order')) return null
  const { list } = reads
  const path = pathOf(asked, 'order')
  return (database, values) => {
    const order = valueAsked(last, 'order', values)
    if (!isRecord(order)) return null
    const dateless = datelessBy(list.entity, order.by)
    const filter = dateless && filterAsked(last, values)
    if (!dateless || !filter) return null
    const parent = parentNamed(around, values)
    const count = (more: object) => countBriefly(database, list, { and: [filter, more] }, parent)
    const undated = count(dateless) ?? 0
    if (undated === 0) return null
    const isMany = undated > MOST_COUNTED
    // Where there are so many, it is not said of how many.
    const all = isMany ? null : count({})
    if (!isMany && (all === null || all < 2 || undated * 2 <= all)) return null
    const isLast = order.by === 'TIME' || order.direction === 'DESC'
    const where = list.relation === undefined || parent !== undefined ? '' : ', here and elsewhere in the graph,'
    const number = isMany ? `More than ${MOST_COUNTED}` : `${undated} of ${all}`
    const stand = `${undated === 1 ? 'has no date and stands' : 'have no date and stand'} ${isLast ? 'last' : 'first'}`
    const within = isRecord(order.thenBy) ? '' : ', in the order of import'
    return { code: 'UNDATED', message: `${number}${where} ${stand}${within}.`, path, undatedCount: undated }
  }
}

/** The filter that finds what has no date by which an order goes; null if it goes by none. */
function datelessBy(entity: Entity, by: unknown): FilterInput | null {
  if (entity === claim && by === 'TIME') return { not: { stances: { said: { isNull: false } } } }
  const column = by === 'PUBLISHED' ? 'publishedEarliest' : by === 'EARLIEST' ? 'earliest' : null
  const found = Object.entries(filterFields.get(entity) ?? {}).find(([, field]) =>
    by === 'TIME' ? field.kind === 'said' : field.kind === 'time' && field.earliest === column,
  )
  return found ? { [found[0]]: { isNull: true } } : null
}
