import { agentParts, figureParts, statementParts, timeParts, voicedParts } from './fragments.ts'
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
            memberships(first: 2) {
              nodes {
                role
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
    [agentParts],
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
              stance
              manner
              basis
              reason
              statement {
                ...VoicedParts
                reportedIn {
                  ...VoicedParts
                  reportedIn {
                    ...VoicedParts
                  }
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
    [voicedParts],
  ),
)

/** What stands under a referent, a claim or a channel. */
export const thingPage = operation(
  graphql(
    `
      query ThingPage($id: ID!) {
        node(id: $id) {
          __typename
          ... on Claim {
            slug
            text
            stances(first: 50) {
              totalCount
              nodes {
                slug
                stance
                manner
                basis
                reason
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
    [agentParts, figureParts, statementParts],
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
    [timeParts, figureParts],
  ),
)
export type TimeOfLine = ReturnType<NonNullable<(typeof timelinePage)['types']>>['times']['nodes'][number]
