import { explainRelation } from '../../../model/figureRelation.ts'
import type { FigureRelationRecord } from '../../../model/records/figure.ts'
import type { AllFields } from '../../../model/records/whole.ts'
import type { Database } from '../../engine/database.ts'
import { figureRelations } from '../../tables/figures.ts'
import type { Leaving } from './leaving.ts'
import { type SlugRow, slugRows, spanOf, statedGroundOf } from './slugRows.ts'

type Row = SlugRow<typeof figureRelations>

interface Amount {
  readonly label: string
  readonly unit: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Reads the relations of figures back as records: those within a document, those between documents, and those that lead to one. */
export function figureRelationsReader(database: Database, leaving: Leaving) {
  const documentOf = (end: string) => `(select f.documentId from figures f where f.id = t."${end}")`
  const subjects = 't.subjectId in (select f.id from figures f where f.documentId = ?)'
  // A sum stands where all of its parts do.
  const strays = `exists (select 1 from figureRelations o join figures f on f.id = o.objectId
    where o.subjectId = t.subjectId and o.kind = t.kind and f.documentId <> ${documentOf('subjectId')}
      and (o.kind = 'SUM_OF' or o.id = t.id))`
  const condition = leaving.condition(figureRelations)
  const inside = slugRows(database, figureRelations, `${subjects} and not ${strays} and ${condition}`)
  const outside = slugRows(database, figureRelations, `${strays} and ${condition}`)
  const incoming = slugRows(
    database,
    figureRelations,
    `${condition} and exists (select 1 from figureRelations o join figures f on f.id = o.objectId
       where o.subjectId = t.subjectId and o.kind = t.kind and f.documentId = ? and (o.kind = 'SUM_OF' or o.id = t.id))`,
  )
  const amountOf = database.client.prepare<[string], Amount>(
    'select label, unit, value, lower, upper from figures where slug = ?',
  )
  const evidenceOf = database.client
    .prepare<[string], string>(
      `select d.slug from figureRelations r join passages p on p.id = r.passageId join documents d on d.id = p.documentId
       where r.slug = ?`,
    )
    .pluck()

  /** Whether the numbers of a sum were said to be rounded: then only rounding explains it as it is explained. */
  const isRounded = ({ kind, subjectId, explanation }: Row, objects: readonly string[]): boolean => {
    const subject = amountOf.get(subjectId)
    const others = objects.flatMap(object => amountOf.get(object) ?? [])
    if (kind !== 'SUM_OF' || subject === undefined) return false
    const exact = explainRelation(kind, subject, others, false)
    return !('explanation' in exact && exact.explanation === explanation)
  }

  const recordsOf = (rows: readonly Row[]): FigureRelationRecord[] => {
    const groups = Map.groupBy(rows, ({ subjectId, kind, explanation, passageId, reason }, index) =>
      kind === 'SUM_OF' ? JSON.stringify([subjectId, explanation, passageId, reason]) : String(index),
    )
    return [...groups.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return []
      const { slug, subjectId: subject, kind, objectId, passageId, direction } = first
      const objects = [objectId, ...others.map(other => other.objectId)]
      const record: AllFields<FigureRelationRecord> & FigureRelationRecord = {
        ...{ type: 'figureRelation', subject, kind, objects },
        document: passageId === null ? undefined : evidenceOf.get(slug),
        span: passageId === null ? undefined : spanOf(passageId),
        rounded: isRounded(first, objects) ? true : undefined,
        direction: direction ?? undefined,
        ...statedGroundOf(first),
      }
      return [record]
    })
  }

  return {
    within: (documentId: number) => recordsOf(inside(documentId)),
    between: () => recordsOf(outside()),
    leadingTo: (documentId: number) => recordsOf(incoming(documentId)),
  }
}
