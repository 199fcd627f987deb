import { fragmentsOf } from '../../model/selector.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { type RowOf, statement } from '../schema/entities.ts'
import { passages } from '../schema/passages.ts'

/** A stretch of a document, in code points. */
export interface DocumentRange {
  readonly documentId: number
  readonly start: number
  readonly end: number
}

type Candidate = RowOf<typeof statement> & { readonly $place: number; readonly $selector: string }

/** The statements whose content holds each of the places: the innermost, which is the shortest, first. */
export function statementsAt(database: Database, places: readonly DocumentRange[]): RowOf<typeof statement>[][] {
  const asked = JSON.stringify(places.map(({ documentId, start, end }) => [documentId, start, end]))
  const rows = database.all<Candidate>(sql`
    select place.key as "$place", s.*, p.selector as "$selector"
    from json_each(${asked}) place
    join ${statement.table} s on s.documentId = place.value ->> 0 and s.start <= place.value ->> 1
    join ${passages} p on p.id = s.contentId and p.end >= place.value ->> 2
    order by place.key, p.end - p.start, s.id`)
  const byPlace = Map.groupBy(rows, ({ $place }) => $place)
  return places.map(({ start, end }, index) => {
    const holds = ({ $selector }: Candidate) =>
      fragmentsOf($selector).some(fragment => fragment.start <= start && end <= fragment.end)
    return byPlace.get(index)?.filter(holds) ?? []
  })
}
