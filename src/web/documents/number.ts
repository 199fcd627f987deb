import { accountParts, agentParts, figureParts, mentionParts, statementParts, timeParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

/** One wording of a number, with the statement that it stands in. */
export const voiceParts = graphql(
  `
    fragment VoiceParts on FigureMention {
      ...MentionParts
      statement {
        ...StatementParts
        speakerRoles {
          membership {
            role
            basis
            reason
            organization {
              name
            }
            statement {
              ...AccountParts
            }
          }
        }
      }
    }
  `,
  [accountParts, mentionParts, statementParts],
)

/** A figure and all that the document or a curator sets beside it. */
export const figurePage = operation(
  graphql(
    `
      query FigurePage($slug: String!) {
        figure(slug: $slug) {
          ...FigureParts
          uri
          unit
          population
          populationBasis
          populationReason
          conditions {
            aspect
            value
            basis
            reason
          }
          timeRelation
          timeBasis
          timeReason
          time {
            ...TimeParts
          }
          referent {
            slug
            label
            figures(first: 40) {
              nodes {
                ...FigureParts
              }
            }
          }
          document {
            slug
            title
            publisher {
              name
            }
          }
          mentions(first: 20) {
            totalCount
            nodes {
              ...VoiceParts
            }
          }
          relations(first: 12) {
            nodes {
              ...RelationParts
            }
          }
          relatedBy(first: 12) {
            nodes {
              ...RelationParts
            }
          }
        }
      }

      fragment RelationParts on FigureRelation {
        slug
        kind
        explanation
        factor
        basis
        reason
        passage {
          exact
        }
        subject {
          ...SideParts
          parts: relations(first: 8, filter: { kind: SUM_OF }) {
            nodes {
              kind
              object {
                ...FigureParts
                mentions(first: 2) {
                  nodes {
                    ...VoiceParts
                  }
                }
              }
            }
          }
        }
        object {
          ...SideParts
        }
      }

      fragment SideParts on Figure {
        ...FigureParts
        mentions(first: 3) {
          nodes {
            ...VoiceParts
          }
        }
      }
    `,
    [voiceParts, timeParts, figureParts],
  ),
)
export type FigureOfPage = NonNullable<ReturnType<NonNullable<(typeof figurePage)['types']>>['figure']>
export type Relation = FigureOfPage['relations']['nodes'][number]
export type Voiced = FigureOfPage['mentions']['nodes'][number]

/** Everyone who words a number so, in any document. */
export const numberPage = operation(
  graphql(
    `
      query NumberPage($filter: FigureMentionFilter!, $after: String) {
        figureMentions(filter: $filter, first: 20, after: $after) {
          totalCount
          nodes {
            ...VoiceParts
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `,
    [voiceParts],
  ),
)

/** The figures that are a number, what rounds each and what each rounds. */
export const numberFigures = operation(
  graphql(
    `
    query NumberFigures($filter: FigureFilter!) {
      figures(filter: $filter, first: 10) {
        totalCount
        nodes {
          slug
          label
          roundedBy: relatedBy(first: 10, filter: { kind: ROUNDS }) {
            nodes {
              slug
              basis
              reason
              subject {
                ...FigureParts
              }
            }
          }
          rounds: relations(first: 10, filter: { kind: ROUNDS }) {
            nodes {
              slug
              basis
              reason
              object {
                ...FigureParts
              }
            }
          }
        }
      }
    }

  `,
    [figureParts],
  ),
)

/** The number that words read as. */
export const numberRead = operation(
  graphql(`
    query NumberRead($words: String!) {
      number(words: $words) {
        value
      }
    }
  `),
)

/** The number that words of a search read as, and how many wordings fit it. */
export const numberSought = operation(
  graphql(`
    query NumberSought($words: String!) {
      number(words: $words) {
        value
        fits {
          fit
          mentions(first: 0) {
            totalCount
          }
        }
      }
    }
  `),
)

export const speakersWithout = operation(
  graphql(
    `
      query SpeakersWithout($document: Reference!) {
        statementStats(groupBy: [SPEAKER], first: 12, filter: { document: $document, hasSpeaker: true, hasReportedIn: false }) {
          nodes {
            keys {
              node {
                ...AgentParts
              }
            }
          }
        }
      }
    `,
    [agentParts],
  ),
)
