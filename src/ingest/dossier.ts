/**
 * The shape of a dossier: what a curator may write in `annotations.yaml`, and in a register that dossiers share.
 *
 * The descriptions become those of docs/dossier.schema.json, by which an editor completes and explains. What a field may
 * hold stands here; how the fields must agree with each other and with the article is checked by src/ingest/resolve.
 */

import { z } from 'zod'
import { SLUG_PATTERN } from '../model/slug.ts'
import {
  Approximation,
  Attribution,
  ChangeDirection,
  ChannelKind,
  FrameDimension,
  FrameEffect,
  FrameFunction,
  FrameValence,
  OrganizationKind,
  Polarity,
  Quantifier,
  Quotation,
  SpeechAct,
  Stance,
  StanceManner,
  StatementCertainty,
  Voice,
  valuesOf,
} from '../model/vocabulary.ts'
import { formerly } from './formerNames.ts'

/** The version of the format: a change that reads the same files otherwise counts it up. */
export const DOSSIER_VERSION = 1

const STATEMENT_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/
const NOT_A_KEY = 'a key is words in small letters and digits joined by hyphens, such as mark-green'

const key = z.string().max(120, 'a key has at most 120 characters').regex(SLUG_PATTERN, NOT_A_KEY)

/** One line of a curator's own words. */
const text = z
  .string()
  .max(2_000, 'at most 2,000 characters')
  .regex(/\S/, 'expected some words')
  .refine(value => value.isWellFormed() && !/\p{Cc}/u.test(value.trim()), 'expected one line of text')
  .transform(value => value.trim().normalize('NFC'))

const keyOf = (thing: string) => key.describe(`The key of ${thing}.`)
const agentKey = keyOf('an agent, of this dossier or of a register that it uses')

const verbatim = z.string().max(100_000, 'at most 100,000 characters').regex(/\S/, 'expected the words of the article')
const context = z.string().max(1_000, 'at most 1,000 characters').regex(/\S/, 'expected the words of the article')

const quoteSelector = z
  .strictObject({
    exact: verbatim.describe('The words, verbatim.'),
    prefix: context.optional().describe('The words right before them, to tell them from others that read the same.'),
    suffix: context.optional().describe('The words right after them, to tell them from others that read the same.'),
    occurrence: z
      .int()
      .min(1, 'occurrences are counted from 1')
      .max(10_000, 'at most 10,000')
      .optional()
      .describe('Which of the places is meant, counted from 1, among those that prefix and suffix leave.'),
  })
  .describe('Words of the article, with what singles them out.')

const quote = z
  .union([verbatim.describe('The words, verbatim.'), quoteSelector])
  .describe('Words of the article, verbatim; whitespace may differ. There are no offsets: the words find their place.')

const evidence = formerly(z.union(quote.options).describe('The words of the article that say so.'), 'evidence')

const reason = formerly(
  text.describe('Why a curator concludes this although the article does not say it in words.'),
  'inferred',
)
const reasonIfInferred = formerly(reason.optional(), 'inferred')
const part = reason.optional()
const note = text.optional().describe('Why it is coded so and not otherwise: the graph serves it.')

const agent = z
  .strictObject({
    person: text.optional().describe('The name of a person. An agent is either a person or an organization.'),
    organization: text.optional().describe('The name of an organization.'),
    kind: z.enum(valuesOf(OrganizationKind)).optional().describe('What kind of organization; only for organizations.'),
    otherNames: formerly(
      z.array(text.describe('Another name.')).optional().describe('Other names: abbreviations, aliases, short forms.'),
      'also',
    ),
    identifiers: z
      .record(key.describe('The register, such as wikidata or bioguide.'), text.describe('The identifier there.'))
      .optional()
      .describe('Identifiers in other registers.'),
  })
  .describe('A person or an organization.')

const agents = z.record(agentKey, agent).describe('The people and organizations, by key.')
const claims = z
  .record(keyOf('a claim'), text.describe('The proposition: one sentence that can be supported or opposed.'))
  .describe('Propositions to which statements take a stance, by key.')
const referents = z
  .record(keyOf('a referent'), text.describe('A label, as neutral as can be.'))
  .describe('What is talked of under several names, by key.')

const end = z
  .string()
  .regex(/^(\d{4}(-\d\d){0,2}|\.\.)$/, 'expected a date: YYYY, YYYY-MM or YYYY-MM-DD, or .. for an open end')
  .describe('A date, YYYY, YYYY-MM or YYYY-MM-DD, or .. for an end that is open.')

const edtf = z
  .string()
  .max(100, 'at most 100 characters')
  .describe('A date or interval in EDTF (ISO 8601-2), such as 2024-07-21, 2024-07, 2023-05/2024-07 or 2024-07~.')

const document = z
  .strictObject({
    title: text.nullable().optional().describe('The title; null if the text does not give it.'),
    publisher: agentKey.optional().describe('The agent that published it.'),
    url: z
      .url({ protocol: /^https?$/, error: 'expected a web address that begins with https:// or http://' })
      .max(2_000, 'at most 2,000 characters')
      .optional()
      .describe('Where it was published.'),
    urlWords: quote.optional().describe('The words of the article that give the url, if they do.'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'expected a language tag (BCP 47), such as en or en-US')
      .describe('The language of the text, as a BCP 47 tag: en, es, pt-BR.'),
    published: edtf.optional().describe('When it was published, in EDTF, if that is known.'),
    note,
  })
  .describe('The article itself.')

const membership = z
  .strictObject({
    member: agentKey.describe('Who holds the role.'),
    role: text.describe('The role, as the article words it.'),
    organization: agentKey.optional().describe('Where the role is held.'),
    onBehalfOf: agentKey.optional().describe('The party or other organization on whose behalf it is held.'),
    area: text.optional().describe('The area that it is held for, such as a state.'),
    startDate: formerly(
      end.optional().describe('When it began: YYYY, YYYY-MM or YYYY-MM-DD. Left out if the article does not say.'),
      'from',
    ),
    endDate: formerly(
      end
        .optional()
        .describe(
          'When it ended: YYYY, YYYY-MM or YYYY-MM-DD; .. if the article says that it goes on. Left out if not known.',
        ),
      'until',
    ),
    words: evidence,
    reason: reasonIfInferred,
    note,
  })
  .describe('A role that an agent holds.')

const time = z
  .strictObject({
    words: quote,
    edtf: edtf.optional(),
    reason: formerly(
      text
        .optional()
        .describe(
          'Why the words stand for this date, where they do not fix it themselves; without edtf, why it cannot be told.',
        ),
      'inferred',
      'unresolved',
    ),
    note,
  })
  .describe('A time as the article words it, with the date that it stands for, or why that is not known.')

const channel = z
  .strictObject({
    kind: z.enum(valuesOf(ChannelKind)).describe('What kind of text or occasion.'),
    label: text.describe('A short name for people, such as "the letter to Gonzales".'),
    author: agentKey.optional().describe('Who wrote or spoke it.'),
    addressee: agentKey.optional().describe('To whom.'),
    time: keyOf('a time').optional(),
    words: evidence,
    reason: formerly(
      reason.optional().describe('Why there is such a text, of that author to that addressee, if no words say so.'),
      'inferred',
    ),
    note,
  })
  .describe('A text or occasion through which statements reached the article: a letter, a press statement.')

const amount = z
  .number()
  .refine(value => !Number.isInteger(value) || Number.isSafeInteger(value), 'larger than 2^53: it would not be exact')

const figureKey = keyOf('a figure')
const relation = z
  .strictObject({
    sumOf: z.array(figureKey).min(2, 'a sum has at least two parts').optional().describe('The parts it is the sum of.'),
    rounded: z
      .boolean()
      .optional()
      .describe(
        'With sumOf: whether parts and sum are rounded, so that they add up as nearly as their last digits allow.',
      ),
    rounds: figureKey.optional().describe('The figure that it is a rounding of.'),
    comparedWith: figureKey.optional().describe('The figure that the article sets beside it.'),
    changedFrom: figureKey.optional().describe('The figure that it was before: "up from 34,000".'),
    direction: z
      .enum(valuesOf(ChangeDirection))
      .optional()
      .describe('Which way it changed; checked by the values, where both have one.'),
    inTensionWith: figureKey.optional().describe('The figure, for a comparable thing, that it does not agree with.'),
    words: formerly(
      quote.optional().describe('The words that say so: without a reason, the relation is STATED.'),
      'evidence',
    ),
    reason: formerly(
      reason.optional().describe('Why it holds, where the words alone do not say so: the relation is INFERRED.'),
      'inferred',
    ),
    note,
  })
  .describe('How the figure stands to others: one of sumOf, rounds, comparedWith, changedFrom and inTensionWith.')

const figureTime = z.union([keyOf('a time'), z.strictObject({ time: keyOf('a time'), reason })])

const figure = z
  .strictObject({
    label: text.describe('A short name for people, neutral, such as "convicted, not detained".'),
    value: amount.optional().describe('The number. A figure has either a value or bounds.'),
    lower: amount.optional().describe('The least that the words commit to.'),
    upper: amount.optional().describe('The most that the words commit to.'),
    unit: text.describe('What is counted or measured: person, bed, USD, percent.'),
    population: z
      .union([text, z.strictObject({ words: text.describe("The curator's words."), reason })])
      .optional()
      .describe("Whom or what it counts, in words of the article; or in a curator's words, with the reason."),
    referent: keyOf('a referent').optional().describe('The referent that it counts.'),
    conditions: z
      .record(
        text.describe('The aspect, such as custody.'),
        z
          .union([text, z.strictObject({ value: text.describe('What holds.'), reason })])
          .describe('What holds, such as not detained; with the reason, if the words for the figure do not say so.'),
      )
      .optional()
      .describe('What holds of everything it counts, aspect by aspect.'),
    asOf: figureTime.optional().describe('The time at which it is the count.'),
    during: figureTime.optional().describe('The period over which it is the count.'),
    relations: z.array(relation).optional().describe('How it stands to other figures.'),
    note,
  })
  .describe('A quantity that the article gives, in whatever words.')

function relatedStatement(how: string) {
  return z
    .string()
    .max(250, 'at most 250 characters')
    .regex(STATEMENT_PATTERN, 'expected the key of a statement or, in another document, document/key')
    .optional()
    .describe(`The statement that it ${how}: a key or, in another document, document/key.`)
}

const figureMention = z
  .strictObject({
    figure: figureKey.optional().describe('The figure. Words that name no number have a quantifier instead.'),
    words: quote.describe('The words for the figure, with those of approximation: "nearly 900,000".'),
    quantifier: z
      .enum(valuesOf(Quantifier))
      .optional()
      .describe('What is named instead of a number: "record numbers".'),
    counted: text.optional().describe('Of whom or what; only with a quantifier.'),
    reason: reasonIfInferred,
    note,
    approximation: z
      .enum(valuesOf(Approximation))
      .exclude(['NO_NUMBER'])
      .optional()
      .describe('How it is approximated; checked by the words.'),
  })
  .describe('One wording of a figure in the statement.')

const termUse = z
  .strictObject({
    referent: keyOf('a referent'),
    words: quote.describe('The words that name it.'),
    reason: formerly(
      reason.optional().describe('Why these words are taken to name it, where they alone do not say so.'),
      'inferred',
    ),
    note,
  })
  .describe('The words with which the statement names a referent.')

const frameUse = z
  .strictObject({
    function: z.enum(valuesOf(FrameFunction)).optional().describe("Which of Entman's functions."),
    dimension: z.enum(valuesOf(FrameDimension)).optional().describe('Which dimension of the Policy Frames Codebook.'),
    words: quote.describe('The words that frame.'),
    target: key.optional().describe('The agent or referent, by key, at which the words are directed.'),
    valence: z.enum(valuesOf(FrameValence)).optional().describe('Whether the target is blamed or credited.'),
    affected: key.optional().describe('The agent or referent, by key, that is harmed or served.'),
    effect: z.enum(valuesOf(FrameEffect)).optional().describe('What becomes of those affected.'),
    reason: formerly(
      reason.optional().describe('Why the words are read so, target and affected included, if they do not say it.'),
      'inferred',
    ),
    note,
  })
  .describe("A frame: a function, a dimension or both, in the statement's words.")

const stance = z
  .strictObject({
    claim: keyOf('a claim'),
    stance: z.enum(valuesOf(Stance)).describe('The stance of the statement to the claim.'),
    manner: z.enum(valuesOf(StanceManner)).optional().describe('How it is held: said, conceded, taken for granted.'),
    words: quote.optional().describe('The words that show it; the whole content if none are given.'),
    reason: formerly(
      reason.optional().describe('Why the words are taken for this stance, if they do not say so.'),
      'inferred',
    ),
    note,
  })
  .describe('The stance of the statement to a claim.')

const statementRelation = z
  .strictObject({
    paraphrases: relatedStatement('says in other words'),
    repeats: relatedStatement('says again'),
    contrastsWith: relatedStatement('is set against'),
    corrects: relatedStatement('puts right'),
    retracts: relatedStatement('takes back'),
    difference: text.optional().describe('In what the two differ: "released" for "on the non-detained docket".'),
    reason: reasonIfInferred,
    note,
  })
  .describe('How the statement stands to another: one of paraphrases, repeats, contrastsWith, corrects and retracts.')

const voices = valuesOf(Voice).filter(voice => voice !== 'AGENT' && voice !== 'UNLINKED')

const statement = z
  .strictObject({
    speaker: z
      .union([agentKey, z.array(agentKey).min(2, 'a joint statement has at least two speakers')])
      .optional()
      .describe(
        'Who is named as the source; a list, if several say it together. A statement has either a speaker or a voice.',
      ),
    voice: z.enum(voices).optional().describe('Whose voice it is, where no speaker is named.'),
    source: quote.optional().describe('The words that name the source: "Gonzales".'),
    cue: quote.optional().describe('The words that attribute: "said", "according to".'),
    content: z
      .union([verbatim, quoteSelector, z.array(quote).min(2, 'a split content has at least two fragments')])
      .describe('The words that are attributed; a list, in text order, if other words interrupt them.'),
    addressee: agentKey.optional().describe('To whom it is said.'),
    onBehalfOf: agentKey
      .optional()
      .describe('The organization for which the speaker speaks, if the article says so: a role alone does not.'),
    channel: keyOf('a channel').optional().describe('The channel through which it reached the article.'),
    reportedIn: formerly(
      keyOf('a statement').optional().describe('The statement that this one is reported inside of.'),
      'in',
    ),
    time: keyOf('a time').optional().describe('When it was said.'),
    quotation: z
      .enum(valuesOf(Quotation))
      .optional()
      .describe("How it is quoted: read off the article's quotation marks, and checked by them where it is given."),
    speechAct: formerly(z.enum(valuesOf(SpeechAct)).describe('The speech act.'), 'act'),
    reason: formerly(
      z
        .union([reason, z.strictObject({ speaker: part, addressee: part, channel: part })])
        .optional()
        .describe(
          'Why it is attributed so, where the article does not say it: of the speaker or, by name, of each part.',
        ),
      'inferred',
    ),
    attribution: z
      .enum(valuesOf(Attribution))
      .optional()
      .describe('What kind of attribution it is (Penn Discourse Treebank): said, believed, known, ordered.'),
    certainty: z.enum(valuesOf(StatementCertainty)).optional().describe('How certain it is put forward as (FactBank).'),
    polarity: z
      .enum(valuesOf(Polarity))
      .optional()
      .describe('Whether it says that something is so, or is not (FactBank).'),
    madeBy: text.optional().describe('The machine that proposed it; left out of what a person found.'),
    reviewedBy: text.optional().describe('Who accepted what a machine proposed.'),
    relations: z.array(statementRelation).optional().describe('How it stands to other statements.'),
    note,
    figures: z.array(figureMention).optional().describe('The figures in its words.'),
    terms: z.array(termUse).optional().describe('The terms in its words.'),
    frames: z.array(frameUse).optional().describe('The frames in its words.'),
    stances: formerly(z.array(stance).optional().describe('The stances that it takes to claims.'), 'claims'),
  })
  .describe('A statement: what is said by one voice.')

const setAside = z
  .strictObject({
    words: quote.describe('The words that hold the number or the quotation marks.'),
    reason: text.describe('Why they are no figure, time or statement.'),
  })
  .describe('Numbers or quotation marks that are left out on purpose.')

const generalNote = z
  .strictObject({
    about: key.describe('The agent, claim or referent, by key.'),
    text: text.describe('What is to be said about it.'),
  })
  .describe("A curator's note about an agent, a claim or a referent.")

export const dossierSchema = z
  .strictObject({
    dossier: z.literal(DOSSIER_VERSION).describe('The version of this format.'),
    document,
    use: z
      .array(z.string().max(1_000, 'at most 1,000 characters').describe('The path of a register, from this folder.'))
      .optional()
      .describe('Registers of agents, claims and referents that dossiers share, such as ../agents.yaml.'),
    agents: agents.optional(),
    referents: referents.optional(),
    claims: claims.optional(),
    memberships: z.array(membership).optional().describe('The roles that the article gives to agents.'),
    times: z.record(keyOf('a time'), time).optional().describe('The time expressions of the article, by key.'),
    channels: z.record(keyOf('a channel'), channel).optional().describe('The channels, by key.'),
    figures: z.record(figureKey, figure).optional().describe('The figures of the article, by key.'),
    statements: z.record(keyOf('a statement'), statement).optional().describe('The statements, by key.'),
    notes: z.array(generalNote).optional().describe('Notes about agents, claims and referents.'),
    setAside: z.array(setAside).optional().describe('What the coverage report need not ask about.'),
  })
  .describe("A Dixit dossier: an article's annotations. docs/dossier.md teaches how to write one.")

export const registerSchema = z
  .strictObject({ agents: agents.optional(), referents: referents.optional(), claims: claims.optional() })
  .describe('A Dixit register: agents, referents and claims that several dossiers use.')

export type Dossier = z.infer<typeof dossierSchema>
export type Register = z.infer<typeof registerSchema>
export type Quote = z.infer<typeof quote>
export type AgentEntry = z.infer<typeof agent>
export type FigureEntry = z.infer<typeof figure>
export type RelationEntry = z.infer<typeof relation>
export type StatementEntry = z.infer<typeof statement>
export type FigureMentionEntry = z.infer<typeof figureMention>
export type StatementRelationEntry = z.infer<typeof statementRelation>
