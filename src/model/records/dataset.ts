import { z } from 'zod'
import { line, datasetField as owner, slugField } from './fields.ts'

/** The version of the interchange format. Files of version 1 say all that they say in the same words. */
export const INTERCHANGE_VERSION = 2

export const datasetRecordSchema = z
  .strictObject({
    type: z.literal('dataset'),
    slug: slugField,
    interchange: z.literal(INTERCHANGE_VERSION).optional().describe('The version of this format.'),
    name: line.optional(),
    licence: line.optional().describe('Its licence, in its own words.'),
    version: line.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    language: z.string().max(35).optional().describe('The language of its texts, as a BCP 47 tag, if it is one.'),
  })
  .describe(
    'What a dataset says about itself. It comes first, and the first one describes the file; command-line options take precedence.',
  )

export const ruleRecordSchema = z
  .strictObject({
    type: z.literal('rule'),
    slug: slugField,
    name: line,
    version: line,
    meaning: line.describe('What it reads, and how.'),
  })
  .describe('A rule by which something was read by a machine, in one of its versions.')

export const coderRecordSchema = z
  .strictObject({ type: z.literal('coder'), slug: slugField, name: line, dataset: owner })
  .describe('A coder of statements.')

export type DatasetRecord = z.infer<typeof datasetRecordSchema>
export type RuleRecord = z.infer<typeof ruleRecordSchema>
export type CoderRecord = z.infer<typeof coderRecordSchema>
