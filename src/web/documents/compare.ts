import { agentParts, cellParts, mentionParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

/** One part of a comparison. */
const tableParts = graphql(
  `
    fragment TableParts on FramingTable {
      totalLines
      lines {
        shared
        distinctOf {
          slug
        }
        keys {
          dimension
          label
          value
          node {
            __typename
            ... on Figure {
              slug
              label
              value
              lower
              upper
            }
            ... on Referent {
              slug
              label
            }
            ... on Claim {
              slug
              text
            }
            ... on Agent {
              slug
              name
            }
          }
        }
        cells {
          ...CellParts
        }
      }
    }
  `,
  [cellParts],
)

/** What speakers say: numbers, names and claims, and who they are. */
export const compareSaid = operation(
  graphql(
    `
      query CompareSaid($speakers: [Reference!]!, $about: FramingAbout, $wording: [Wording!], $quotations: Int! = 3) {
        compareFraming(speakers: $speakers, about: $about, wording: $wording) {
          notes
          speakers {
            speaker {
              ...AgentParts
            }
            statementCount
          }
          figures(first: 40) {
            ...TableParts
          }
          numbers(first: 40) {
            ...TableParts
          }
          terms(first: 40) {
            ...TableParts
          }
          claims(first: 40) {
            ...TableParts
          }
        }
      }
    `,
    [agentParts, tableParts],
  ),
)

/** What coders read in it, and how it is quoted: asked apart, so that neither question costs much. */
export const compareRead = operation(
  graphql(
    `
      query CompareRead($speakers: [Reference!]!, $about: FramingAbout, $wording: [Wording!], $quotations: Int! = 3) {
        compareFraming(speakers: $speakers, about: $about, wording: $wording) {
          functions(first: 10) {
            ...TableParts
          }
          directedAt(first: 20) {
            ...TableParts
          }
          directedAtReferents(first: 10) {
            ...TableParts
          }
          dimensions(first: 15) {
            ...TableParts
          }
          speechActs(first: 10) {
            ...TableParts
          }
          quotations(first: 5) {
            ...TableParts
          }
        }
      }
    `,
    [tableParts],
  ),
)

/** What stands in marks in statements that are quoted in part, and whether these may be scare quotes. */
export const compareMarks = operation(
  graphql(`
    query CompareMarks($slugs: [String!]!) {
      statements(first: 100, filter: { slug: { in: $slugs } }) {
        nodes {
          slug
          ownWords {
            exact
            wording
          }
        }
      }
    }
  `),
)

type Said = ReturnType<NonNullable<(typeof compareSaid)['types']>>['compareFraming']
type Read = ReturnType<NonNullable<(typeof compareRead)['types']>>['compareFraming']
export type Comparison = Said & Read
export type FramingTable = Comparison['figures']
export type FramingLine = FramingTable['lines'][number]

/** The wordings of numbers by some speakers, for the line. */
export const compareNumbers = operation(
  graphql(
    `
      query CompareNumbers($filter: FigureMentionFilter!) {
        figureMentions(filter: $filter, first: 60) {
          totalCount
          nodes {
            ...MentionParts
            statement {
              slug
              voice
              quotation
              speakerBasis
              speaker {
                ...AgentParts
              }
            }
          }
        }
      }
    `,
    [agentParts, mentionParts],
  ),
)

/** The documents that the statements of some speakers stand in. */
export const compareSources = operation(
  graphql(`
    query CompareSources($filter: StatementFilter!) {
      statementStats(groupBy: [DOCUMENT], first: 50, filter: $filter) {
        totalCount
        nodes {
          keys {
            node {
              __typename
              ... on Document {
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
          }
        }
      }
    }
  `),
)

/** The words that set one speaker apart from the others. */
export const compareWords = operation(
  graphql(`
    query CompareWords($one: StatementFilter!, $other: StatementFilter, $withParaphrase: Boolean!) {
      distinctiveWording(one: $one, other: $other, first: 15, withParaphrase: $withParaphrase) {
        formula
        isSmallSample
        notes
        one {
          statements
          words
        }
        other {
          statements
          words
        }
        ofOne {
          ...WordParts
        }
        ofOther {
          ...WordParts
        }
      }
    }

    fragment WordParts on DistinctiveWord {
      words
      z
      oneCount
      otherCount
    }
  `),
)

/** Referents by what is in their label: what speakers can be compared about. */
export const referentNames = operation(
  graphql(`
    query ReferentNames($filter: ReferentFilter) {
      referents(filter: $filter, first: 10) {
        nodes {
          slug
          label
        }
      }
    }
  `),
)
