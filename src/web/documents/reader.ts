import type { ResultOf } from 'gql.tada'
import { agentParts, mentionParts, statementParts, timeParts, voicedParts } from './fragments.ts'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

/** What a statement needs so that the text shows it. */
export const statementMarks = graphql(
  `
    fragment StatementMarks on Statement {
      slug
      voice
      quotation
      basis: speakerBasis
      text
      speaker {
        ...AgentParts
      }
      channel {
        label
      }
      coder {
        slug
        name
      }
      source {
        exact
        fragments {
          start
          end
        }
      }
      cue {
        fragments {
          start
          end
        }
      }
      content {
        fragments {
          start
          end
        }
      }
      ownWords {
        start
        end
        wording
      }
      reportedIn {
        slug
      }
    }
  `,
  [agentParts],
)
export type StatementMarks = ResultOf<typeof statementMarks>

export const readerPage = operation(
  graphql(`
    query ReaderPage($slug: String!) {
      document(slug: $slug) {
        slug
        uri
        title
        url
        text
        language
        length
        published
        publisher {
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
      }
    }
  `),
)
export type ReaderDocument = NonNullable<ReturnType<NonNullable<(typeof readerPage)['types']>>['document']>

/** The statements of a document, a page at a time. */
export const readerStatements = operation(
  graphql(
    `
      query ReaderStatements($slug: String!, $after: String) {
        document(slug: $slug) {
          statements(first: 100, after: $after) {
            totalCount
            nodes {
              ...StatementMarks
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    `,
    [statementMarks],
  ),
)

/** Whatever else is anchored in a document, a page at a time. */
export const readerAnnotations = operation(
  graphql(`
    query ReaderAnnotations($slug: String!, $after: String) {
      document(slug: $slug) {
        annotations(first: 100, after: $after) {
          totalCount
          nodes {
            kind
            start
            end
            node {
              ... on FigureMention {
                figure {
                  slug
                }
              }
              ... on TimeExpression {
                slug
                timeBasis: basis
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
  `),
)
/** What nothing covers in a document. */
export const readerUncovered = operation(
  graphql(`
    query ReaderUncovered($slug: String!) {
      document(slug: $slug) {
        uncovered {
          kind
          start
          end
          words
        }
      }
    }
  `),
)
export type ReaderUncovered = NonNullable<
  ReturnType<NonNullable<(typeof readerUncovered)['types']>>['document']
>['uncovered'][number]

export type ReaderAnnotation = NonNullable<
  ReturnType<NonNullable<(typeof readerAnnotations)['types']>>['document']
>['annotations']['nodes'][number]

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
                stance
                manner
                basis
                reason
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
          ...VoicedParts
        }
        object {
          text
          ...VoicedParts
        }
      }
    `,
    [statementParts, voicedParts, agentParts, mentionParts, timeParts],
  ),
)
export type PanelStatement = Extract<
  NonNullable<ReturnType<NonNullable<(typeof statementPanel)['types']>>['node']>,
  { slug: string }
>
