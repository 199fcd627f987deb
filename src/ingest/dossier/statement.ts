/** The statements of a dossier, with all that stands in their words. */

import { z } from 'zod'
import { amount } from '../../model/records/fields.ts'
import { attributionFields, frameKindFields, mentionLink, voiceWithoutSpeaker } from '../../model/records/statement.ts'
import {
  Approximation,
  Basis,
  FrameEffect,
  FrameValence,
  MentionRole,
  Origin,
  Quantifier,
  Quotation,
  SpeechAct,
  Stance,
  StanceManner,
  valuesOf,
} from '../../model/vocabulary.ts'
import { formerly } from '../formerNames.ts'
import {
  agentKey,
  anyKey,
  basisField,
  edtfField,
  given,
  keyField,
  labelsField,
  noteField,
  outside,
  quote,
  reasonField,
  reasonIfInferred,
  ruleField,
  selectorField,
  slug,
  text,
  verbatim,
  words,
} from './fields.ts'

function relatedStatement(how: string) {
  return outside('statement')
    .optional()
    .describe(`The statement that it ${how}: a key or, in another document, document/key.`)
}

const figureMention = z
  .strictObject({
    figure: outside('figure')
      .optional()
      .describe(
        'The figure: a key or, of another document, document/key. Words that name no number have a quantifier.',
      ),
    words: words.describe('The words for the figure, with those of approximation: "nearly 900,000".'),
    quantifier: z
      .enum(valuesOf(Quantifier))
      .optional()
      .describe('What is named instead of a number: "record numbers".'),
    value: amount.optional().describe('The number that a corpus codes the words as, with the approximation.'),
    lower: amount.optional().describe('The least that a corpus codes the words as, with the approximation.'),
    upper: amount.optional().describe('The most that a corpus codes the words as, with the approximation.'),
    unit: text.optional().describe('What is counted or measured, if no figure says so.'),
    counted: text.optional().describe('Whom or what it counts; only if no figure says so.'),
    basis: basisField,
    reason: reasonIfInferred,
    rule: ruleField,
    slug,
    note: noteField,
    approximation: z
      .enum(valuesOf(Approximation))
      .exclude(['NO_NUMBER'])
      .optional()
      .describe('How it is approximated; checked by the words.'),
  })
  .describe('One wording of a figure in the statement.')

const noQuantity = z
  .strictObject({
    words: words.describe('The words: "Forty Thieves".'),
    reason: reasonField.describe('Why they are not a quantity.'),
    decidedBy: text.optional().describe('Who said so.'),
  })
  .describe('Words that a person says are not a quantity; no rule reads them.')

const termUse = z
  .strictObject({
    referent: keyField('a referent'),
    words: words.describe('The words that name it.'),
    basis: basisField,
    reason: formerly(
      reasonField.optional().describe('Why these words are taken to name it, if they do not say so themselves.'),
      'inferred',
    ),
    rule: ruleField,
    slug,
    note: noteField,
  })
  .describe('The words that the statement uses to name a referent.')

const frameUse = z
  .strictObject({
    ...frameKindFields,
    words: words.describe('The words that frame.'),
    target: anyKey.optional().describe('The agent or referent, by key, that the words are directed at.'),
    valence: z.enum(valuesOf(FrameValence)).optional().describe('Whether the target is blamed or credited.'),
    affected: anyKey.optional().describe('The agent or referent, by key, that is harmed or served.'),
    effect: z.enum(valuesOf(FrameEffect)).optional().describe('What happens to those affected.'),
    basis: basisField,
    reason: formerly(
      reasonField
        .optional()
        .describe('Why the words are read so, target and affected included, if they do not say it.'),
      'inferred',
    ),
    rule: ruleField,
    slug,
    note: noteField,
  })
  .describe("A frame: a function, a dimension or both, in the statement's words.")

const stance = z
  .strictObject({
    claim: keyField('a claim'),
    stance: z.enum(valuesOf(Stance)).describe("The statement's stance on the claim."),
    manner: z.enum(valuesOf(StanceManner)).optional().describe('How it is held: said, conceded, taken for granted.'),
    words: words.optional().describe('The words that show it; the whole content if none are given.'),
    basis: basisField,
    reason: formerly(
      reasonField.optional().describe('Why the words are taken for this stance, if they do not say so.'),
      'inferred',
    ),
    rule: ruleField,
    note: noteField,
  })
  .describe("The statement's stance on a claim.")

const statementRelation = z
  .strictObject({
    paraphrases: relatedStatement('says in other words'),
    repeats: relatedStatement('says again'),
    contrastsWith: relatedStatement('is set against'),
    corrects: relatedStatement('puts right'),
    retracts: relatedStatement('takes back'),
    difference: text.optional().describe('How the two differ: "released" for "on the non-detained docket".'),
    basis: basisField,
    reason: reasonIfInferred,
    rule: ruleField,
    note: noteField,
  })
  .describe('How the statement relates to another: one of paraphrases, repeats, contrastsWith, corrects and retracts.')

const mention = z
  .strictObject({
    role: z.enum(valuesOf(MentionRole)).optional().describe('What the words name: SOURCE, if left out.'),
    words: words.optional().describe('The words of the article, if they stand in it.'),
    as: given.optional().describe('The words as a corpus gives them, if the article has none or different ones.'),
    antecedent: words.optional().describe("The name that a corpus's own coreference gives for the words."),
    agent: agentKey.optional().describe('Whom they name, if known.'),
    link: mentionLink,
    roleWords: given.optional().describe('What a rule read beside the name: title, party, apposition.'),
    evidence: words.optional().describe('The full name through which a rule resolves the words to the agent.'),
    basis: basisField,
    reason: reasonField.optional(),
    rule: ruleField,
  })
  .describe('The words with which a corpus names the source, or the organization it speaks for.')

const review = z
  .strictObject({
    author: agentKey.describe('Who published it.'),
    rating: given.describe('As given.'),
    url: given.optional().describe('Where it was published.'),
    published: edtfField.optional().describe('When it was published, in EDTF.'),
    title: given.optional().describe('Its title.'),
  })
  .describe('What somebody published about the statement: a fact check.')

const part = reasonField.optional()
const partBasis = z.enum(valuesOf(Basis)).nullable().optional()

export const statementEntry = z
  .strictObject({
    speaker: z
      .union([agentKey, z.array(agentKey).min(2, 'a joint statement needs at least two speakers')])
      .optional()
      .describe(
        'Who is named as the source; a list, if several say it together. A statement has either a speaker or a voice.',
      ),
    voice: voiceWithoutSpeaker.optional().describe('Whose voice it is, if no speaker is named.'),
    source: words.optional().describe('The words that name the source: "Gonzales".'),
    cue: words.optional().describe('The words that attribute: "said", "according to".'),
    content: z
      .union([verbatim, selectorField, z.array(quote).min(2, 'a split content needs at least two fragments')])
      .describe('The attributed words; a list, in text order, if other words interrupt them.'),
    addressee: agentKey.optional().describe('To whom it is said.'),
    onBehalfOf: agentKey
      .optional()
      .describe('The organization that the speaker speaks for, if the article says so; a role is not enough.'),
    mentions: z
      .array(mention)
      .optional()
      .describe('How a corpus names the source; a speaker and a voice may then be left out.'),
    channel: keyField('a channel').optional().describe('The channel through which it reached the article.'),
    reportedIn: formerly(keyField('a statement').optional().describe('The statement that reports this one.'), 'in'),
    time: keyField('a time').optional().describe('When it was said.'),
    said: edtfField.optional().describe('When it was said, if a corpus knows it and the text does not say.'),
    turn: z
      .int()
      .min(1, 'turns are counted from 1')
      .optional()
      .describe('Its place among the turns of a debate, from 1; statements of a turn share it.'),
    coder: keyField('a coder').nullable().optional().describe('Who coded it; null: not the coder of the dossier.'),
    quotation: z
      .enum(valuesOf(Quotation))
      .nullable()
      .optional()
      .describe(
        "How it is quoted. If left out, read from the article's quotation marks; if given, checked against them; null: not recorded.",
      ),
    speechAct: formerly(z.enum(valuesOf(SpeechAct)).optional().describe('The speech act.'), 'act'),
    basis: z
      .union([
        z.enum(valuesOf(Basis)),
        z.strictObject({
          speaker: partBasis.describe('The basis of the speaker.'),
          addressee: partBasis.describe('The basis of the addressee.'),
          channel: partBasis.describe('The basis of the channel.'),
        }),
      ])
      .optional()
      .describe(
        'The basis of the attribution: of the speaker or, by name, of each part. If left out, as reason and rule imply.',
      ),
    reason: formerly(
      z
        .union([reasonField, z.strictObject({ speaker: part, addressee: part, channel: part })])
        .optional()
        .describe(
          'Why it is attributed this way, if the article does not say so: for the speaker or, by name, for each part.',
        ),
      'inferred',
    ),
    rule: ruleField.describe('The rule that read the speaker, or each part whose basis is AUTOMATIC.'),
    ...attributionFields,
    origin: z
      .enum(valuesOf(Origin))
      .nullable()
      .optional()
      .describe('Who found it. Left out: MACHINE if madeBy names one, else PERSON. null: nobody has said.'),
    madeBy: text.optional().describe('The machine that proposed it; leave it out if a person found it.'),
    reviewedBy: text.optional().describe('Who accepted what a machine proposed.'),
    relations: z.array(statementRelation).optional().describe('How it relates to other statements.'),
    reviews: z.array(review).optional().describe('What others published about it: fact checks.'),
    labels: labelsField,
    slug,
    note: noteField,
    figures: z.array(figureMention).optional().describe('The figures in its words.'),
    noQuantities: z
      .array(noQuantity)
      .optional()
      .describe('Which of its words are not a quantity, whatever a rule reads.'),
    terms: z.array(termUse).optional().describe('The terms in its words.'),
    frames: z.array(frameUse).optional().describe('The frames in its words.'),
    stances: formerly(z.array(stance).optional().describe('The stances that it takes on claims.'), 'claims'),
  })
  .describe('A statement: what one voice says.')

export type StatementEntry = z.infer<typeof statementEntry>
export type FigureMentionEntry = z.infer<typeof figureMention>
export type StatementRelationEntry = z.infer<typeof statementRelation>
export type MentionEntry = z.infer<typeof mention>
