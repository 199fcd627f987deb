import type { InterchangeRecord } from '../../src/model/interchange.ts'
import { isNoted, type NoteRecord } from '../../src/model/records/document.ts'
import { kindIn } from '../../src/store/tables/ofRecords.ts'
import type { DocumentRecords } from './documentRows.ts'
import { PassageLookup, provenanceOf } from './recordFields.ts'
import { statementRecords } from './statementRecords.ts'

/**
 * What a document brings, as records of the interchange format, each after what it names: what is written, and what can leave
 * for another database.
 */
export function recordsOf(rows: DocumentRecords): InterchangeRecord[] {
  const passages = new PassageLookup(rows.passages)
  return [
    ...rows.rules.map(({ slug, name, version, meaning }) => of({ type: 'rule', slug, name, version, meaning })),
    ...agentRecords(rows),
    ...rows.claims.map(({ slug, text }) => of({ type: 'claim', slug, text })),
    ...rows.referents.map(({ slug, label }) => of({ type: 'referent', slug, label })),
    ...documentRecords(rows),
    ...timeRecords(rows, passages),
    ...channelRecords(rows, passages),
    ...figureRecords(rows),
    ...figureRelationRecords(rows, passages),
    ...statementRecords(rows, passages),
    ...rows.statementRelations.map(({ subjectId: subject, objectId: object, kind, difference, ...row }) =>
      of({
        type: 'statementRelation',
        subject,
        kind,
        object,
        difference: difference ?? undefined,
        ...provenanceOf(row),
      }),
    ),
    ...membershipRecords(rows, passages),
    ...rows.notes.map(({ slug, documentId: document, aboutTable, aboutId, text }) =>
      of({ type: 'note', slug, document, about: { type: noted(aboutTable), slug: aboutId }, text }),
    ),
  ]
}

/** Keeps the types of a literal. */
function of(record: InterchangeRecord): InterchangeRecord {
  return record
}

function agentRecords({ agents, agentNames, identifiers }: DocumentRecords): InterchangeRecord[] {
  const names = Map.groupBy(agentNames, ({ agentId }) => agentId)
  const known = Map.groupBy(identifiers, ({ agentId }) => agentId)
  return agents.map(({ slug, kind, organizationKind, name }) => ({
    ...{ type: 'agent', slug, kind, organizationKind: organizationKind ?? undefined, name },
    otherNames: names.get(slug)?.map(({ name }) => name),
    identifiers: known.get(slug)?.map(({ scheme, value }) => ({ scheme, value })),
  }))
}

function documentRecords({ documents, documentTexts }: DocumentRecords): InterchangeRecord[] {
  const texts = new Map(documentTexts.map(({ documentId, text }) => [documentId, text]))
  return documents.map(({ slug, language, title, publisherId, url, published }) => ({
    ...{ type: 'document', slug, text: texts.get(slug) ?? '', language, title: title ?? undefined },
    ...{ publisher: publisherId ?? undefined, url: url ?? undefined, published: published ?? undefined },
  }))
}

function timeRecords({ timeExpressions }: DocumentRecords, passages: PassageLookup): InterchangeRecord[] {
  return timeExpressions.map(({ slug, documentId, passageId, edtf, basis, reason, ruleId }) => ({
    ...{ type: 'time', slug, document: documentId, span: passages.span(passageId ?? ''), edtf: edtf ?? undefined },
    ...{ basis, reason: reason ?? undefined, rule: ruleId ?? undefined },
  }))
}

function channelRecords({ channels }: DocumentRecords, passages: PassageLookup): InterchangeRecord[] {
  return channels.map(({ slug, documentId, kind, label, passageId, ...row }) => ({
    ...{ type: 'channel', slug, document: documentId, kind, label, span: passages.span(passageId) },
    ...{ author: row.authorId ?? undefined, addressee: row.addresseeId ?? undefined, time: row.timeId ?? undefined },
    statement: row.statementId ?? undefined,
    ...provenanceOf(row),
  }))
}

function figureRecords({ figures, figureConditions }: DocumentRecords): InterchangeRecord[] {
  const conditions = Map.groupBy(figureConditions, ({ figureId }) => figureId)
  return figures.map(({ slug, documentId, label, unit, ...row }) => ({
    ...{ type: 'figure', slug, document: documentId, label, unit, rule: row.ruleId ?? undefined },
    ...{ value: row.value ?? undefined, lower: row.lower ?? undefined, upper: row.upper ?? undefined },
    ...{ population: row.population ?? undefined, populationBasis: row.populationBasis ?? undefined },
    populationReason: row.populationReason ?? undefined,
    ...{ referent: row.referentId ?? undefined, time: row.timeId ?? undefined },
    ...{ timeRelation: row.timeRelation ?? undefined, timeBasis: row.timeBasis ?? undefined },
    timeReason: row.timeReason ?? undefined,
    conditions: conditions.get(slug)?.map(({ aspect, value, ...row }) => ({ aspect, value, ...provenanceOf(row) })),
  }))
}

/** One record for each relation of a figure to one other; a sum has all of its parts. */
function figureRelationRecords(rows: DocumentRecords, passages: PassageLookup): InterchangeRecord[] {
  const groups = Map.groupBy(rows.figureRelations, ({ subjectId, kind, explanation, passageId, reason }, index) =>
    kind === 'SUM_OF' ? [subjectId, explanation, passageId, reason].join('\n') : String(index),
  )
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { subjectId: subject, kind, objectId, passageId, direction, rounded } = first
    const evidence =
      passageId == null ? {} : { document: passages.documentOf(passageId), span: passages.span(passageId) }
    const objects = [objectId, ...others.map(other => other.objectId)]
    const said = { ...evidence, rounded, direction: direction ?? undefined, ...provenanceOf(first) }
    return of({ type: 'figureRelation', subject, kind, objects, ...said })
  })
}

function membershipRecords({ memberships }: DocumentRecords, passages: PassageLookup): InterchangeRecord[] {
  return memberships.map(({ slug, memberId, role, passageId, ...row }) => ({
    ...{ type: 'membership', slug, member: memberId, role, organization: row.organizationId ?? undefined },
    ...{ onBehalfOf: row.onBehalfOfId ?? undefined, area: row.area ?? undefined, bounds: row.bounds ?? undefined },
    ...{ startDate: row.startDate ?? undefined, endDate: row.endDate ?? undefined },
    ...(passageId == null ? {} : { document: passages.documentOf(passageId), span: passages.span(passageId) }),
    statement: row.statementId ?? undefined,
    ...provenanceOf(row),
  }))
}

function noted(table: string): NoteRecord['about']['type'] {
  const kind = kindIn(table) ?? ''
  if (!isNoted(kind)) throw new Error(`no note can be about a row of ${table}`)
  return kind
}
