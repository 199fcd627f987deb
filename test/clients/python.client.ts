import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { pythonWith } from '../support/python.ts'
import { servedSeed } from './statements.ts'

const { url } = await servedSeed()
const python = pythonWith('graphql')
if (python === null) console.warn('SKIPPED: python3 has no graphql-core. `.ci/install` brings it.')

const script = `
import json, sys, urllib.request
import graphql
def ask(query):
    body = json.dumps({"query": query}).encode()
    return json.load(urllib.request.urlopen(urllib.request.Request(sys.argv[1], body, {"content-type": "application/json"})))["data"]
schema = graphql.build_client_schema(ask(graphql.get_introspection_query()))
query = '{ statements(first: 3, filter: { speaker: "mark-green" }) { totalCount nodes { slug speaker { name } } } }'
assert graphql.validate(schema, graphql.parse(query)) == []
print(len(schema.type_map), ask(query)["statements"]["nodes"][0]["speaker"]["name"])
`

test.skipIf(python === null)("Python's graphql-core reads the introspection, and validates by it", async () => {
  // Not the synchronous reader of the support: the server is in this process.
  const { stdout } = await promisify(execFile)('python3', ['-c', script, url])
  expect(stdout).toMatch(/^\d{3} Mark Green\n$/)
})
