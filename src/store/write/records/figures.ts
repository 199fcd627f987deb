import { explainRelation } from '../../../model/figureRelation.ts'
import type { FigureRecord, FigureRelationRecord } from '../../../model/records/figure.ts'
import { namesOfRelation } from '../../../model/relationName.ts'
import { figureConditions, figureRelations, figures } from '../../tables/figures.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { expectVerbatim } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'

export function writeFigure(record: FigureRecord, context: WriteContext): RecordOutcome {
  const { names } = context
  const { slug, label, value = null, lower = null, upper = null, unit, population = null, conditions = [] } = record
  const document = context.documents.of(record.document)
  const referentId = names.idOrNull('referent', record.referent)
  const hasBounds = lower !== null || upper !== null
  const magnitude = value ?? lower ?? upper
  if (magnitude === null || (value !== null && hasBounds))
    refuseRecord('BAD_RECORD', 'a figure has either a value or bounds')
  if (lower !== null && upper !== null && lower > upper) {
    refuseRecord('BAD_RECORD', 'the upper bound is less than the lower bound')
  }
  if (new Set(conditions.map(({ aspect }) => aspect)).size < conditions.length) {
    refuseRecord('BAD_RECORD', 'an aspect has two conditions')
  }
  const timeId = names.inDocument('time', record.time, document.id)
  if ((timeId === null) !== (record.timeRelation === undefined)) {
    refuseRecord('BAD_RECORD', 'a time and the relation to it go together')
  }
  const grounds = conditions.map(condition => context.ground(condition))
  const ruleId = names.idOrNull('rule', record.rule)
  return context.once(names.lookUp('figure', slug) !== undefined, slug, () => {
    const id = context.rows.insert(figures, {
      slug,
      documentId: document.id,
      label,
      value,
      lower,
      upper,
      magnitude,
      unit,
      population,
      referentId,
      timeId,
      timeRelation: record.timeRelation ?? null,
      populationBasis: record.populationBasis ?? null,
      populationReason: record.populationReason ?? null,
      timeBasis: record.timeBasis ?? null,
      timeReason: record.timeReason ?? null,
      ruleId,
    })
    if (id > 0) context.figures.remember(slug, { id, label, unit, value, lower, upper })
    for (const [index, { aspect, value: holds }] of conditions.entries()) {
      const ground = grounds[index]
      if (ground) context.rows.insert(figureConditions, { figureId: id, aspect, value: holds, ...ground })
    }
  })
}

/** Writes how a figure stands to others, one row for each of them, with the arithmetic that shows it. */
export function writeFigureRelation(record: FigureRelationRecord, context: WriteContext): RecordOutcome {
  const { kind, objects, direction = null } = record
  const subject = context.figures.of(record.subject)
  const others = objects.map(object => context.figures.of(object))
  if (others.some(({ id }) => id === subject.id)) refuseRecord('BAD_RECORD', 'a figure cannot relate to itself')
  if ((kind === 'CHANGED_FROM') !== (direction !== null)) refuseRecord('BAD_RECORD', 'a change has a direction')
  const read = explainRelation(kind, subject, others, record.rounded ?? false)
  if ('problem' in read) refuseRecord('BAD_RECORD', read.problem)
  const document = record.document === undefined ? null : context.documents.of(record.document)
  if (document) expectVerbatim(document, record.span)
  const ground = context.statedGround(record)
  const names = namesOfRelation(record)
  if (new Set(objects).size < objects.length) {
    refuseRecord('BAD_RECORD', 'two of its objects are the same figure: name each once')
  }
  const taken = names.find(name => context.names.lookUp('figureRelation', name) !== undefined)
  return context.once(taken !== undefined, taken ?? '', () => {
    const passageId = document && context.documents.passageOrNull(document, record.span)
    for (const [index, other] of others.entries()) {
      const ends = { slug: names[index] ?? '', subjectId: subject.id, kind, objectId: other.id }
      const said = { explanation: read.explanation, passageId, ...ground, direction }
      context.rows.insert(figureRelations, { ...ends, ...said })
    }
  })
}
