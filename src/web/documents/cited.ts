import type { VariablesOf } from 'gql.tada'
import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

const document = graphql(`
  query CitedDocuments($filter: DocumentFilter, $first: Int!) {
    documents(filter: $filter, first: $first) {
      nodes {
        slug
        title
        publisher {
          name
        }
        url
        sha256
      }
    }
  }
`)

/** The documents that what a view shows stands in, for its citation. */
export const citedDocuments = operation(document)

export type DocumentCondition = NonNullable<VariablesOf<typeof document>['filter']>
