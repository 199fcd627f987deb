import { agent, dataset, document, membership, passage } from '../store/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { BasisEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import {
  AgentType,
  DatasetType,
  DocumentType,
  MembershipType,
  membershipList,
  OrganizationType,
  PassageType,
} from './types.ts'

builder.node(MembershipType, {
  description: 'A role that an agent holds, in the words of its source (Popolo Membership).',
  ...nodeOf(membership),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    role: t.exposeString('role', { description: 'The role, as worded.' }),
    member: t.field({
      type: AgentType,
      nullable: true,
      description: 'Who holds the role.',
      resolve: ({ memberId }, _, { read }) => read.byId(agent, memberId),
    }),
    organization: t.field({
      type: OrganizationType,
      nullable: true,
      description: 'Where it is held; null if the source does not say.',
      resolve: ({ organizationId }, _, { read }) => read.byId(agent, organizationId),
    }),
    onBehalfOf: t.field({
      type: OrganizationType,
      nullable: true,
      description: 'The party on whose behalf it is held (Popolo on_behalf_of); null if the source does not say.',
      resolve: ({ onBehalfOfId }, _, { read }) => read.byId(agent, onBehalfOfId),
    }),
    area: t.exposeString('area', { nullable: true, description: 'The area that it is for, such as a state.' }),
    startDate: t.exposeString('startDate', {
      nullable: true,
      description: 'When it began (EDTF); ".." if it is said to have no beginning; null if the source does not say.',
    }),
    endDate: t.exposeString('endDate', {
      nullable: true,
      description: 'When it ended (EDTF); ".." if it is said to go on; null if the source does not say.',
    }),
    basis: t.field({
      type: BasisEnum,
      description: 'Whether the source states it or a curator concluded it.',
      resolve: ({ basis }) => basis,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it is stated.' }),
    dataset: t.field({
      type: DatasetType,
      nullable: true,
      description: 'The dataset that gives the role; null if a document of a dossier does.',
      resolve: ({ datasetId }, _, { read }) => read.byId(dataset, datasetId),
    }),
    passage: t.field({
      type: PassageType,
      nullable: true,
      description: 'The words that give the role; null if it comes from a register.',
      resolve: ({ passageId }, _, { read }) => read.byId(passage, passageId),
    }),
    document: t.field({
      type: DocumentType,
      nullable: true,
      description: 'The document that gives the role; null if it comes from a register.',
      resolve: ({ documentId }, _, { read }) => read.byId(document, documentId),
    }),
  }),
})

builder.queryFields(t => ({
  memberships: t.field(list(membershipList, 'Roles that agents hold, of documents and registers.')),
}))
