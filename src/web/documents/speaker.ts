import { accountParts, agentParts, heldParts, mentionParts, stanceParts, statementParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

export const speakerPage = operation(
  graphql(
    `
      query SpeakerPage($slug: String!) {
        agent(slug: $slug) {
          ...AgentParts
          uri
          otherNames
          ... on Organization {
            organizationKind: kind
            members(first: 30) {
              totalCount
              nodes {
                ...RoleParts
                member {
                  ...AgentParts
                }
              }
            }
          }
          identifiers {
            scheme
            value
          }
          labels {
            name
            value
          }
          dataset {
            slug
            name
          }
          decisions {
            kind
            reason
            decidedBy
            words
            agent {
              ...AgentParts
            }
            other {
              ...AgentParts
            }
          }
          statements(first: 0) {
            totalCount
          }
          byAccount: statements(first: 0, filter: { hasReportedIn: true }) {
            totalCount
          }
          mentions(first: 0) {
            totalCount
          }
          memberships(first: 30) {
            totalCount
            nodes {
              ...RoleParts
              organization {
                ...AgentParts
              }
            }
          }
          channelsAuthored(first: 20) {
            totalCount
            nodes {
              slug
              label
              kind
              basis
              reason
            }
          }
          figureMentions(first: 30) {
            totalCount
            nodes {
              ...MentionParts
              statement {
                slug
                quotation
                speakerBasis
                speakerReason
              }
            }
          }
          paraphrasedFigureMentions(first: 0) {
            totalCount
          }
          uncodedFigureMentions: paraphrasedFigureMentions(first: 0, filter: { hasWording: false }) {
            totalCount
          }
          termUses(first: 40) {
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
              statement {
                slug
                quotation
                text
                speakerBasis
                speakerReason
              }
            }
          }
          paraphrasedTermUses(first: 0) {
            totalCount
          }
          uncodedTermUses: paraphrasedTermUses(first: 0, filter: { hasWording: false }) {
            totalCount
          }
          frameUses(first: 30) {
            totalCount
            nodes {
              ...FrameParts
              targetAgent {
                ...AgentParts
              }
              targetReferent {
                slug
                label
              }
            }
          }
          paraphrasedFrameUses(first: 0) {
            totalCount
          }
          uncodedFrameUses: paraphrasedFrameUses(first: 0, filter: { hasWording: false }) {
            totalCount
          }
          framesDirectedAt(first: 30) {
            totalCount
            nodes {
              ...FrameParts
            }
          }
          framesAffecting(first: 30) {
            totalCount
            nodes {
              ...FrameParts
              effect
            }
          }
        }
      }

      fragment RoleParts on Membership {
        slug
        role
        area
        startDate
        endDate
        basis
        reason
        onBehalfOf {
          ...AgentParts
        }
        passage {
          exact
          start
        }
        document {
          slug
          title
        }
        statement {
          ...AccountParts
        }
      }

      fragment FrameParts on FrameUse {
        slug
        function
        dimension
        wording
        basis
        reason
        passage {
          exact
        }
        statement {
          slug
          quotation
          text
          voice
          basis
          speaker {
            ...AgentParts
          }
        }
      }
    `,
    [accountParts, agentParts, mentionParts],
  ),
)
export type SpeakerOfPage = NonNullable<ReturnType<NonNullable<(typeof speakerPage)['types']>>['agent']>

/** What somebody says, in order, with what others are reported to say inside of it. */
export const speakerStatements = operation(
  graphql(
    `
      query SpeakerStatements($slug: String!, $after: String) {
        agent(slug: $slug) {
          statements(first: 20, after: $after, order: { by: TIME }) {
            totalCount
            nodes {
              ...StatementParts
              stances(first: 3) {
                nodes {
                  ...StanceParts
                  claim {
                    slug
                    text
                  }
                }
              }
              reports(first: 5) {
                nodes {
                  ...HeldParts
                  slug
                  voice
                  quotation
                  basis
                  reason
                  text
                  speaker {
                    ...AgentParts
                  }
                  channel {
                    label
                  }
                  channelBasis
                  channelReason
                  source {
                    exact
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
      }
    `,
    [agentParts, heldParts, stanceParts, statementParts],
  ),
)

/** How publishers introduce the words of somebody. */
export const speakerVerbs = operation(
  graphql(`
    query SpeakerVerbs($speaker: Reference!) {
      reportingVerbs(filter: { speaker: $speaker }, first: 6) {
        notes
        publishers {
          publisher {
            name
          }
          cueCount
          verbs {
            lemma
            count
            rate
            low
            high
          }
        }
      }
    }
  `),
)

/** How they introduce those of everybody: asked by itself, it is the same for all pages and kept. */
export const everybodysVerbs = operation(
  graphql(`
    query EverybodysVerbs {
      reportingVerbs(first: 40) {
        publishers {
          cueCount
          verbs {
            lemma
            count
          }
        }
      }
    }
  `),
)

export type EverybodysVerbs = ReturnType<NonNullable<(typeof everybodysVerbs)['types']>>['reportingVerbs']['publishers']

/** By which way a name came to lead to this agent. */
export const speakerLinks = operation(
  graphql(`
    query SpeakerLinks($agent: Reference!, $after: String) {
      mentions(filter: { agent: $agent }, first: 20, after: $after) {
        totalCount
        nodes {
          slug
          words
          role
          link
          dataset {
            name
          }
          statement {
            slug
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
)
