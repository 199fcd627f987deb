import type { FigureRelationKind } from '../../src/model/vocabulary.ts'
import { readQuantity } from '../../src/reading/index.ts'
import type { DocumentRecords } from './documentRows.ts'
import { TestDocument } from './records.ts'

/** A figure with one mention; what is not said is null. */
export interface TestFigure {
  readonly words: string
  readonly unit?: string
  readonly population?: string | null
  readonly referent?: string | null
  readonly conditions?: Readonly<Record<string, string>>
  /** EDTF, or a time whose date is not known. */
  readonly time?: string | 'UNRESOLVED' | null
}

export interface TestRelation {
  readonly subject: number
  readonly kind: FigureRelationKind
  readonly object: number
}

/** A document whose figures are `slug/f0`, `slug/f1` and so on, each in a statement of the document's own. */
export function figuresDocument(
  slug: string,
  figures: readonly TestFigure[],
  relations: readonly TestRelation[] = [],
): DocumentRecords {
  const document = new TestDocument(slug, 'So many people.')
  const { records } = document
  for (const label of new Set(figures.flatMap(({ referent }) => referent ?? []))) {
    records.referents.push({ slug: label, label: `those called ${label}` })
  }
  for (const [index, { words, unit, population, referent, conditions, time }] of figures.entries()) {
    const quantity = readQuantity(words, 'en')
    if (quantity === null) throw new Error(`“${words}” is no number`)
    const { approximation, value, lower, upper } = quantity
    const figureId = `${slug}/f${index}`
    records.figures.push({
      slug: figureId,
      documentId: slug,
      label: words,
      value,
      lower: value === null ? lower : null,
      upper: value === null ? upper : null,
      magnitude: value ?? lower ?? upper ?? 0,
      unit: unit ?? 'people',
      population: population ?? null,
      referentId: referent ?? null,
      timeId: time == null ? null : document.time(`time-${index}`, time === 'UNRESOLVED' ? null : time),
      timeRelation: time == null ? null : 'AS_OF',
    })
    for (const [aspect, value] of Object.entries(conditions ?? {})) {
      records.figureConditions.push({ figureId, aspect, value })
    }
    const statementId = document.statement(`s${index}`, {})
    const passageId = document.passage([0, 1])
    const mention = { figureId, statementId, passageId, words, approximation, value, lower, upper }
    records.figureMentions.push({ slug: `${statementId}/figure`, ...mention })
  }
  for (const { subject, kind, object } of relations) {
    records.figureRelations.push({
      slug: `${slug}/f${subject}/${kind}/f${object}`,
      subjectId: `${slug}/f${subject}`,
      kind,
      objectId: `${slug}/f${object}`,
      explanation: 'as a test has it',
      passageId: document.passage([0, 1]),
      basis: 'STATED',
      reason: null,
    })
  }
  return records
}
