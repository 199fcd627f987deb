/** What dossiers share: agents, claims, referents; and of a corpus its dataset, coders and rules. */

import { z } from 'zod'
import { notedTypes } from '../../model/records/document.ts'
import { OrganizationKind, valuesOf } from '../../model/vocabulary.ts'
import { formerly } from '../formerNames.ts'
import {
  agentKey,
  basisField,
  datasetKey,
  edtfField,
  evidence,
  keyField,
  labelsField,
  noteField,
  owner,
  reasonIfInferred,
  ruleField,
  slug,
  text,
} from './fields.ts'

const identifier = text.describe('The identifier there.')

const agent = z
  .strictObject({
    person: text
      .optional()
      .describe('The name of a person. An agent has its name as either person, organization or name.'),
    organization: text.optional().describe('The name of an organization.'),
    name: text.optional().describe('The name of an agent, if nobody says whether it is a person.'),
    kind: z.enum(valuesOf(OrganizationKind)).optional().describe('What kind of organization; only for organizations.'),
    otherNames: formerly(
      z.array(text.describe('Another name.')).optional().describe('Other names: abbreviations, aliases, short forms.'),
      'also',
    ),
    identifiers: z
      .record(
        text.describe('The register, such as wikidata or bioguide.'),
        z.union([identifier, z.array(identifier).min(2, 'a list needs at least two')]),
      )
      .optional()
      .describe('Identifiers in other registers.'),
    rule: ruleField.describe('The rule that made it from names in documents.'),
    dataset: owner,
    labels: labelsField,
  })
  .describe('A person or an organization.')

export const agentsSection = z.record(agentKey, agent).describe('The people and organizations, by key.')

const proposition = text.describe('The proposition: one sentence that can be supported or opposed.')

export const claimsSection = z
  .record(keyField('a claim'), z.union([proposition, z.strictObject({ text: proposition, dataset: owner })]))
  .describe('Propositions on which statements take a stance, by key.')

export const referentsSection = z
  .record(keyField('a referent'), text.describe('A label, as neutral as possible.'))
  .describe('Things that go by several names, by key.')

const dataset = z
  .strictObject({
    name: text.optional().describe('Its name; the key, if left out.'),
    licence: text.optional().describe('Its licence, in its own words.'),
    version: text.optional().describe('Its version, in its own words.'),
    url: z
      .url({ protocol: /^https?$/, error: 'expected a web address that begins with https:// or http://' })
      .optional()
      .describe('Where to get it.'),
    language: z.string().max(35).optional().describe('The language of its texts, as a BCP 47 tag, if it is one.'),
  })
  .describe('How a dataset describes itself.')

export const datasetsSection = z.record(datasetKey, dataset).describe('The datasets that things belong to, by key.')

export const codersSection = z
  .record(
    keyField('a coder'),
    z.union([
      text.describe('The name of the coder.'),
      z.strictObject({ name: text.describe('The name of the coder.'), dataset: owner }),
    ]),
  )
  .describe('Who coded statements, by key.')

export const rulesSection = z
  .record(
    keyField('a rule'),
    z
      .strictObject({
        name: text.describe('Its name.'),
        version: text.describe('Its version.'),
        meaning: text.describe('What it reads, and how.'),
      })
      .describe('A rule by which a machine read something, in one of its versions.'),
  )
  .describe('The rules that read something, by key.')

const end = z
  .string()
  .max(100, 'at most 100 characters')
  .regex(/^(\d[\dX~?%/.-]*|\.\.)$/, 'expected a date: YYYY, YYYY-MM or YYYY-MM-DD, or .. for an open end')
  .describe('A date, YYYY, YYYY-MM or YYYY-MM-DD, or .. for an open end.')

export const membershipEntry = z
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
    bounds: edtfField
      .optional()
      .describe('An interval that contains it, such as a legislative period, if its own dates are not known.'),
    words: formerly(
      evidence.optional().describe('The words of the article that say so; none for what a register says.'),
      'evidence',
    ),
    statement: keyField('a statement')
      .nullable()
      .optional()
      .describe('The statement that reports it; if left out, the innermost that contains the words; null: none.'),
    basis: basisField,
    reason: reasonIfInferred,
    rule: ruleField,
    dataset: owner,
    labels: labelsField,
    slug,
    note: noteField,
  })
  .describe('A role that an agent holds.')

export const generalNote = z
  .strictObject({
    about: z
      .string()
      .max(400, 'at most 400 characters')
      .regex(/^\S+$/, 'a name must not contain spaces')
      .describe('The agent, claim or referent, by key; with a type, what has this name in the graph.'),
    type: z.enum(notedTypes).optional().describe('What kind of thing it is about, if none of the three.'),
    text: text.describe('What the note says.'),
    slug,
  })
  .describe("A curator's note about an agent, a claim or a referent.")

export type AgentEntry = z.infer<typeof agent>
export type MembershipEntry = z.infer<typeof membershipEntry>
export type ClaimEntry = z.infer<typeof claimsSection>[string]

/** The name of an agent, whatever it is. */
export function nameOfAgent({ person, organization, name }: AgentEntry): string {
  return person ?? organization ?? name ?? ''
}
