import {
  accountParts,
  agentParts,
  heldParts,
  mentionParts,
  stanceParts,
  statementParts,
  timeParts,
  voicedParts,
} from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

/** All that is known of a statement. */
export const statementPanel = operation(
  graphql(
    `
      query StatementPanel($id: ID!) {
        node(id: $id) {
          ... on Statement {
            ...StatementParts
            addressee {
              ...AgentParts
            }
            onBehalfOf {
              ...AgentParts
            }
            coder {
              name
            }
            dataset {
              slug
              name
            }
            labels {
              name
              value
            }
            speakerRoles {
              certainty
              why
              membership {
                role
                area
                basis
                reason
                organization {
                  name
                }
                onBehalfOf {
                  name
                }
                statement {
                  ...AccountParts
                }
              }
            }
            mentions(first: 5) {
              nodes {
                role
                words
                link
              }
            }
            times(first: 10) {
              nodes {
                ...TimeParts
              }
            }
            figureMentions(first: 30) {
              totalCount
              nodes {
                ...MentionParts
              }
            }
            termUses(first: 30) {
              totalCount
              nodes {
                slug
                words
                wording
                basis
                reason
                referent {
                  slug
                  label
                }
              }
            }
            frameUses(first: 30) {
              totalCount
              nodes {
                slug
                function
                dimension
                valence
                effect
                wording
                basis
                reason
                passage {
                  exact
                }
                affectedAgent {
                  ...AgentParts
                }
                affectedReferent {
                  slug
                  label
                }
                targetAgent {
                  ...AgentParts
                }
                targetReferent {
                  slug
                  label
                }
              }
            }
            stances(first: 30) {
              totalCount
              nodes {
                slug
                ...StanceParts
                claim {
                  slug
                  text
                }
              }
            }
            relations(first: 10) {
              nodes {
                ...RelationOfStatement
              }
            }
            relatedBy(first: 10) {
              nodes {
                ...RelationOfStatement
              }
            }
            notes(first: 10) {
              nodes {
                slug
                text
              }
            }
            attribution
            certainty
            polarity
            addresseeBasis
            addresseeReason
            channelBasis
            channelReason
            rule {
              name
              version
              meaning
            }
            reports(first: 20) {
              nodes {
                text
                ...HeldParts
                ...VoicedParts
              }
            }
            reviews(first: 5) {
              nodes {
                rating
                author {
                  name
                }
                url
              }
            }
          }
        }
      }

      fragment RelationOfStatement on StatementRelation {
        slug
        kind
        difference
        basis
        reason
        subject {
          text
          ...HeldParts
          ...VoicedParts
        }
        object {
          text
          ...HeldParts
          ...VoicedParts
        }
      }
    `,
    [accountParts, heldParts, statementParts, stanceParts, voicedParts, agentParts, mentionParts, timeParts],
  ),
)
export type PanelStatement = Extract<
  NonNullable<ReturnType<NonNullable<(typeof statementPanel)['types']>>['node']>,
  { slug: string }
>
