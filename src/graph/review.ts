import { agent, dataset, review, statement } from '../store/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { nodeOf } from './node.ts'
import { AgentType, DatasetType, ReviewType, reviewList, StatementType } from './types.ts'

builder.node(ReviewType, {
  description: 'What an agent published about a statement of another (schema.org ClaimReview). The rating is theirs.',
  ...nodeOf(review),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    rating: t.exposeString('rating', { description: "The rating in the author's own words; the graph has none." }),
    url: t.exposeString('url', { nullable: true, description: 'Where it was published; null if it is not known.' }),
    author: t.field({
      type: AgentType,
      nullable: true,
      description: 'Who published it.',
      resolve: ({ authorId }, _, { read }) => read.byId(agent, authorId),
    }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      description: 'The statement that it is about.',
      resolve: ({ statementId }, _, { read }) => read.byId(statement, statementId),
    }),
    dataset: t.field({
      type: DatasetType,
      nullable: true,
      description: 'The dataset that it comes from.',
      resolve: ({ datasetId }, _, { read }) => read.byId(dataset, datasetId),
    }),
  }),
})

builder.queryFields(t => ({ reviews: t.field(list(reviewList, 'What agents published about statements of others.')) }))
