import { z } from 'zod'
import { line, dataset as owner, slug } from './fields.ts'

/** The version of the interchange format. Files of version 1 say all that they say in the same words. */
export const INTERCHANGE_VERSION = 2

export const dataset = z
  .strictObject({
    type: z.literal('dataset'),
    slug,
    interchange: z.literal(INTERCHANGE_VERSION).optional().describe('The version of this format.'),
    name: line.optional(),
    licence: line.optional().describe('Its licence, as it states it.'),
    version: line.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    language: z.string().max(35).optional().describe('The language of its texts, as a BCP 47 tag, if it is one.'),
  })
  .describe(
    "What a dataset says of itself, before all else. The first is the file's own; what the command line says takes precedence.",
  )

export const rule = z
  .strictObject({
    type: z.literal('rule'),
    slug,
    name: line,
    version: line,
    meaning: line.describe('What it reads, and how.'),
  })
  .describe('A rule by which something was read by a machine, in one of its versions.')

export const coder = z
  .strictObject({ type: z.literal('coder'), slug, name: line, dataset: owner })
  .describe('Who coded statements.')

export type DatasetRecord = z.infer<typeof dataset>
export type RuleRecord = z.infer<typeof rule>
export type CoderRecord = z.infer<typeof coder>
