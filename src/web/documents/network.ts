import type { ResultOf } from 'gql.tada'
import { agentParts, stanceParts, statementParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

export const actorParts = graphql(
  `
    fragment ActorParts on NetworkActor {
      agent {
        ...AgentParts
      }
      stances
      paraphrased
      concluded
      degree
      strength
      betweenness
      eigenvector
      community
    }
  `,
  [agentParts],
)
export type ActorParts = ResultOf<typeof actorParts>

export const actorNetwork = operation(
  graphql(
    `
      query ActorNetwork(
        $actors: NetworkActors!
        $aggregation: OneModeAggregation!
        $normalization: OneModeNormalization!
        $duplicates: Duplicates!
        $filter: StatementFilter
        $most: Int!
      ) {
        discourseNetwork(
          actors: $actors
          aggregation: $aggregation
          normalization: $normalization
          duplicates: $duplicates
          filter: $filter
          most: $most
        ) {
          formula
          notes
          modularity
          stances
          edgeCount
          actors {
            ...ActorParts
          }
          edges(first: 300) {
            from {
              slug
              name
            }
            to {
              slug
              name
            }
            weight
            stances
            paraphrased
            concluded
          }
        }
      }
    `,
    [actorParts],
  ),
)

export const claimNetwork = operation(
  graphql(
    `
      query ClaimNetwork(
        $actors: NetworkActors!
        $aggregation: TwoModeAggregation!
        $normalization: TwoModeNormalization!
        $duplicates: Duplicates!
        $filter: StatementFilter
        $most: Int!
      ) {
        affiliationNetwork(
          actors: $actors
          aggregation: $aggregation
          normalization: $normalization
          duplicates: $duplicates
          filter: $filter
          most: $most
        ) {
          formula
          notes
          modularity
          stances
          edgeCount
          actors {
            ...ActorParts
          }
          claims {
            claim {
              slug
              text
            }
            stances
          }
          edges(first: 300) {
            from {
              slug
              name
            }
            to {
              slug
              text
            }
            weight
            stances
            paraphrased
            concluded
          }
        }
      }
    `,
    [actorParts],
  ),
)

/** The statements behind one tie: those with a stance, by one actor. */
export const tieStatements = operation(
  graphql(
    `
      query TieStatements($filter: StatementFilter!, $after: String) {
        statements(filter: $filter, first: 20, after: $after) {
          totalCount
          nodes {
            ...StatementParts
            stances(first: 5) {
              nodes {
                ...StanceParts
                claim {
                  slug
                  text
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
    [stanceParts, statementParts],
  ),
)
