import { graphql } from './graphql.ts'
import { operation } from './operation.ts'

export const datasetPage = operation(
  graphql(`
    query DatasetPage($slug: String!) {
      dataset(slug: $slug) {
        slug
        uri
        name
        format
        version
        url
        licence
        importedAt
        counts {
          of
          count
        }
        rejects {
          of
          count
        }
        sources {
          name
          digest
          importedAt
        }
        documents(first: 0) {
          totalCount
        }
        statements(first: 0) {
          totalCount
        }
        coders(first: 40) {
          totalCount
          nodes {
            slug
            name
            statements(first: 0) {
              totalCount
            }
          }
        }
      }
    }
  `),
)

/** How a dataset's statements divide: by voice and by how they are quoted. */
export const datasetShares = operation(
  graphql(`
    query DatasetShares($dataset: Reference!) {
      statements(filter: { dataset: $dataset }, first: 0) {
        facets(by: [VOICE, QUOTATION]) {
          dimension
          values {
            count
            share
            key {
              value
              label
            }
          }
        }
      }
    }
  `),
)

export const datasetList = operation(
  graphql(`
    query DatasetList {
      datasets(first: 100) {
        totalCount
        nodes {
          slug
          name
          format
          licence
          importedAt
          documents(first: 0) {
            totalCount
          }
          statements(first: 0) {
            totalCount
          }
        }
      }
    }
  `),
)

export const datasetNames = operation(
  graphql(`
    query DatasetNames {
      datasets(first: 100) {
        nodes {
          slug
          name
        }
      }
    }
  `),
)
