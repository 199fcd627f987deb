// `npm run schema`: writes the API down in schema.graphql, sorted by name, so that a change shows as a difference.
import { writeFileSync } from 'node:fs'
import { schemaText } from './schemaText.ts'

writeFileSync(new URL('../../schema.graphql', import.meta.url), schemaText())
