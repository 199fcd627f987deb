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

/** In whose voice a statement stands, by name where there is one. */
export const voicedParts = graphql(`
  fragment VoicedParts on Statement {
    slug
    voice
    speaker {
      name
    }
    channel {
      label
    }
    source {
      exact
    }
  }
`)

/** Whose account it is, and by whose account in turn. */
export const accountParts = graphql(
  `
    fragment AccountParts on Statement {
      ...VoicedParts
      reportedIn {
        ...VoicedParts
        reportedIn {
          ...VoicedParts
        }
      }
    }
  `,
  [voicedParts],
)

/** The statement that another is reported inside of, and which of it are its speaker's own words. */
const aroundParts = graphql(
  `
    fragment AroundParts on Statement {
      ...VoicedParts
      ownWords {
        start
        end
        wording
      }
    }
  `,
  [voicedParts],
)

/** How a statement holds its words: by which cue, and whether it affirms them. */
export const heldParts = graphql(`
  fragment HeldParts on Statement {
    cue {
      exact
    }
    polarity
    certainty
    concessions: stances(first: 0, filter: { manner: CONCEDED }) {
      totalCount
    }
  }
`)
export type HeldParts = ResultOf<typeof heldParts>

/** Whose words a statement is in: its own quotation, what of it may be scare quotes, and who is quoted around it. */
export const whoseParts = graphql(
  `
    fragment WhoseParts on Statement {
      ...HeldParts
      voice
      quotation
      content {
        start
        end
      }
      ownWords {
        exact
        wording
      }
      reportedIn {
        ...AroundParts
        reportedIn {
          ...AroundParts
        }
      }
    }
  `,
  [aroundParts, heldParts],
)

/** A statement as it stands in a list: whose voice and wording it is, how it is introduced, where it stands. */
export const statementParts = graphql(
  `
    fragment StatementParts on Statement {
      ...WhoseParts
      slug
      uri
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
        basis
        reason
        time {
          slug
        }
      }
      channelBasis
      channelReason
      source {
        exact
      }
      attribution
      time {
        ...TimeParts
      }
      document {
        slug
        title
        url
        sha256
        published
        publisher {
          name
        }
      }
    }
  `,
  [agentParts, timeParts, whoseParts],
)
export type StatementParts = ResultOf<typeof statementParts>

/** A number, by which it is shown: its value or bounds, and the first words for it. */
export const figureParts = graphql(`
  fragment FigureParts on Figure {
    slug
    label
    value
    lower
    upper
    words
  }
`)
export type FigureParts = ResultOf<typeof figureParts>

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

/** How a statement stands to a claim, and how that is known. */
export const stanceParts = graphql(`
  fragment StanceParts on Stance {
    stance
    manner
    basis
    reason
  }
`)
export type StanceParts = ResultOf<typeof stanceParts>

/** What one speaker has in a line of a comparison, with some of the statements that have it: the operation says how many. */
export const cellParts = graphql(`
  fragment CellParts on FramingCell {
    speaker {
      slug
    }
    count
    concluded
    statements(first: $quotations) {
      nodes {
        slug
        quotation
        basis: speakerBasis
        text
      }
    }
  }
`)
