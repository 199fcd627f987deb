import { expect, test } from 'vitest'
import { KnownOperations } from '../../src/server/operations/knownOperations.ts'
import { readSettings } from '../../src/settings/settings.ts'

const known = new KnownOperations({ limits: readSettings({}), usePlans: true, maxBytes: 1_000_000 })

// A stack holds what was called, and that holds the document: eighty kilobytes of a refusal that counts as two.
test.each([
  ['a query that does not fit the schema', '{ x1 y1 }'],
  ['a query that cannot be parsed', '{ people { nodes'],
  ['a query over a limit', `{ ${'__typename '.repeat(1_500)} }`],
])('what is kept of %s is what is told of it', (_, query) => {
  const refusal = known.find({ query, operationName: undefined, variables: {} })
  const errors = 'errors' in refusal ? refusal.errors : []
  expect(errors.length).toBeGreaterThan(0)
  for (const { stack = '', nodes } of errors) {
    expect(stack).not.toMatch(/\n\s+at /)
    expect(nodes).toBeUndefined()
  }
})
