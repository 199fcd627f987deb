import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../../../examples/app/graphql-env.d.ts'

/** Writes a document or a fragment; its type follows from the text and the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Reference: string; EDTF: string }
  disableMasking: true
}>()
