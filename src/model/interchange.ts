/**
 * The interchange format: what a corpus says, one JSON object a line, in an order in which nothing is named before it
 * has been given. Every adapter makes these records, so that one path checks and writes them.
 *
 * The descriptions become those of docs/interchange.schema.json.
 */

import { z } from 'zod'
import { SLUG_PATTERN } from './slug.ts'
import {
  AgentKind,
  Approximation,
  MentionRole,
  OrganizationKind,
  Quotation,
  SpeechAct,
  Stance,
  valuesOf,
} from './vocabulary.ts'

const MOST_TEXT = 5_000_000

const slug = z
  .string()
  .max(160)
  .regex(SLUG_PATTERN)
  .describe('A stable name: words of small letters and digits, joined by hyphens.')
const key = z.string().min(1).max(400).regex(/^\S+$/).describe('A stable name that no other record of its kind has.')
const line = z.string().min(1).max(10_000)
const date = z
  .string()
  .regex(/^\d{4}(-\d\d){0,2}$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD.')

const span = z
  .strictObject({
    at: z
      .array(z.tuple([z.int().min(0), z.int().min(1)]))
      .min(1)
      .describe(
        'Where the words stand: start (included) and end (not included) of each piece, in Unicode code points.',
      ),
    exact: z.string().min(1).describe('The words that stand there; the pieces of a broken passage joined by “ … ”.'),
  })
  .describe('Words of the document. A record whose words do not stand at its offsets is refused.')

const label = z
  .strictObject({
    name: line.describe('The name of the field.'),
    value: line.describe('What the corpus has in it, word for word.'),
  })
  .describe('What the corpus says in a field of its own.')
const labels = z.array(label).optional().describe('What the corpus says in fields of its own, as given.')

const agent = z
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
    labels,
  })
  .describe('A person or an organization that the corpus itself tells from all others.')

const membership = z
  .strictObject({
    type: z.literal('membership'),
    slug: key,
    member: slug,
    role: line.describe('The role, as worded.'),
    organization: slug.optional(),
    onBehalfOf: slug.optional().describe('The party on whose behalf the role is held.'),
    area: line.optional(),
    startDate: date.optional(),
    endDate: date.optional(),
    bounds: line
      .optional()
      .describe(
        'An interval in EDTF within which it lies, such as a legislative period, where its own ends are not known.',
      ),
  })
  .describe('A role that an agent holds (Popolo Membership).')

const coder = z.strictObject({ type: z.literal('coder'), slug, name: line }).describe('Who coded statements.')

const claim = z
  .strictObject({ type: z.literal('claim'), slug, text: line })
  .describe('A proposition to which statements take a stance.')

const referent = z
  .strictObject({ type: z.literal('referent'), slug, label: line.describe('A label, as neutral as can be.') })
  .describe('What is talked of under several names.')

const document = z
  .strictObject({
    type: z.literal('document'),
    slug,
    text: z.string().min(1).max(MOST_TEXT).describe('The whole text, in Unicode NFC with LF as line break.'),
    language: z.string().max(35).describe('A BCP 47 tag; und where it is not known.'),
    title: line.optional(),
    publisher: slug.optional(),
    url: line.optional(),
    published: line.optional().describe('When it was published, in EDTF.'),
    labels,
  })
  .describe('A text. Its statements come after it, and best right after it.')

const amount = z
  .number()
  .refine(value => !Number.isInteger(value) || Number.isSafeInteger(value), 'larger than 2^53: it would not be exact')

const figure = z
  .strictObject({
    type: z.literal('figure'),
    slug: key,
    document: slug.describe('The document that gives it; statements of others in the same file may mention it too.'),
    label: line.describe('What the figure is of, for people.'),
    value: amount.optional().describe('The number. A figure has either a value or bounds.'),
    lower: amount.optional().describe('The least that it can be.'),
    upper: amount.optional().describe('The most that it can be.'),
    unit: line.describe('What is counted or measured: person, bed, USD, percent.'),
    population: line.optional().describe('Of whom or what, as worded.'),
    referent: slug.optional().describe('The referent that it counts.'),
    conditions: z
      .array(z.strictObject({ aspect: line, value: line }))
      .optional()
      .describe('What holds of everything it counts, aspect by aspect.'),
  })
  .describe('A quantity that a document gives.')

const figureMention = z
  .strictObject({
    figure: key,
    span: span.describe('The words for the figure, with those of approximation.'),
    approximation: z
      .enum(valuesOf(Approximation))
      .exclude(['NO_NUMBER'])
      .optional()
      .describe(
        'How the corpus codes the words, with value and bounds. Left out: they are read off the words (English).',
      ),
    value: amount.optional().describe('The number that the words name.'),
    lower: amount.optional().describe('The least that the words commit to; left out where it is open.'),
    upper: amount.optional().describe('The most that the words commit to; left out where it is open.'),
  })
  .refine(
    ({ approximation, value, lower, upper }) => approximation !== undefined || (value ?? lower ?? upper) === undefined,
    'value and bounds are given together with the approximation, or all of them are read off the words',
  )
  .describe('One wording of a figure in the statement.')

const termUse = z
  .strictObject({ referent: slug, span: span.describe('The words that name it.') })
  .describe('The words with which the statement names a referent.')

const mention = z
  .strictObject({
    role: z.enum(valuesOf(MentionRole)),
    words: line.describe('The words, verbatim.'),
    span: span.optional().describe('Where they stand in the document, if they do.'),
    agent: slug.optional().describe("Whom they name, only where the corpus's own identifiers say so."),
    antecedent: span.optional().describe("The name to which the corpus's own coreference leads from the words."),
  })
  .describe('The words by which the source, or the organization it speaks for, is named.')

const statement = z
  .strictObject({
    type: z.literal('statement'),
    slug: key,
    document: slug,
    content: span,
    source: span.optional(),
    cue: span.optional(),
    mentions: z
      .array(mention)
      .optional()
      .describe('Who is named; without a SOURCE nobody is, and the voice is UNIDENTIFIED.'),
    coder: slug.optional(),
    quotation: z.enum(valuesOf(Quotation)).optional(),
    speechAct: z.enum(valuesOf(SpeechAct)).optional(),
    stances: z
      .array(z.strictObject({ claim: slug, stance: z.enum(valuesOf(Stance)) }))
      .optional()
      .describe('The stances that the statement takes.'),
    figures: z.array(figureMention).optional().describe('The figures in its words.'),
    terms: z.array(termUse).optional().describe('The terms in its words.'),
    reviews: z
      .array(z.strictObject({ author: slug, rating: line.describe('As given.'), url: line.optional() }))
      .optional()
      .describe('What others published about the statement (schema.org ClaimReview).'),
    labels,
  })
  .describe('An attribution: a content, and if they are marked its source and cue.')

/** One line of the interchange format. */
export const interchangeRecord = z.discriminatedUnion('type', [
  agent,
  membership,
  coder,
  claim,
  referent,
  document,
  figure,
  statement,
])

export const recordTypes = interchangeRecord.options.map(option => option.shape.type.value)

export type InterchangeRecord = z.infer<typeof interchangeRecord>
export type AgentRecord = z.infer<typeof agent>
export type MembershipRecord = z.infer<typeof membership>
export type DocumentRecord = z.infer<typeof document>
export type ReferentRecord = z.infer<typeof referent>
export type FigureRecord = z.infer<typeof figure>
export type FigureMentionRecord = z.infer<typeof figureMention>
export type StatementRecord = z.infer<typeof statement>
export type MentionRecord = z.infer<typeof mention>
export type SpanRecord = z.infer<typeof span>
export type LabelRecord = z.infer<typeof label>

/** Why a record is refused, each reason with its meaning. */
export const RejectReason = {
  NOT_JSON: 'The line is not a JSON object.',
  NOT_UTF8: 'The bytes are not UTF-8.',
  LINE_TOO_LONG: 'The line is longer than any that is read.',
  BAD_RECORD: 'A field is missing, unknown or not what its format says.',
  NOT_VERBATIM: 'The words do not stand at the offsets.',
  MISREAD: 'The words of a figure say something else than the figure, or than the record codes them.',
  QUOTATION_MARKS: 'The content is quoted otherwise by the quotation marks of the text.',
  NOT_A_NUMBER: 'The words for a figure do not read as a number, and the record does not code them.',
  NO_CONTENT: 'An attribution without a content.',
  CONTROL_CHARACTER: 'A text holds a control character, such as NUL.',
  NOT_NORMALISED: 'The text is not in Unicode NFC with LF as line break.',
  BAD_DATE: 'The date is none that EDTF knows, or ends before it begins.',
  UNKNOWN_REFERENCE: 'Names a document, an agent, a claim, a coder, a figure or a referent that has not been given.',
  DUPLICATE: 'The name is taken by a record that says something else.',
  DEPENDENT: 'Names a record that is refused, and goes with it.',
  OTHER_TYPE: 'A kind of record that the format has, and that is not brought in.',
  UNREADABLE_FILE: 'The file is missing, not readable, too large, or lies outside the corpus.',
} as const
export type RejectReason = keyof typeof RejectReason

/** Why a record is refused, and if the reason alone does not say it, what about it. */
export interface Refusal {
  readonly reason: RejectReason
  readonly why?: string
}
