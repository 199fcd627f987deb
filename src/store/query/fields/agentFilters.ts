import { AgentKind, Basis, OrganizationKind } from '../../../model/vocabulary.ts'
import type { Entity } from '../../schema/entities.ts'
import * as entities from '../../schema/entities.ts'
import * as relations from '../../schema/relations.ts'
import type { FilterFields } from '../filterField.ts'
import { by } from '../filterFieldKinds.ts'

/** Filters for people and organizations, and the roles that they hold. */
export const agentFilters: ReadonlyMap<Entity, FilterFields> = new Map<Entity, FilterFields>([
  [
    entities.agent,
    {
      slug: by.slug,
      dataset: by.dataset(),
      label: by.label('agentId', 'An extra field from its corpus, as given.'),
      mentions: by.many(relations.agentMentions, 'The words by which sources name it.'),
      name: by.text('name', 'The name.'),
      kind: by.term('kind', AgentKind, 'Whether it is a person or an organization.'),
      organizationKind: by.term('organizationKind', OrganizationKind, 'The kind of organization; null for people.'),
      statements: by.many(relations.agentStatements, 'What the agent said.'),
      addressedIn: by.many(relations.agentAddressed, 'What was said to the agent.'),
      memberships: by.many(relations.agentMemberships, 'The roles that the agent holds.'),
      members: by.many(relations.agentMembers, 'The roles that others hold in the organization.'),
      figureMentions: by.many(
        relations.agentFigureMentions,
        "The numbers that the agent cites, in the agent's own quoted words.",
      ),
      paraphrasedFigureMentions: by.many(
        relations.agentParaphrasedFigureMentions,
        "Those in words that are not known to be the agent's.",
      ),
      termUses: by.many(relations.agentTermUses, "The terms that the agent uses, in the agent's own quoted words."),
      paraphrasedTermUses: by.many(
        relations.agentParaphrasedTermUses,
        "Those in words that are not known to be the agent's.",
      ),
      stances: by.many(relations.agentStances, 'The stances that the agent takes.'),
      notes: by.many(relations.agentNotes, 'Curators’ notes about it.'),
    },
  ],
  [
    entities.membership,
    {
      slug: by.slug,
      dataset: by.dataset(),
      role: by.text('role', 'The role, as worded.'),
      area: by.text('area', 'The area that the role is for.'),
      held: by.time('earliest', 'latest', 'When the role was held.'),
      basis: by.term('basis', Basis, 'Whether the source states the role or a curator concluded it.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      statement: by.one('statementId', entities.statement, 'The statement that reports it.'),
      notes: by.many(relations.membershipNotes, 'Curators’ notes about it.'),
      member: by.one('memberId', entities.agent, 'Who holds the role.'),
      organization: by.one('organizationId', entities.agent, 'Where the role is held.'),
      onBehalfOf: by.one('onBehalfOfId', entities.agent, 'The party on whose behalf it is held.'),
      document: by.one('documentId', entities.document, 'The document that gives the role.'),
    },
  ],
])
