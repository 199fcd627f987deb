import { initGraphQLTada, type ResultOf } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Reference: string } }>()

/** Who said what about the numbers in a range, a page at a time. */
export const mentionsOfNumber = graphql(`
  query MentionsOfNumber($from: Float!, $to: Float!, $after: String) {
    figureMentions(filter: { value: { gte: $from, lte: $to } }, first: 50, after: $after) {
      totalCount
      nodes {
        words
        figure {
          label
        }
        passage {
          prefix
          exact
          suffix
          start
          end
        }
        statement {
          text
          voice
          quotation
          basis
          reason
          speaker {
            name
          }
          channel {
            label
          }
          document {
            slug
            title
            url
            publisher {
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What the query answers. */
export type Answer = ResultOf<typeof mentionsOfNumber>

/** One wording of a number. */
export type Mention = Answer['figureMentions']['nodes'][number]
