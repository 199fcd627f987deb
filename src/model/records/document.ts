import { z } from 'zod'
import { AgentKind, ChannelKind, TimeBasis, valuesOf } from '../vocabulary.ts'
import {
  datasetField,
  edtf,
  key,
  labelFields,
  line,
  MOST_TEXT,
  nameField,
  provenanceFields,
  reason,
  slugField,
  span,
} from './fields.ts'

export const documentAuthor = z
  .strictObject({
    name: nameField.describe('The name, as given.'),
    kind: z
      .enum(valuesOf(AgentKind))
      .exclude(['UNKNOWN'])
      .optional()
      .describe('Left out where the source does not say whether it is a person.'),
  })
  .describe('Who wrote a document, by name.')

export const documentRecordSchema = z
  .strictObject({
    type: z.literal('document'),
    slug: slugField,
    text: z
      .string()
      .min(1)
      .max(MOST_TEXT)
      .optional()
      .describe('The whole text, in Unicode NFC with LF as line break. A document without it is not imported.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('SHA-256 of the text, hex, if the text is left out because it must not be shared.'),
    language: z.string().max(35).describe('A BCP 47 tag; und where it is not known.'),
    title: line.optional(),
    authors: z.array(documentAuthor).min(1).optional().describe('Who wrote it, in the order in which it names them.'),
    publisher: slugField.optional(),
    url: line.optional(),
    published: line.optional().describe('When it was published, in EDTF.'),
    dataset: datasetField,
    labels: labelFields,
  })
  .describe('A text. Its statements come after it, ideally right after it.')

export const time = z
  .strictObject({
    type: z.literal('time'),
    slug: key,
    document: slugField,
    span: span.describe('The words for it.'),
    edtf: edtf.optional().describe('The date that the words stand for, in EDTF; left out if it is not known.'),
    basis: z
      .enum(valuesOf(TimeBasis))
      .optional()
      .describe('The basis; if left out, STATED with a date and UNRESOLVED without one.'),
    reason: reason.describe('Why the words stand for this date, or why it is not known.'),
    rule: provenanceFields.rule,
  })
  .describe('A time as a document words it.')

export const channelRecordSchema = z
  .strictObject({
    type: z.literal('channel'),
    slug: key,
    document: slugField,
    kind: z.enum(valuesOf(ChannelKind)),
    label: line.describe('A short name for people, such as "the letter to Gonzales".'),
    author: slugField.optional(),
    addressee: slugField.optional(),
    time: key.optional(),
    span: span.describe('The words that mention it.'),
    statement: key.optional().describe('The statement that reports the text.'),
    ...provenanceFields,
  })
  .describe('A text or occasion through which statements reached a document: a letter, a press statement.')

/** What notes can be about: records, and parts of statements. */
export const notedTypes = [
  ...(['agent', 'channel', 'claim', 'document', 'figure', 'figureRelation', 'membership', 'referent'] as const),
  ...(['statement', 'statementRelation', 'time', 'figureMention', 'frame', 'stance', 'term'] as const),
] as const

/** Whether notes can be about a kind of thing. */
export function isNoted(kind: string): kind is (typeof notedTypes)[number] {
  return notedTypes.some(each => each === kind)
}

export const noteRecordSchema = z
  .strictObject({
    type: z.literal('note'),
    slug: key,
    document: slugField,
    about: z
      .strictObject({
        type: z.enum(notedTypes).describe('The type of the record, or what part of a statement it is.'),
        slug: key,
      })
      .describe('The record that it is about.'),
    text: line,
  })
  .describe('A curator’s note on an annotation: why it is coded this way.')

export type DocumentAuthor = z.infer<typeof documentAuthor>
export type DocumentRecord = z.infer<typeof documentRecordSchema>
export type TimeRecord = z.infer<typeof time>
export type ChannelRecord = z.infer<typeof channelRecordSchema>
export type NoteRecord = z.infer<typeof noteRecordSchema>
