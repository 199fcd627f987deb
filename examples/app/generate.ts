// Writes the types of the API, `graphql-env.d.ts`, from which gql.tada reads the types of each query. Here it is given
// the schema in the repository; for an app elsewhere, fetch it by introspection from a running server instead.
import { readFileSync, writeFileSync } from 'node:fs'
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const types = outputIntrospectionFile(minifyIntrospection(introspectionFromSchema(schema)), {
  fileType: '.d.ts',
  shouldPreprocess: true,
})
writeFileSync(new URL('graphql-env.d.ts', import.meta.url), types)
