import type { InterchangeRecord } from '../../../model/interchange.ts'
import type { ChannelRecord, DocumentAuthor, DocumentRecord, TimeRecord } from '../../../model/records/document.ts'
import type { FigureRecord } from '../../../model/records/figure.ts'
import { type AllFields, orNone } from '../../../model/records/whole.ts'
import type { Database } from '../../engine/database.ts'
import { documentAuthors, documents } from '../../tables/documents.ts'
import { figureConditions, figures } from '../../tables/figures.ts'
import { labels } from '../../tables/labels.ts'
import { memberships } from '../../tables/memberships.ts'
import { channels, statements } from '../../tables/statements.ts'
import { timeExpressions } from '../../tables/times.ts'
import { missingText } from '../missingText.ts'
import { figureRelationsReader } from './figureRelationRecords.ts'
import type { Leaving } from './leaving.ts'
import { datasetIn, type RecordFile } from './recordFile.ts'
import { membershipOf } from './sharedRecords.ts'
import { groundOf, type SlugRow, slugRows, spanOf } from './slugRows.ts'
import { labelsOf, statementsReader } from './statementRecords.ts'

/** Reads a document back as records: first itself, then what stands in it, each after what it names. */
export function documentReader(
  database: Database,
  leaving: Leaving,
  file: RecordFile,
): (documentId: number) => InterchangeRecord[] {
  const inDocument = 't.documentId = ?'
  const documentRow = slugRows(database, documents, 't.id = ?')
  const labelRows = slugRows(database, labels, inDocument)
  const authorRows = slugRows(database, documentAuthors, inDocument)
  const times = slugRows(
    database,
    timeExpressions,
    `${inDocument} and t.passageId is not null and ${leaving.condition(timeExpressions)}`,
  )
  const channelRows = slugRows(database, channels, `${inDocument} and ${leaving.condition(channels)}`)
  const figureRows = slugRows(database, figures, `${inDocument} and ${leaving.condition(figures)}`)
  const conditions = slugRows(
    database,
    figureConditions,
    't.figureId in (select f.id from figures f where f.documentId = ?)',
  )
  const relations = figureRelationsReader(database, leaving)
  const statementsOf = statementsReader(database, leaving.condition(statements))
  const roles = slugRows(
    database,
    memberships,
    `(t.documentId = ? or (t.documentId is null and t.statementId in (select s.id from statements s where s.documentId = ?)))
       and ${leaving.condition(memberships)}`,
  )
  const roleLabels = slugRows(database, labels, 't.membershipId = (select m.id from memberships m where m.slug = ?)')
  const textOf = database.client.prepare<[number], { text: string; isLicensed: 0 | 1 }>(
    `select x.text, exists (select 1 from datasets s where s.id = d.datasetId and s.licence is not null) as isLicensed
       from documentTexts x join documents d on d.id = x.documentId where d.id = ?`,
  )
  return id => {
    const held = textOf.get(id)
    if (held === undefined) throw missingText(database, id)
    const { text, isLicensed } = held
    const parts = { authors: orNone(authorRows(id).map(authorOf)), labels: labelsOf(labelRows(id)) }
    const found = documentRow(id).map(row =>
      documentOf(row, parts, file.withTexts || isLicensed === 1 ? text : undefined, file),
    )
    const aspects = Map.groupBy(conditions(id), ({ figureId }) => figureId)
    return [
      ...found,
      ...times(id).map(timeOf),
      ...channelRows(id).map(channelOf),
      ...figureRows(id).map(row => figureOf(row, aspects.get(row.slug))),
      ...relations.within(id),
      ...statementsOf(id),
      ...roles(id, id).map(row => membershipOf(row, labelsOf(roleLabels(row.slug)), file)),
    ]
  }
}

function documentOf(
  row: SlugRow<typeof documents>,
  { authors, labels }: Pick<DocumentRecord, 'authors' | 'labels'>,
  text: string | undefined,
  file: RecordFile,
): AllFields<DocumentRecord> & DocumentRecord {
  const { slug, language } = row
  return {
    type: 'document',
    slug,
    text,
    sha256: text === undefined ? row.sha256 : undefined,
    language,
    title: row.title ?? undefined,
    authors,
    publisher: row.publisherId ?? undefined,
    url: row.url ?? undefined,
    published: row.published ?? undefined,
    dataset: datasetIn(file, row.datasetId),
    labels,
  }
}

function authorOf({ name, kind }: SlugRow<typeof documentAuthors>): DocumentAuthor {
  return kind === 'UNKNOWN' ? { name } : { name, kind }
}

function timeOf(row: SlugRow<typeof timeExpressions>): AllFields<TimeRecord> & TimeRecord {
  return {
    type: 'time',
    slug: row.slug,
    document: row.documentId,
    span: spanOf(row.passageId ?? ''),
    edtf: row.edtf ?? undefined,
    basis: row.basis,
    reason: row.reason ?? undefined,
    rule: row.ruleId ?? undefined,
  }
}

function channelOf(row: SlugRow<typeof channels>): AllFields<ChannelRecord> & ChannelRecord {
  const { slug, documentId: document, kind, label } = row
  return {
    ...{ type: 'channel', slug, document, kind, label },
    author: row.authorId ?? undefined,
    addressee: row.addresseeId ?? undefined,
    time: row.timeId ?? undefined,
    span: spanOf(row.passageId),
    statement: row.statementId ?? undefined,
    ...groundOf(row),
  }
}

function figureOf(
  row: SlugRow<typeof figures>,
  conditions: readonly SlugRow<typeof figureConditions>[] | undefined,
): AllFields<FigureRecord> & FigureRecord {
  return {
    type: 'figure',
    slug: row.slug,
    document: row.documentId,
    label: row.label,
    value: row.value ?? undefined,
    lower: row.lower ?? undefined,
    upper: row.upper ?? undefined,
    unit: row.unit,
    population: row.population ?? undefined,
    populationBasis: row.populationBasis ?? undefined,
    populationReason: row.populationReason ?? undefined,
    referent: row.referentId ?? undefined,
    time: row.timeId ?? undefined,
    timeRelation: row.timeRelation ?? undefined,
    timeBasis: row.timeBasis ?? undefined,
    timeReason: row.timeReason ?? undefined,
    rule: row.ruleId ?? undefined,
    conditions: orNone(conditions?.map(({ aspect, value, ...ground }) => ({ aspect, value, ...groundOf(ground) }))),
  }
}
