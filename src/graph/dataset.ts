import { dataset } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { importCounts, imports } from '../store/tables/datasets.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { nodeOf } from './node.ts'
import { RowOfSlug } from './reads.ts'
import {
  agentList,
  coderList,
  DatasetType,
  datasetList,
  documentList,
  membershipList,
  mentionList,
  reviewList,
  statementList,
} from './types.ts'
import { values } from './values.ts'

interface CountShape {
  readonly of: string
  readonly count: number
}

const DatasetSource = builder.objectRef<typeof imports.$inferSelect>('DatasetSource').implement({
  description: 'One source of a dataset: a file or folder that was imported as a whole.',
  fields: t => ({
    name: t.exposeString('name', { description: 'The name of the file or folder.' }),
    digest: t.exposeString('digest', {
      description: 'SHA-256 of what was read and how: the same hash means unchanged.',
    }),
    importedAt: t.exposeString('importedAt', { description: 'When it was imported (ISO 8601, UTC).' }),
  }),
})

const RecordCount = builder.objectRef<CountShape>('RecordCount').implement({
  description: 'How many records of a kind there are, or how many were refused for a reason.',
  fields: t => ({
    of: t.exposeString('of', {
      description: 'The kind of record, such as statement; or the reason, such as NOT_VERBATIM.',
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

builder.node(DatasetType, {
  description: 'An imported corpus (schema.org Dataset). What it says about itself is kept in its own words.',
  ...nodeOf(dataset),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    name: t.exposeString('name', { description: 'The name.' }),
    format: t.exposeString('format', { description: 'The format by which it was read.' }),
    licence: t.exposeString('licence', {
      nullable: true,
      description: 'Its licence, in its own words; null if it states none, which grants no rights.',
    }),
    version: t.exposeString('version', { nullable: true, description: 'Its version, if it states one.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it comes from.' }),
    language: t.exposeString('language', {
      nullable: true,
      description: 'The language of its texts (BCP 47), if it is one and the dataset says so.',
    }),
    importedAt: t.exposeString('importedAt', {
      description: 'When any of it was last imported (ISO 8601, UTC).',
    }),
    sources: t.field(values([DatasetSource], imports, imports.datasetId, imports.name, 'Its imported sources.')),
    counts: t.field({
      type: [RecordCount],
      description: 'How many records of each kind were taken.',
      resolve: async ({ id }, _, { read }) =>
        summed(await read.valuesOf(importCounts, importCounts.datasetId, id, importCounts.id), 'kind'),
    }),
    rejects: t.field({
      type: [RecordCount],
      description: 'How many records were refused, and why.',
      resolve: async ({ id }, _, { read }) =>
        summed(await read.valuesOf(importCounts, importCounts.datasetId, id, importCounts.id), 'reason'),
    }),
    documents: t.field(walk(documentList, relations.datasetDocuments, 'Its documents.')),
    statements: t.field(walk(statementList, relations.datasetStatements, 'Its statements.')),
    agents: t.field(walk(agentList, relations.datasetAgents, 'Its people and organizations.')),
    memberships: t.field(walk(membershipList, relations.datasetMemberships, 'The roles that it gives.')),
    mentions: t.field(walk(mentionList, relations.datasetMentions, 'The words by which it names sources.')),
    reviews: t.field(walk(reviewList, relations.datasetReviews, 'The reviews in it.')),
    coders: t.field(walk(coderList, relations.datasetCoders, 'Its coders.')),
  }),
})

/** The counts of all sources, added up. */
function summed(rows: readonly (typeof importCounts.$inferSelect)[], field: 'kind' | 'reason'): CountShape[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const of = row[field]
    if (of !== null) sums.set(of, (sums.get(of) ?? 0) + row.count)
  }
  return [...sums].map(([of, count]) => ({ of, count }))
}

builder.queryFields(t => ({
  dataset: t.field({
    type: DatasetType,
    nullable: true,
    description: 'The dataset with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'The slug, such as "polnear".' }) },
    extensions: { reads: new RowOfSlug(dataset) },
    resolve: (_, { slug }, { read }) => read.bySlug(dataset, slug),
  }),
  datasets: t.field(list(datasetList, 'Datasets: what was imported from corpora.')),
}))
