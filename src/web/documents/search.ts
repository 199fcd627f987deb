import { agentParts, figureParts, voicedParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

export const search = operation(
  graphql(
    `
      query Search($query: String!, $types: [SearchType!], $first: Int!, $after: String) {
        search(query: $query, types: $types, first: $first, after: $after) {
          totalCount
          nodes {
            type
            fragments {
              text
              matched
            }
            node {
              __typename
              ... on Agent {
                ...AgentParts
              }
              ... on Claim {
                slug
                text
              }
              ... on Document {
                slug
                title
                publisher {
                  name
                }
              }
              ... on Figure {
                ...FigureParts
                unit
              }
              ... on Statement {
                ...VoicedParts
                quotation
                speakerBasis
                speakerReason
                reportedIn {
                  ...VoicedParts
                  reportedIn {
                    ...VoicedParts
                  }
                }
                document {
                  slug
                  publisher {
                    name
                  }
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
    `,
    [agentParts, figureParts, voicedParts],
  ),
)
export type SearchHit = ReturnType<NonNullable<(typeof search)['types']>>['search']['nodes'][number]
