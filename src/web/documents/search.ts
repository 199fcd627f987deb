import { agentParts, figureParts, voicedParts, whoseParts } from './fragments.ts'
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
                ...PlaceParts
                publisher {
                  name
                }
              }
              ... on Figure {
                ...FigureParts
                unit
                document {
                  ...PlaceParts
                }
              }
              ... on Statement {
                ...VoicedParts
                ...WhoseParts
                speakerBasis
                speakerReason
                document {
                  ...PlaceParts
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

      fragment PlaceParts on Document {
        slug
        title
        url
        sha256
      }
    `,
    [agentParts, figureParts, voicedParts, whoseParts],
  ),
)
export type SearchHit = ReturnType<NonNullable<(typeof search)['types']>>['search']['nodes'][number]
