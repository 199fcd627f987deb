import type { AnnotationKind } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { passages } from '../schema/passages.ts'
import { annotated } from './annotations.ts'

/** A passage of a document, and what kind of annotation stands on it; `selector` has its pieces. */
export interface CoveringRow {
  readonly kind: AnnotationKind
  readonly selector: string
}

/** The passages on which something stands, of each of the documents, by one SQL statement. */
export function readCovering(database: Database, documents: readonly number[]): CoveringRow[][] {
  const arms = Object.entries(annotated).map(
    ([kind, { entity, column }]) => sql`
      select distinct parent.key as parent, ${kind} as kind, p.selector as selector
      from json_each(${JSON.stringify(documents)}) parent
      join ${passages} p on p."documentId" = parent.value
      cross join ${sql.identifier(getTableName(entity.table))} a on a.${sql.identifier(column)} = p.id`,
  )
  const rows = database.all<CoveringRow & { readonly parent: number }>(sql.join(arms, sql` union all `))
  const byParent = Map.groupBy(rows, ({ parent }) => parent)
  return documents.map((_, index) => byParent.get(index) ?? [])
}
