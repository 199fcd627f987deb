import type { ResultOf } from 'gql.tada'
import { graphql } from './graphql.ts'

/** Whoever speaks. */
export const agentParts = graphql(`
  fragment AgentParts on Agent {
    __typename
    slug
    name
  }
`)
export type AgentParts = ResultOf<typeof agentParts>

/** A time as worded, and what is known of its date. */
export const timeParts = graphql(`
  fragment TimeParts on TimeExpression {
    slug
    words
    edtf
    earliest
    latest
    basis
    reason
  }
`)
export type TimeParts = ResultOf<typeof timeParts>

/** A statement as it stands in a list: whose voice and wording it is, how it is introduced, where it stands. */
export const statementParts = graphql(
  `
    fragment StatementParts on Statement {
      slug
      uri
      voice
      quotation
      speechAct
      basis
      speakerBasis
      speakerReason
      text
      speaker {
        ...AgentParts
      }
      channel {
        label
        kind
      }
      source {
        exact
      }
      cue {
        exact
      }
      content {
        start
        end
      }
      time {
        ...TimeParts
      }
      reportedIn {
        slug
        voice
        speaker {
          name
        }
      }
      document {
        slug
        title
        sha256
        published
        publisher {
          name
        }
      }
    }
  `,
  [agentParts, timeParts],
)
export type StatementParts = ResultOf<typeof statementParts>

/** One wording of a number. */
export const mentionParts = graphql(`
  fragment MentionParts on FigureMention {
    slug
    words
    approximation
    value
    lower
    upper
    wording
    unit
    counted
    passage {
      start
      end
    }
    figure {
      slug
      label
      unit
      value
    }
  }
`)
export type MentionParts = ResultOf<typeof mentionParts>
