import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The API in the schema definition language, as `schema.graphql` holds it: sorted by name. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
