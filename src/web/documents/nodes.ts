import { accountParts, agentParts, figureParts, stanceParts, statementParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

/** What stands under a referent, a claim or a channel. */
export const thingPage = operation(
  graphql(
    `
      query ThingPage($id: ID!, $told: StatementFilter, $isChannel: Boolean!) {
        told: statements(first: 20, filter: $told) @include(if: $isChannel) {
          totalCount
          nodes {
            ...StatementParts
          }
        }
        node(id: $id) {
          __typename
          ... on Claim {
            slug
            text
            stances(first: 50) {
              totalCount
              nodes {
                slug
                ...StanceParts
                statement {
                  ...StatementParts
                }
              }
            }
          }
          ... on Referent {
            slug
            label
            termUses(first: 50) {
              totalCount
              nodes {
                slug
                words
                statement {
                  ...StatementParts
                }
              }
            }
            figures(first: 30) {
              totalCount
              nodes {
                ...FigureParts
              }
            }
          }
          ... on Channel {
            slug
            label
            kind
            basis
            reason
            statement {
              ...AccountParts
            }
            author {
              ...AgentParts
            }
            addressee {
              ...AgentParts
            }
            statements(first: 50) {
              totalCount
              nodes {
                ...StatementParts
              }
            }
          }
        }
      }
    `,
    [accountParts, agentParts, figureParts, stanceParts, statementParts],
  ),
)
export type Thing = NonNullable<ReturnType<NonNullable<(typeof thingPage)['types']>>['node']>

/** Where a node without a page of its own stands: its statement, or its place in a document. */
export const nodePlace = operation(
  graphql(`
    query NodePlace($id: ID!) {
      node(id: $id) {
        __typename
        ... on FigureMention {
          statement {
            slug
          }
        }
        ... on TermUse {
          statement {
            slug
          }
        }
        ... on FrameUse {
          statement {
            slug
          }
        }
        ... on Stance {
          statement {
            slug
          }
        }
        ... on Mention {
          statement {
            slug
          }
        }
        ... on Review {
          statement {
            slug
          }
        }
        ... on FigureRelation {
          subject {
            slug
          }
        }
        ... on TimeExpression {
          passage {
            start
            end
          }
          document {
            slug
          }
        }
        ... on Passage {
          start
          end
          document {
            slug
          }
        }
        ... on Membership {
          member {
            __typename
            slug
          }
        }
        ... on Coder {
          slug
        }
      }
    }
  `),
)

export const statementPlace = operation(
  graphql(`
    query StatementPlace($id: ID!) {
      node(id: $id) {
        ... on Statement {
          document {
            slug
          }
        }
      }
    }
  `),
)
