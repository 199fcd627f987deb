/**
 * The shape of a dossier: what a curator may write in `annotations.yaml`, and in a register that dossiers share. It says all
 * that a corpus says, so that each can become the other.
 *
 * The descriptions become those of docs/dossier.schema.json, by which an editor completes and explains. What a field may
 * hold stands here; how the fields must agree with each other and with the article is checked by src/ingest/resolve.
 */

import { z } from 'zod'
import { ChannelKind, TimeBasis, valuesOf } from '../model/vocabulary.ts'
import {
  agentKey,
  basisField,
  datasetKey,
  edtfField,
  evidence,
  keyField,
  labelsField,
  noteField,
  quote,
  reasonField,
  ruleField,
  slug,
  text,
  words,
} from './dossier/fields.ts'
import { figureEntry, figureKey } from './dossier/figure.ts'
import {
  agentsSection,
  claimsSection,
  codersSection,
  datasetsSection,
  generalNote,
  membershipEntry,
  referentsSection,
  rulesSection,
} from './dossier/shared.ts'
import { statementEntry } from './dossier/statement.ts'
import { formerly } from './formerNames.ts'

/** The version of the format: a change that reads the same files otherwise counts it up. */
export const DOSSIER_VERSION = 1

const author = z.union([
  text.describe('A name, of which nobody says whether it is of a person.'),
  z.strictObject({ person: text.describe('The name of a person.') }),
  z.strictObject({ organization: text.describe('The name of an organization.') }),
])

const document = z
  .strictObject({
    key: keyField('the document').optional().describe('Its key, if not the name of the folder.'),
    title: text.nullable().optional().describe('The title; null if the text does not give it.'),
    authors: z
      .array(author)
      .min(1, 'a list has at least one; leave it out where no author is named')
      .optional()
      .describe('Who wrote it, as its byline names them, in that order: names, or { person } and { organization }.'),
    publisher: agentKey.optional().describe('The agent that published it.'),
    url: text.optional().describe('Where it was published.'),
    urlWords: quote.optional().describe('The words of the article that give the url, if they do.'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'expected a language tag (BCP 47), such as en or en-US')
      .describe('The language of the text, as a BCP 47 tag: en, es, pt-BR; und if unknown.'),
    published: edtfField.optional().describe('When it was published, in EDTF, if known.'),
    dataset: datasetKey
      .optional()
      .describe('The dataset that it belongs to. Agents, claims, coders and roles of the dossier belong to it too.'),
    labels: labelsField,
    note: noteField,
  })
  .describe('The article itself.')

const time = z
  .strictObject({
    words,
    edtf: edtfField
      .nullable()
      .optional()
      .describe(`${edtfField.description ?? ''} null: nobody has said.`),
    basis: z
      .enum(valuesOf(TimeBasis))
      .optional()
      .describe('Its basis. Left out: UNRESOLVED without a date, else according to reason and rule.'),
    reason: formerly(
      text
        .optional()
        .describe(
          'Why the words stand for this date, where they do not fix it themselves; without edtf, why it cannot be told.',
        ),
      'inferred',
      'unresolved',
    ),
    rule: ruleField,
    slug,
    note: noteField,
  })
  .describe('A time as the article words it, with its date, or why that is unknown.')

const channel = z
  .strictObject({
    kind: z.enum(valuesOf(ChannelKind)).describe('What kind of text or occasion.'),
    label: text.describe('A short name for people, such as "the letter to Gonzales".'),
    author: agentKey.optional().describe('Who wrote or spoke it.'),
    addressee: agentKey.optional().describe('To whom.'),
    time: keyField('a time').optional(),
    words: evidence,
    statement: keyField('a statement')
      .nullable()
      .optional()
      .describe('The statement that reports the text; if left out, the innermost that contains the words; null: none.'),
    basis: basisField,
    reason: formerly(
      reasonField
        .optional()
        .describe('Why there is such a text, of that author to that addressee, if no words say so.'),
      'inferred',
    ),
    rule: ruleField,
    slug,
    note: noteField,
  })
  .describe('A text or occasion through which statements reached the article: a letter, a press statement.')

const setAside = z
  .strictObject({
    words: words.describe('The words that hold the number or the quotation marks.'),
    reason: text.describe('Why they are not a figure, time or statement.'),
  })
  .describe('Numbers or quotation marks left out on purpose.')

export const dossierSchema = z
  .strictObject({
    dossier: z.literal(DOSSIER_VERSION).describe('The version of this format.'),
    document,
    use: z
      .array(z.string().max(1_000, 'at most 1,000 characters').describe('The path of a register, from this folder.'))
      .optional()
      .describe('Registers of agents, claims and referents that dossiers share, such as ../agents.yaml.'),
    datasets: datasetsSection.optional(),
    coders: codersSection.optional(),
    coder: keyField('a coder').optional().describe('Who coded the statements that name nobody else.'),
    rules: rulesSection.optional(),
    agents: agentsSection.optional(),
    referents: referentsSection.optional(),
    claims: claimsSection.optional(),
    memberships: z.array(membershipEntry).optional().describe('The roles that the article gives to agents.'),
    times: z.record(keyField('a time'), time).optional().describe('The time expressions of the article, by key.'),
    channels: z.record(keyField('a channel'), channel).optional().describe('The channels, by key.'),
    figures: z.record(figureKey, figureEntry).optional().describe('The figures of the article, by key.'),
    statements: z.record(keyField('a statement'), statementEntry).optional().describe('The statements, by key.'),
    notes: z.array(generalNote).optional().describe('Notes about agents, claims and referents.'),
    setAside: z.array(setAside).optional().describe('What the coverage report should leave out.'),
  })
  .describe("A Dixit dossier: an article's annotations. docs/dossier.md teaches how to write one.")

export const registerSchema = z
  .strictObject({
    agents: agentsSection.optional(),
    referents: referentsSection.optional(),
    claims: claimsSection.optional(),
  })
  .describe('A Dixit register: agents, referents and claims that several dossiers use.')

export type AuthorEntry = z.infer<typeof author>
export type Dossier = z.infer<typeof dossierSchema>
export type Register = z.infer<typeof registerSchema>
export type { Quote, Words } from './dossier/fields.ts'
export type { FigureEntry, RelationEntry } from './dossier/figure.ts'
export { type AgentEntry, type ClaimEntry, type MembershipEntry, nameOfAgent } from './dossier/shared.ts'
export type {
  FigureMentionEntry,
  MentionEntry,
  StatementEntry,
  StatementRelationEntry,
} from './dossier/statement.ts'
