import { z } from 'zod'
import { AgentKind, OrganizationKind, valuesOf } from '../vocabulary.ts'
import { dataset, ground, key, labels, line, slug, span } from './fields.ts'

export const agent = z
  .strictObject({
    type: z.literal('agent'),
    slug,
    kind: z.enum(valuesOf(AgentKind)).describe('UNKNOWN where the corpus does not say.'),
    organizationKind: z.enum(valuesOf(OrganizationKind)).optional().describe('For an ORGANIZATION, and only for one.'),
    name: line,
    otherNames: z.array(line).optional(),
    identifiers: z
      .array(z.strictObject({ scheme: line, value: line }))
      .optional()
      .describe('Its names in other registers, such as wikidata or bioguide.'),
    rule: slug.optional().describe('The rule that made it of names in documents.'),
    dataset,
    labels,
  })
  .describe('A person or an organization that the corpus itself tells from all others.')

const end = z
  .string()
  .min(1)
  .max(100)
  .describe('A date in EDTF, such as 2015, 2015-06 or 2015~; .. for an end that is said to be open.')

export const membership = z
  .strictObject({
    type: z.literal('membership'),
    slug: key,
    member: slug,
    role: line.describe('The role, as worded.'),
    organization: slug.optional(),
    onBehalfOf: slug.optional().describe('The party on whose behalf the role is held.'),
    area: line.optional(),
    startDate: end.optional(),
    endDate: end.optional(),
    bounds: line
      .optional()
      .describe(
        'An interval in EDTF within which it lies, such as a legislative period, where its own ends are not known.',
      ),
    document: slug.optional().describe('The document whose words give the role.'),
    span: span.optional().describe('The words that give it, in the document.'),
    statement: key.optional().describe('The statement by whose account it is so.'),
    ...ground,
    dataset,
    labels,
  })
  .refine(
    ({ document, span }) => (document === undefined) === (span === undefined),
    'a document and a span go together',
  )
  .describe('A role that an agent holds (Popolo Membership).')

export type AgentRecord = z.infer<typeof agent>
export type MembershipRecord = z.infer<typeof membership>
