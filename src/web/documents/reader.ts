import type { ResultOf } from 'gql.tada'
import { agentParts } from './fragments.ts'
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
        authors
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
