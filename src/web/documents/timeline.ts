import { accountParts, figureParts, timeParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

export const timelinePage = operation(
  graphql(
    `
      query TimelinePage($filter: TimeExpressionFilter, $after: String) {
        times(filter: $filter, first: 60, after: $after) {
          totalCount
          nodes {
            ...TimeParts
            uncertain
            approximate
            passage {
              prefix
              suffix
              start
              end
            }
            document {
              slug
            }
            statements(first: 3) {
              totalCount
              nodes {
                slug
                speaker {
                  name
                }
                speakerBasis
                speakerReason
                reportedIn {
                  ...AccountParts
                }
              }
            }
            figures(first: 4) {
              totalCount
              nodes {
                ...FigureParts
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
    [accountParts, timeParts, figureParts],
  ),
)
export type TimeOfLine = ReturnType<NonNullable<(typeof timelinePage)['types']>>['times']['nodes'][number]
