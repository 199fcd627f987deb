import { z } from 'zod'
import { AgentKind, OrganizationKind, valuesOf } from '../vocabulary.ts'
import { datasetField, key, labelFields, line, nameField, provenanceFields, slugField, span } from './fields.ts'

export const agentRecordSchema = z
  .strictObject({
    type: z.literal('agent'),
    slug: slugField,
    kind: z.enum(valuesOf(AgentKind)).describe('UNKNOWN if the corpus does not say.'),
    organizationKind: z.enum(valuesOf(OrganizationKind)).optional().describe('For an ORGANIZATION, and only for one.'),
    name: nameField,
    otherNames: z.array(nameField).optional(),
    identifiers: z
      .array(z.strictObject({ scheme: line, value: line }))
      .optional()
      .describe('Its names in other registers, such as wikidata or bioguide.'),
    rule: slugField.optional().describe('The rule that made it of names in documents.'),
    dataset: datasetField,
    labels: labelFields,
  })
  .describe('A person or an organization that the corpus itself identifies.')

const end = z
  .string()
  .min(1)
  .max(100)
  .describe('A date in EDTF, such as 2015, 2015-06 or 2015~; .. for an end that the source says is open.')

export const membershipRecordSchema = z
  .strictObject({
    type: z.literal('membership'),
    slug: key,
    member: slugField,
    role: line.describe('The role, as worded.'),
    organization: slugField.optional(),
    onBehalfOf: slugField.optional().describe('The party on whose behalf the role is held.'),
    area: line.optional(),
    startDate: end.optional(),
    endDate: end.optional(),
    bounds: line
      .optional()
      .describe('An EDTF interval that contains it, such as a legislative period, if its own dates are not known.'),
    document: slugField.optional().describe('The document whose words give the role.'),
    span: span.optional().describe('The words that give it, in the document.'),
    statement: key.optional().describe('The statement that reports it.'),
    ...provenanceFields,
    dataset: datasetField,
    labels: labelFields,
  })
  .refine(
    ({ document, span }) => (document === undefined) === (span === undefined),
    'give a document and a span together',
  )
  .describe('A role that an agent holds (Popolo Membership).')

export type AgentRecord = z.infer<typeof agentRecordSchema>
export type MembershipRecord = z.infer<typeof membershipRecordSchema>
