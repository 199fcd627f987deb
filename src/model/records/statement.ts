import { z } from 'zod'
import {
  Attribution,
  FrameDimension,
  FrameEffect,
  FrameFunction,
  FrameValence,
  MentionLink,
  MentionRole,
  Origin,
  Polarity,
  Quotation,
  SpeechAct,
  Stance,
  StanceManner,
  StatementCertainty,
  StatementRelationKind,
  Voice,
  valuesOf,
} from '../vocabulary.ts'
import {
  basis,
  datasetField,
  edtf,
  key,
  labelFields,
  line,
  provenanceFields,
  reason,
  slugField,
  span,
} from './fields.ts'
import { figureMentionRecordSchema, noQuantityRecordSchema } from './figure.ts'

export const claimRecordSchema = z
  .strictObject({ type: z.literal('claim'), slug: slugField, text: line, dataset: datasetField })
  .describe('A proposition that statements take a stance on.')

export const referentRecordSchema = z
  .strictObject({
    type: z.literal('referent'),
    slug: slugField,
    label: line.describe('A label, as neutral as possible.'),
  })
  .describe('A thing that goes by several names.')

const name = key.optional().describe('Its name; numbered within the statement, if left out.')

const termUse = z
  .strictObject({
    slug: name,
    referent: slugField,
    span: span.describe('The words that name it.'),
    ...provenanceFields,
  })
  .describe('The words that the statement uses to name a referent.')

/** What kind of frame it is. A dossier says it as a record does, here and below. */
export const frameKindFields = {
  function: z.enum(valuesOf(FrameFunction)).optional().describe("Which of Entman's functions."),
  dimension: z.enum(valuesOf(FrameDimension)).optional().describe('Which dimension of the Policy Frames Codebook.'),
}

const frameUse = z
  .strictObject({
    slug: name,
    ...frameKindFields,
    span: span.describe('The words that frame.'),
    target: slugField.optional().describe('The agent or referent at which they are directed.'),
    valence: z.enum(valuesOf(FrameValence)).optional().describe('Whether they blame or credit the target.'),
    affected: slugField.optional().describe('The agent or referent that is harmed or served.'),
    effect: z.enum(valuesOf(FrameEffect)).optional().describe('Which of the two: together with affected.'),
    ...provenanceFields,
  })
  .refine(frame => (frame.function ?? frame.dimension) !== undefined, 'a frame needs a function, a dimension or both')
  .refine(
    ({ affected, effect }) => (affected === undefined) === (effect === undefined),
    'give affected and effect together',
  )
  .describe("A frame, in the statement's words.")

const stance = z
  .strictObject({
    claim: slugField,
    stance: z.enum(valuesOf(Stance)),
    manner: z.enum(valuesOf(StanceManner)).optional(),
    span: span.optional().describe('The words that show it; the whole content if none are given.'),
    ...provenanceFields,
  })
  .describe('A stance of the statement on a claim.')

export const mentionLink = z
  .enum(valuesOf(MentionLink))
  .exclude(['CORPUS_ID', 'RULE'])
  .optional()
  .describe("How they name the agent, if neither by the corpus's identifier nor by a rule.")

const mention = z
  .strictObject({
    role: z.enum(valuesOf(MentionRole)),
    words: line.describe('The words, verbatim.'),
    span: span.optional().describe('Where they stand in the document, if anywhere.'),
    antecedent: span.optional().describe("The name that the corpus's own coreference resolves the words to."),
    agent: slugField.optional().describe("Whom they name, only where the corpus's own identifiers or a rule say so."),
    link: mentionLink,
    roleWords: line.optional().describe('What a rule read beside the name: title, party, apposition.'),
    evidence: span.optional().describe('The full name through which a rule resolves the words to the agent.'),
    ...provenanceFields,
  })
  .describe('The words by which the source, or the organization it speaks for, is named.')

const review = z
  .strictObject({
    author: slugField,
    rating: line.describe('As given.'),
    url: line.optional(),
    published: edtf.optional().describe('When it was published, in EDTF.'),
    title: line.optional(),
  })
  .describe('What somebody published about the statement (schema.org ClaimReview).')

export const voiceWithoutSpeaker = z.enum(valuesOf(Voice)).exclude(['AGENT', 'UNLINKED'])

/** How it is attributed, as corpora annotate it. */
export const attributionFields = {
  attribution: z
    .enum(valuesOf(Attribution))
    .optional()
    .describe('What kind of attribution it is (Penn Discourse Treebank): said, believed, known, ordered.'),
  certainty: z.enum(valuesOf(StatementCertainty)).optional().describe('How certain it is presented as (FactBank).'),
  polarity: z
    .enum(valuesOf(Polarity))
    .optional()
    .describe('Whether it says that something is so, or is not (FactBank).'),
}

export const statementRecordSchema = z
  .strictObject({
    type: z.literal('statement'),
    slug: key,
    document: slugField,
    content: span,
    source: span.optional(),
    cue: span.optional(),
    speakers: z
      .array(slugField)
      .min(1)
      .optional()
      .describe('Who says it, in order; left out if mentions say who is named.'),
    speakerBasis: basis,
    speakerReason: reason,
    voice: voiceWithoutSpeaker.optional().describe('Whose voice it is, if nobody is named; UNIDENTIFIED if left out.'),
    mentions: z
      .array(mention)
      .optional()
      .describe('Who is named; without a SOURCE, nobody is and the voice is UNIDENTIFIED.'),
    onBehalfOf: slugField
      .optional()
      .describe('The organization that the speaker speaks for, if its words are not a mention of their own.'),
    addressee: slugField.optional().describe('To whom it is said.'),
    addresseeBasis: basis,
    addresseeReason: reason,
    channel: key.optional().describe('The channel through which it reached the document.'),
    channelBasis: basis,
    channelReason: reason,
    rule: provenanceFields.rule,
    reportedIn: key.optional().describe('The statement that it is reported inside of, given before it.'),
    time: key.optional().describe('When it was said: a time of the document.'),
    said: edtf
      .optional()
      .describe('When it was said, in EDTF, where the corpus knows it and the text does not say it.'),
    turn: z
      .int()
      .min(1)
      .optional()
      .describe('Its place among the turns of a debate, from 1; statements of a turn share it.'),
    coder: slugField.optional().describe('Who coded it.'),
    quotation: z
      .enum(valuesOf(Quotation))
      .optional()
      .describe('How it is quoted; checked against the quotation marks of the text.'),
    speechAct: z.enum(valuesOf(SpeechAct)).optional(),
    ...attributionFields,
    origin: z.enum(valuesOf(Origin)).optional().describe('Whether a person found it, or a machine proposed it.'),
    madeBy: line.optional().describe('The machine that proposed it.'),
    reviewedBy: line.optional().describe('Who accepted what a machine proposed.'),
    stances: z.array(stance).optional().describe('The stances that the statement takes.'),
    figures: z.array(figureMentionRecordSchema).optional().describe('The figures in its words.'),
    noQuantities: z
      .array(noQuantityRecordSchema)
      .optional()
      .describe('Words in it that are not a quantity, whatever a rule reads.'),
    terms: z.array(termUse).optional().describe('The terms in its words.'),
    frames: z.array(frameUse).optional().describe('The frames in its words.'),
    reviews: z.array(review).optional().describe('What others published about the statement.'),
    labels: labelFields,
  })
  .describe('An attribution: a content, and if they are marked its source and cue.')

export const statementRelationRecordSchema = z
  .strictObject({
    type: z.literal('statementRelation'),
    subject: key.describe('A statement.'),
    kind: z.enum(valuesOf(StatementRelationKind)),
    object: key.describe('Another statement.'),
    difference: line.optional().describe('How the two differ.'),
    ...provenanceFields,
  })
  .describe('How one statement relates to another.')

export type ClaimRecord = z.infer<typeof claimRecordSchema>
export type ReferentRecord = z.infer<typeof referentRecordSchema>
export type TermUseRecord = z.infer<typeof termUse>
export type FrameUseRecord = z.infer<typeof frameUse>
export type StanceRecord = z.infer<typeof stance>
export type MentionRecord = z.infer<typeof mention>
export type ReviewRecord = z.infer<typeof review>
export type StatementRecord = z.infer<typeof statementRecordSchema>
export type StatementRelationRecord = z.infer<typeof statementRelationRecordSchema>
