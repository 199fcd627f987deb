import { z } from 'zod'
import { Approximation, ChangeDirection, FigureRelationKind, FigureTime, Quantifier, valuesOf } from '../vocabulary.ts'
import { amount, basis, key, line, provenanceFields, reason, slugField, span } from './fields.ts'

export const figureRecordSchema = z
  .strictObject({
    type: z.literal('figure'),
    slug: key,
    document: slugField.describe(
      'The document that gives it; statements of others in the same file may mention it too.',
    ),
    label: line.describe('What the figure counts, for people to read.'),
    value: amount.optional().describe('The number. A figure has either a value or bounds.'),
    lower: amount.optional().describe('The least that it can be.'),
    upper: amount.optional().describe('The most that it can be.'),
    unit: line.describe('What is counted or measured: person, bed, USD, percent.'),
    population: line.optional().describe('Of whom or what, as worded.'),
    populationBasis: basis,
    populationReason: reason,
    referent: slugField.optional().describe('The referent that it counts.'),
    time: key.optional().describe('The time of which it is the count.'),
    timeRelation: z.enum(valuesOf(FigureTime)).optional().describe('Whether it counts as of that time or during it.'),
    timeBasis: basis,
    timeReason: reason,
    rule: provenanceFields.rule,
    conditions: z
      .array(z.strictObject({ aspect: line, value: line, ...provenanceFields }))
      .optional()
      .describe('The conditions on everything it counts, aspect by aspect.'),
  })
  .describe('A quantity that a document gives.')

export const figureRelationRecordSchema = z
  .strictObject({
    type: z.literal('figureRelation'),
    subject: key.describe('A figure.'),
    kind: z.enum(valuesOf(FigureRelationKind)),
    objects: z.array(key).min(1).describe('The figures that it relates to; a sum needs at least two.'),
    document: slugField.optional().describe('The document whose words say so.'),
    span: span.optional().describe('The words that say so.'),
    rounded: z.boolean().optional().describe('Whether the numbers of a sum are rounded, each separately.'),
    direction: z.enum(valuesOf(ChangeDirection)).optional().describe('Which way it changed: for CHANGED_FROM.'),
    ...provenanceFields,
  })
  .describe('How a figure relates to others. Sums and roundings are checked.')

export const figureMentionRecordSchema = z
  .strictObject({
    slug: key.optional().describe('Its name; numbered within the statement, if left out.'),
    figure: key.optional().describe('The figure; left out if nobody has said which it is.'),
    span: span.describe('The words for the figure, with those of approximation.'),
    approximation: z
      .enum(valuesOf(Approximation))
      .optional()
      .describe('How the corpus codes the words, with value and bounds. If left out, read from the words (English).'),
    value: amount.optional().describe('The number that the words name.'),
    lower: amount.optional().describe('The least that the words commit to; left out if open.'),
    upper: amount.optional().describe('The most that the words commit to; left out if open.'),
    quantifier: z.enum(valuesOf(Quantifier)).optional().describe('What is said without a number: for NO_NUMBER.'),
    unit: line.optional(),
    counted: line.optional().describe('What is counted, in words of the document.'),
    ...provenanceFields,
  })
  .refine(
    ({ approximation, value, lower, upper }) => approximation !== undefined || (value ?? lower ?? upper) === undefined,
    'give value and bounds together with the approximation, or leave all out to read them from the words',
  )
  .describe('One wording of a figure in the statement.')

export const noQuantityRecordSchema = z
  .strictObject({
    span: span.describe('The words.'),
    reason: line.describe('Why they are not a quantity.'),
    decidedBy: line.optional().describe('Who said so.'),
  })
  .describe('Words that a person marked as not a quantity: no rule reads them.')

export type NoQuantityRecord = z.infer<typeof noQuantityRecordSchema>
export type FigureRecord = z.infer<typeof figureRecordSchema>
export type FigureRelationRecord = z.infer<typeof figureRelationRecordSchema>
export type FigureMentionRecord = z.infer<typeof figureMentionRecordSchema>
