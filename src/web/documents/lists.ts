import { accountParts, agentParts, figureParts, stanceParts, statementParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'
import { documentParts } from './start.ts'

export const documentList = operation(
  graphql(
    `
      query DocumentList($filter: DocumentFilter, $order: DocumentOrder, $after: String) {
        documents(filter: $filter, order: $order, first: 20, after: $after) {
          totalCount
          nodes {
            ...DocumentParts
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `,
    [documentParts],
  ),
)

export const statementList = operation(
  graphql(
    `
      query StatementList($filter: StatementFilter, $after: String) {
        statements(filter: $filter, first: 20, after: $after) {
          totalCount
          nodes {
            ...StatementParts
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `,
    [statementParts],
  ),
)

export const figureList = operation(
  graphql(
    `
      query FigureList($filter: FigureFilter, $after: String) {
        figures(filter: $filter, first: 40, after: $after) {
          totalCount
          nodes {
            ...FigureParts
            unit
            document {
              slug
              publisher {
                name
              }
            }
            mentions(first: 3) {
              totalCount
              nodes {
                slug
                words
                statement {
                  slug
                  voice
                  quotation
                  basis: speakerBasis
                  speaker {
                    ...AgentParts
                  }
                  channel {
                    label
                  }
                  source {
                    exact
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
    [agentParts, figureParts],
  ),
)

export const speakerList = operation(
  graphql(
    `
      query SpeakerList($filter: AgentFilter, $after: String) {
        agents(filter: $filter, first: 40, after: $after) {
          totalCount
          nodes {
            ...AgentParts
            statements(first: 0) {
              totalCount
            }
            byAccount: statements(first: 0, filter: { hasReportedIn: true }) {
              totalCount
            }
            figureMentions(first: 0) {
              totalCount
            }
            paraphrasedFigureMentions(first: 0) {
              totalCount
            }
            uncodedFigureMentions: paraphrasedFigureMentions(first: 0, filter: { hasWording: false }) {
              totalCount
            }
            memberships(first: 2) {
              totalCount
              nodes {
                role
                basis
                reason
                statement {
                  ...AccountParts
                }
                organization {
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
    `,
    [accountParts, agentParts],
  ),
)

export const claimList = operation(
  graphql(
    `
    query ClaimList($filter: ClaimFilter, $after: String) {
      claims(filter: $filter, first: 40, after: $after) {
        totalCount
        nodes {
          slug
          text
          stances(first: 8) {
            totalCount
            nodes {
              slug
              ...StanceParts
              statement {
                ...AccountParts
                speakerBasis
                speakerReason
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
    [accountParts, stanceParts],
  ),
)
