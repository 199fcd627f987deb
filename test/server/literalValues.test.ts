import { expect, test } from 'vitest'
import { KnownOperations } from '../../src/server/operations/knownOperations.ts'
import { readSettings } from '../../src/settings/settings.ts'

test('queries that differ in literal values alone are kept as one operation', () => {
  const known = new KnownOperations({ limits: readSettings({}), usePlans: true, maxBytes: 1_000_000 })
  const operationOf = (value: number) => {
    const query = `{ figures(filter: { value: { eq: ${value} } }) { nodes { label } } }`
    const found = known.find({ query, operationName: undefined, variables: {} })
    return found.kind === 'runnable' ? found.operation : null
  }
  const first = operationOf(435719)
  expect(first).not.toBeNull()
  expect(operationOf(226847)).toBe(first)
})
