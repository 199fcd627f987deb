import type { ResultOf } from 'gql.tada'
import { agentParts, cellParts, figureParts, statementParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

export const documentParts = graphql(`
  fragment DocumentParts on Document {
    slug
    title
    published
    language
    length
    authors
    publisher {
      name
    }
    begin: passages(first: 1) {
      nodes {
        context(before: 40, after: 12, unit: WORD) {
          before
          exact
          after
        }
      }
    }
    statements(first: 0) {
      totalCount
    }
    figures(first: 0) {
      totalCount
    }
  }
`)
export type DocumentParts = ResultOf<typeof documentParts>

/** What the graph holds. */
export const startPage = operation(
  graphql(
    `
      query StartPage {
        documents(first: 10) {
          totalCount
          nodes {
            ...DocumentParts
          }
        }
        people(first: 0, filter: { statements: { hasReportedIn: false } }) {
          totalCount
        }
        organizations(first: 0, filter: { statements: { hasReportedIn: false } }) {
          totalCount
        }
        byAccount: agents(
          first: 0
          filter: { statements: { hasReportedIn: true }, not: { statements: { hasReportedIn: false } } }
        ) {
          totalCount
        }
        peopleByAccount: people(
          first: 0
          filter: { statements: { hasReportedIn: true }, not: { statements: { hasReportedIn: false } } }
        ) {
          totalCount
        }
        organizationsByAccount: organizations(
          first: 0
          filter: { statements: { hasReportedIn: true }, not: { statements: { hasReportedIn: false } } }
        ) {
          totalCount
        }
        figures(first: 0) {
          totalCount
        }
        statements(first: 0) {
          totalCount
        }
        claims(first: 0) {
          totalCount
        }
        times(first: 0) {
          totalCount
        }
        datasets(first: 20) {
          totalCount
          nodes {
            slug
            name
          }
        }
      }
    `,
    [documentParts],
  ),
)

/** How many statements stand in each voice, and how many of those only others report. */
export const startVoices = operation(
  graphql(`
    query StartVoices {
      statementStats(groupBy: [VOICE], first: 10) {
        nodes {
          count
          keys {
            value
          }
          byAccount: statements(first: 0, filter: { hasReportedIn: true }) {
            totalCount
          }
        }
      }
    }
  `),
)

/** What three worked questions are asked about: a number in tension, those who say most, times that stay open. */
export const startQuestions = operation(
  graphql(
    `
      query StartQuestions {
        tensions: figureRelations(first: 20, filter: { kind: IN_TENSION_WITH }) {
          nodes {
            subject {
              ...CandidateParts
            }
            object {
              ...CandidateParts
            }
          }
        }
        speakers: statementStats(groupBy: [SPEAKER], first: 12, filter: { hasSpeaker: true, hasReportedIn: false }) {
          nodes {
            count
            keys {
              node {
                ...AgentParts
                ... on Agent {
                  statements(first: 20, filter: { hasReportedIn: false }) {
                    nodes {
                      document {
                        slug
                      }
                    }
                  }
                }
              }
            }
          }
        }
        names: termUses(first: 0, filter: { wording: SPEAKER }) {
          totalCount
        }
        open: times(first: 3, filter: { basis: UNRESOLVED }) {
          totalCount
          nodes {
            slug
            words
            reason
            passage {
              prefix
            }
          }
        }
      }

      fragment CandidateParts on Figure {
        ...FigureParts
        mentions(first: 10) {
          totalCount
          nodes {
            wording
            statement {
              speaker {
                slug
              }
            }
          }
        }
      }
    `,
    [agentParts, figureParts],
  ),
)

/** What some speakers call things, each with a statement that calls it so. */
export const startNames = operation(
  graphql(
    `
      query StartNames($speakers: [Reference!]!, $quotations: Int! = 1) {
        compareFraming(speakers: $speakers) {
          speakers {
            speaker {
              ...AgentParts
            }
          }
          terms(first: 40) {
            lines {
              keys {
                label
              }
              cells {
                ...CellParts
              }
            }
          }
        }
      }
    `,
    [agentParts, cellParts],
  ),
)
export type NamesLine = ReturnType<
  NonNullable<(typeof startNames)['types']>
>['compareFraming']['terms']['lines'][number]

const answerParts = graphql(
  `
    fragment AnswerParts on FigureMention {
      slug
      words
      statement {
        ...StatementParts
      }
    }
  `,
  [statementParts],
)
export type AnswerParts = ResultOf<typeof answerParts>

/** The numbers of some wordings, of which the most frequent is asked about where no numbers are in tension: to count all takes seconds. */
export const startNumber = operation(
  graphql(`
    query StartNumber {
      figureMentions(first: 100, filter: { value: { isNull: false } }) {
        nodes {
          value
        }
      }
    }
  `),
)

/** The first wordings of a number, whoever gives it and whatever it counts. */
export const startWordings = operation(
  graphql(
    `
      query StartWordings($value: Float!) {
        figureMentions(first: 3, filter: { value: { eq: $value } }) {
          totalCount
          nodes {
            ...AnswerParts
          }
        }
      }
    `,
    [answerParts],
  ),
)

/** The wordings of a figure and of what is set beside it, in a few words. */
export const startAnswer = operation(
  graphql(
    `
    query StartAnswer($slug: String!) {
      figure(slug: $slug) {
        slug
        mentions(first: 3) {
          nodes {
            ...AnswerParts
          }
        }
        relations(first: 4) {
          nodes {
            kind
            basis
            object {
              mentions(first: 1) {
                nodes {
                  ...AnswerParts
                }
              }
            }
          }
        }
        relatedBy(first: 4) {
          nodes {
            kind
            basis
            subject {
              mentions(first: 1) {
                nodes {
                  ...AnswerParts
                }
              }
            }
          }
        }
      }
    }
  `,
    [answerParts],
  ),
)
