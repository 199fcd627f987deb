import type { InterchangeRecord } from '../model/interchange.ts'
import { namesOfRelation, objectsOf, type RelationRecord } from '../model/relationName.ts'

type Records = readonly InterchangeRecord[]

/** The records of a document, and those that wait for documents after it. */
export interface InTurn {
  readonly now: Records
  readonly later: Records
}

/**
 * Of documents that are written one after the other, each may stand to one that comes later, and that one to it. Such relations, with what
 * is noted about them, are written once all documents are there.
 */
export function relationsAhead(documents: readonly Records[]): InTurn[] {
  const places = new Map<string, number>()
  for (const [place, records] of documents.entries()) {
    for (const record of records) {
      const isEnd = record.type === 'figure' || record.type === 'statement' || record.type === 'document'
      if (isEnd && !places.has(record.slug)) places.set(record.slug, place)
    }
  }
  return documents.map((records, place) => {
    const isAhead = (slug: string) => (places.get(slug) ?? 0) > place
    const ahead = records
      .filter(isRelation)
      .filter(relation => [...objectsOf(relation), ...documentOf(relation)].some(isAhead))
    const waiting = new Set(ahead.flatMap(namesOfRelation))
    const { now = [], later = [] } = Object.groupBy(records, record =>
      namesOf(record).some(name => waiting.has(name)) ? 'later' : 'now',
    )
    return { now, later }
  })
}

/** The document whose words say so. */
function documentOf(relation: RelationRecord): string[] {
  return relation.type === 'figureRelation' && relation.document !== undefined ? [relation.document] : []
}

function isRelation(record: InterchangeRecord): record is RelationRecord {
  return record.type === 'figureRelation' || record.type === 'statementRelation'
}

/** The names of a relation; of a note, the name of the relation that it is about. */
function namesOf(record: InterchangeRecord): string[] {
  if (record.type === 'note') return record.about.type.endsWith('Relation') ? [record.about.slug] : []
  return isRelation(record) ? namesOfRelation(record) : []
}
