import { agentTypes } from '../model/agentTypes.ts'
import { organizationKind } from '../store/json/computations.ts'
import { agent, dataset } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { agentNames, identifiers } from '../store/tables/agents.ts'
import { labels } from '../store/tables/labels.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { DecisionType, fromSideOf } from './decision.ts'
import { OrganizationKindEnum } from './enums.ts'
import { walkAsOf } from './heldMembership.ts'
import { LabelType } from './label.ts'
import { nodeOf } from './node.ts'
import { optionalRow } from './one.ts'
import { Computed, RowOfSlug } from './reads.ts'
import {
  AgentType,
  agentList,
  channelList,
  DatasetType,
  documentList,
  figureMentionList,
  frameUseList,
  membershipList,
  mentionList,
  noteList,
  OrganizationType,
  organizationList,
  PersonType,
  personList,
  reviewList,
  stanceList,
  statementList,
  termUseList,
  UnclassifiedAgentType,
} from './types.ts'
import { names, values } from './values.ts'

const Identifier = builder.objectRef<typeof identifiers.$inferSelect>('Identifier').implement({
  description: 'The name of an agent in another register (Popolo identifier).',
  fields: t => ({
    scheme: t.exposeString('scheme', { description: 'The register, such as wikidata or bioguide.' }),
    value: t.exposeString('value', { description: 'The name in that register.' }),
  }),
})

AgentType.implement({
  description: 'A person or an organization: whatever can say something (Popolo Person, Organization).',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: ({ kind }) => agentTypes[kind],
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name that people type, such as "mark-green".' }),
    name: t.exposeString('name', { description: 'The name.' }),
    otherNames: t.stringList(
      names(
        agentNames,
        agentNames.agentId,
        agentNames.id,
        'Other names, abbreviations and short forms (Popolo other_names).',
      ),
    ),
    identifiers: t.field(
      values([Identifier], identifiers, identifiers.agentId, identifiers.scheme, 'Names in other registers.'),
    ),
    labels: t.field(values([LabelType], labels, labels.agentId, labels.id, 'Extra fields from its corpus, as given.')),
    dataset: t.field(
      optionalRow(DatasetType, dataset, 'datasetId', 'The dataset that it comes from; null if it comes from dossiers.'),
    ),
    decisions: t.field({
      type: [DecisionType],
      description:
        'What people decided about its identity. Its statements include those of every agent that is the same.',
      resolve: async ({ id }, _, { read }) => (await read.decisionsOn(id)).map(row => fromSideOf(id, row)),
    }),
    mentions: t.field(
      walk(
        mentionList,
        relations.agentMentions,
        'The words by which sources name it, if a corpus gives them. For speech that others report, see reportedIn.',
      ),
    ),
    reviews: t.field(walk(reviewList, relations.agentReviews, 'What it published about other agents’ statements.')),
    spokenFor: t.field(
      walk(
        statementList,
        relations.agentSpokenFor,
        'What others said on its behalf, if a coder has said so. For what its members said otherwise, see members.',
      ),
    ),
    statements: t.field(
      walk(statementList, relations.agentStatements, 'What the agent said, according to the documents.'),
    ),
    jointStatements: t.field(
      walk(statementList, relations.agentJointStatements, 'What the agent said together with others.'),
    ),
    addressedIn: t.field(walk(statementList, relations.agentAddressed, 'What was said to the agent.')),
    memberships: t.field(walk(membershipList, relations.agentMemberships, 'The roles that the agent holds.')),
    membershipsAsOf: t.field(
      walkAsOf(relations.agentMemberships, 'The roles that the agent held at a date, certainly or possibly.'),
    ),
    channelsAuthored: t.field(
      walk(channelList, relations.agentChannels, 'The letters, statements and other channels that carry its words.'),
    ),
    channelsReceived: t.field(
      walk(channelList, relations.agentReceived, 'The letters and other channels addressed to it.'),
    ),
    figureMentions: t.field(
      walk(
        figureMentionList,
        relations.agentFigureMentions,
        "The numbers that the agent cites, in the agent's own quoted words.",
      ),
    ),
    paraphrasedFigureMentions: t.field(
      walk(
        figureMentionList,
        relations.agentParaphrasedFigureMentions,
        "Numbers in the agent's statements whose words are not known to be the agent's: in paraphrase they are a reporter's.",
      ),
    ),
    termUses: t.field(
      walk(termUseList, relations.agentTermUses, "The terms that the agent uses, in the agent's own quoted words."),
    ),
    paraphrasedTermUses: t.field(
      walk(
        termUseList,
        relations.agentParaphrasedTermUses,
        "Terms in the agent's statements that are not known to be the agent's words: in paraphrase they are a reporter's.",
      ),
    ),
    frameUses: t.field(
      walk(frameUseList, relations.agentFrameUses, "The frames that the agent uses, in the agent's own quoted words."),
    ),
    paraphrasedFrameUses: t.field(
      walk(
        frameUseList,
        relations.agentParaphrasedFrameUses,
        "Frames in words of the agent's statements that are not known to be the agent's.",
      ),
    ),
    stances: t.field(walk(stanceList, relations.agentStances, 'The stances that the agent takes.')),
    framesDirectedAt: t.field(
      walk(
        frameUseList,
        relations.agentFramesAt,
        'The frames directed at the agent: blame, credit, judgement, demands, and its own vows.',
      ),
    ),
    framesAffecting: t.field(
      walk(frameUseList, relations.agentFramesAffecting, 'The frames that show the agent as harmed or served.'),
    ),
    notes: t.field(walk(noteList, relations.agentNotes, 'Curators’ notes about the agent.')),
  }),
})

builder.node(PersonType, {
  description: 'A human being.',
  interfaces: [AgentType],
  ...nodeOf(agent, 'Person', ({ kind }) => kind === 'PERSON'),
})

builder.node(UnclassifiedAgentType, {
  description: 'An agent whose corpus does not say whether it is a person or an organization.',
  interfaces: [AgentType],
  ...nodeOf(agent, 'UnclassifiedAgent', ({ kind }) => kind === 'UNKNOWN'),
})

builder.node(OrganizationType, {
  description: 'An organization, or a class of bodies or people spoken of as one (kind GROUP).',
  interfaces: [AgentType],
  ...nodeOf(agent, 'Organization', ({ kind }) => kind === 'ORGANIZATION'),
  fields: t => ({
    kind: t.field({
      type: OrganizationKindEnum,
      description: 'What kind of organization it is.',
      extensions: { reads: new Computed(organizationKind) },
      resolve: ({ organizationKind: kind }) => kind ?? 'OTHER',
    }),
    members: t.field(walk(membershipList, relations.agentMembers, 'The roles that others hold in it.')),
    membersAsOf: t.field(
      walkAsOf(relations.agentMembers, 'The roles that others held in it at a date, certainly or possibly.'),
    ),
    representatives: t.field(
      walk(
        membershipList,
        relations.agentRepresentatives,
        'The roles that others hold on its behalf: the seats of a party. The roles in it are its members.',
      ),
    ),
    documents: t.field(walk(documentList, relations.agentDocuments, 'What it published.')),
  }),
})

const slugArgument = (example: string) => `The slug, such as "${example}".`

builder.queryFields(t => ({
  agent: t.field({
    type: AgentType,
    nullable: true,
    description: 'The person or organization with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: slugArgument('mark-green') }) },
    extensions: { reads: new RowOfSlug(agent) },
    resolve: (_, { slug }, { read }) => read.bySlug(agent, slug),
  }),
  person: t.field({
    type: PersonType,
    nullable: true,
    description: 'The person with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: slugArgument('mark-green') }) },
    extensions: { reads: new RowOfSlug(agent) },
    resolve: async (_, { slug }, { read }) => {
      const row = await read.bySlug(agent, slug)
      return row?.kind === 'PERSON' ? row : null
    },
  }),
  organization: t.field({
    type: OrganizationType,
    nullable: true,
    description: 'The organization with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: slugArgument('ice') }) },
    extensions: { reads: new RowOfSlug(agent) },
    resolve: async (_, { slug }, { read }) => {
      const row = await read.bySlug(agent, slug)
      return row?.kind === 'ORGANIZATION' ? row : null
    },
  }),
  agents: t.field(list(agentList, 'People and organizations.')),
  people: t.field(list(personList, 'People.', { kind: 'PERSON' })),
  organizations: t.field(list(organizationList, 'Organizations.', { kind: 'ORGANIZATION' })),
}))
