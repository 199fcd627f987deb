import { coder, dataset } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { nodeOf } from './node.ts'
import { optionalRow } from './one.ts'
import { CoderType, coderList, DatasetType, statementList } from './types.ts'

builder.node(CoderType, {
  description: 'Someone who read documents and coded their statements. Different readings are kept side by side.',
  ...nodeOf(coder),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    name: t.exposeString('name', { description: 'The name, as in the corpus.' }),
    dataset: t.field(
      optionalRow(DatasetType, dataset, 'datasetId', 'The dataset that was coded; null if it was a dossier.'),
    ),
    statements: t.field(walk(statementList, relations.coderStatements, 'The statements as this coder read them.')),
  }),
})

builder.queryFields(t => ({ coders: t.field(list(coderList, 'Coders of all datasets.')) }))
