/**
 * `draft.yaml`: what a machine proposes for a dossier, beside `annotations.yaml`. No importer reads it. A person reads each
 * proposal at the review desk, and what they accept is written into `annotations.yaml`.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { Failure } from '../model/failure.ts'
import { Approximation, Quotation, valuesOf } from '../model/vocabulary.ts'

export const DRAFT_FILE = 'draft.yaml'
export const DRAFT_VERSION = 1

const selector = z.strictObject({
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  occurrence: z.int().optional(),
})
const quote = z.union([z.string(), selector]).describe('Words of the article, anchored as in a dossier.')

/** Confidence classes, each with the share of right ones that was measured for it. */
export const confidences = ['HIGH', 'FAIR', 'LOW'] as const

const common = {
  key: z.string().describe('The name of the proposal in this draft.'),
  confidence: z.enum(confidences),
  why: z.string().describe('What it was read from.'),
  /** Where it stands, in UTF-16 indices of the article: the reading order. */
  start: z.int(),
  end: z.int(),
}

const statement = z.strictObject({
  ...common,
  kind: z.literal('statement'),
  content: z.union([quote, z.array(quote).min(2)]),
  source: quote.optional(),
  cue: quote.optional(),
  quotation: z.enum(valuesOf(Quotation)).describe('By the marks.'),
  voice: z.literal('DOCUMENT').optional(),
  speaker: z.string().optional().describe('An agent that the source names; never for a pronoun.'),
  candidates: z.array(z.string()).optional().describe('Whom a pronoun may stand for, the nearest first.'),
})

const figure = z.strictObject({
  ...common,
  kind: z.literal('figure'),
  words: quote,
  value: z.number().optional(),
  lower: z.number().optional(),
  upper: z.number().optional(),
  approximation: z.enum(valuesOf(Approximation)),
  unit: z.string().optional(),
  counted: z.string().optional().describe('What is counted, as worded.'),
})

const time = z.strictObject({
  ...common,
  kind: z.literal('time'),
  words: quote,
  edtf: z.string().optional().describe('Only where the words fix it.'),
})

const agent = z.strictObject({
  ...common,
  kind: z.literal('agent'),
  words: quote,
  name: z.string(),
  type: z.enum(['person', 'organization']).optional().describe('Left out where the words do not show it.'),
  agent: z.string().optional().describe('The key of one that the registers have already.'),
})

const membership = z.strictObject({
  ...common,
  kind: z.literal('membership'),
  member: z.string().describe('The name, as worded.'),
  role: z.string().describe('The role, as worded.'),
  organization: z.string().optional().describe('The organization, as worded.'),
  evidence: quote,
})

export const proposalSchema = z.discriminatedUnion('kind', [statement, figure, time, agent, membership])

export const draftSchema = z.strictObject({
  draft: z.literal(DRAFT_VERSION),
  article: z.string().describe('SHA-256 of the article that it was made from.'),
  madeBy: z.string().describe('What made it: the rules and their version, or a model by its digest.'),
  measured: z
    .record(z.string(), z.partialRecord(z.enum(confidences), z.number()))
    .describe('By kind, the share of right proposals of each confidence, as measured on coded articles.'),
  proposals: z.array(proposalSchema),
})

export type Draft = z.infer<typeof draftSchema>
export type Proposal = z.infer<typeof proposalSchema>
export type ProposalOf<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>

const heading = `# Machine-made proposals, for a person to review one by one. Nothing imports this file.\n`

export function writeDraft(draft: Draft): string {
  return heading + stringify(draft, { lineWidth: 120 })
}

/**
 * Reads the draft of a dossier's folder.
 *
 * @throws Failure BAD_INPUT where there is none, or where it is none of ours
 */
export function readDraft(folder: string): Draft {
  const file = join(folder, DRAFT_FILE)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure('BAD_INPUT', `There is no draft at ${file}. Make one with: dixit draft ${folder}`, {
      cause: error,
    })
  }
  const { data, error } = draftSchema.safeParse(parse(text))
  if (data) return data
  const [issue] = error.issues
  throw new Failure('BAD_INPUT', `${file} is not a draft of this version: ${issue?.path.join('.')}: ${issue?.message}`)
}
