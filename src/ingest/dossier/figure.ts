/** The figures of a dossier. */

import { z } from 'zod'
import { amount } from '../../model/records/fields.ts'
import { ChangeDirection, valuesOf } from '../../model/vocabulary.ts'
import { formerly } from '../formerNames.ts'
import { basisField, evidence, keyField, noteField, outside, reasonField, ruleField, slug, text } from './fields.ts'

export const figureKey = keyField('a figure')
const otherFigure = outside('figure').describe('The key of a figure or, in another document, document/key.')

const relation = z
  .strictObject({
    sumOf: z
      .array(otherFigure)
      .min(2, 'a sum needs at least two parts')
      .optional()
      .describe('The parts it is the sum of.'),
    rounded: z
      .boolean()
      .optional()
      .describe(
        'With sumOf: whether parts and sum are rounded, so that they add up as nearly as their last digits allow.',
      ),
    rounds: otherFigure.optional().describe('The figure that it is a rounding of.'),
    comparedWith: otherFigure.optional().describe('The figure that the article compares it with.'),
    changedFrom: otherFigure.optional().describe('The figure that it was before: "up from 34,000".'),
    direction: z
      .enum(valuesOf(ChangeDirection))
      .optional()
      .describe('Which way it changed; checked by the values, where both have one.'),
    inTensionWith: otherFigure.optional().describe('The figure for a comparable thing that it disagrees with.'),
    asComparableAs: otherFigure
      .optional()
      .describe('The figure that a rule compared it with; the import adds this if a curator sets a tension.'),
    words: formerly(
      evidence.optional().describe('The words that say so: without a reason, the relation is STATED.'),
      'evidence',
    ),
    document: keyField('a document')
      .optional()
      .describe('The document that has the words, if another one; then start says where they start there.'),
    basis: basisField,
    reason: formerly(
      reasonField.optional().describe('Why it holds, if the words alone do not say so: the relation is then INFERRED.'),
      'inferred',
    ),
    rule: ruleField,
    note: noteField,
  })
  .describe(
    'How the figure relates to others: one of sumOf, rounds, comparedWith, changedFrom, inTensionWith and asComparableAs.',
  )

const part = { basis: basisField, reason: reasonField.optional() }
const figureTime = z.union([keyField('a time'), z.strictObject({ time: keyField('a time'), ...part })])

export const figureEntry = z
  .strictObject({
    label: text.describe('A short name for people, neutral, such as "convicted, not detained".'),
    value: amount.optional().describe('The number. A figure has either a value or bounds.'),
    lower: amount.optional().describe('The least that the words commit to.'),
    upper: amount.optional().describe('The most that the words commit to.'),
    unit: text.describe('What is counted or measured: person, bed, USD, percent.'),
    population: z
      .union([text, z.strictObject({ words: text.describe("The curator's words."), ...part })])
      .optional()
      .describe("Whom or what it counts, in words of the article; or in a curator's words, with the reason."),
    referent: keyField('a referent').optional().describe('The referent that it counts.'),
    conditions: z
      .record(
        text.describe('The aspect, such as custody.'),
        z
          .union([text, z.strictObject({ value: text.describe('What holds.'), ...part, rule: ruleField })])
          .describe('What holds, such as not detained; with the reason, if the words for the figure do not say so.'),
      )
      .optional()
      .describe('What is true of everything it counts, by aspect.'),
    asOf: figureTime.optional().describe('The time at which the count holds.'),
    during: figureTime.optional().describe('The period that the count covers.'),
    rule: ruleField.describe('The rule that read its population or its time, whose basis is then AUTOMATIC.'),
    relations: z.array(relation).optional().describe('How it relates to other figures.'),
    slug,
    note: noteField,
  })
  .describe('A quantity that the article gives, in whatever words.')

export type FigureEntry = z.infer<typeof figureEntry>
export type RelationEntry = z.infer<typeof relation>
