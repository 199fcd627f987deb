import { agent, dataset, review, statement } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { AgentType, DatasetType, ReviewType, reviewList, StatementType } from './types.ts'

builder.node(ReviewType, {
  description:
    'What an agent published about another agent’s statement (schema.org ClaimReview). The rating is theirs.',
  ...nodeOf(review),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    rating: t.exposeString('rating', { description: "The rating in the author's own words; the graph does not rate." }),
    url: t.exposeString('url', { nullable: true, description: 'Where it was published; null if it is not known.' }),
    title: t.exposeString('title', { nullable: true, description: 'Its title; null if it is not known.' }),
    published: t.exposeString('published', {
      nullable: true,
      description: 'When it was published (EDTF); null if it is not known.',
    }),
    author: t.field(requiredRow(AgentType, agent, 'authorId', 'Who published it.')),
    statement: t.field(requiredRow(StatementType, statement, 'statementId', 'The statement that it is about.')),
    dataset: t.field(
      optionalRow(DatasetType, dataset, 'datasetId', 'The dataset that it comes from; null if it is not known.'),
    ),
  }),
})

builder.queryFields(t => ({
  reviews: t.field(list(reviewList, 'What agents published about other agents’ statements.')),
}))
