import { agent, dataset, document, membership, passage, rule, statement } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { BasisEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import {
  AgentType,
  DatasetType,
  DocumentType,
  MembershipType,
  membershipList,
  noteList,
  OrganizationType,
  PassageType,
  RuleType,
  StatementType,
} from './types.ts'

builder.node(MembershipType, {
  description: 'A role that an agent holds, in the words of its source (Popolo Membership).',
  ...nodeOf(membership),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    role: t.exposeString('role', { description: 'The role, as worded.' }),
    member: t.field(requiredRow(AgentType, agent, 'memberId', 'Who holds the role.')),
    organization: t.field(
      optionalRow(OrganizationType, agent, 'organizationId', 'Where it is held; null if the source does not say.'),
    ),
    onBehalfOf: t.field(
      optionalRow(
        OrganizationType,
        agent,
        'onBehalfOfId',
        'The party on whose behalf it is held (Popolo on_behalf_of); null if the source does not say.',
      ),
    ),
    area: t.exposeString('area', { nullable: true, description: 'The area that it is for, such as a state.' }),
    startDate: t.exposeString('startDate', {
      nullable: true,
      description:
        'When it began (EDTF); ".." if the source says it has no beginning; null if the source does not say.',
    }),
    endDate: t.exposeString('endDate', {
      nullable: true,
      description: 'When it ended (EDTF); ".." if the source says it goes on; null if the source does not say.',
    }),
    bounds: t.exposeString('bounds', {
      nullable: true,
      description: 'An interval (EDTF) that contains it, such as a legislative period, if the source gives no end.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      description: 'Whether the source states it or a curator concluded it.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it is stated.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    statement: t.field(
      optionalRow(
        StatementType,
        statement,
        'statementId',
        'The statement that reports the role; null if the source gives it in its own voice.',
      ),
    ),
    notes: t.field(walk(noteList, relations.membershipNotes, 'Curators’ notes about it.')),
    dataset: t.field(
      optionalRow(
        DatasetType,
        dataset,
        'datasetId',
        'The dataset that gives the role; null if a document of a dossier does.',
      ),
    ),
    passage: t.field(
      optionalRow(PassageType, passage, 'passageId', 'The words that give the role; null if it comes from a register.'),
    ),
    document: t.field(
      optionalRow(
        DocumentType,
        document,
        'documentId',
        'The document that gives the role; null if it comes from a register.',
      ),
    ),
  }),
})

builder.queryFields(t => ({
  memberships: t.field(list(membershipList, 'Roles that agents hold, from documents and registers.')),
}))
