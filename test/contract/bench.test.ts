import { expect, test } from 'vitest'
import { everydayQuestions } from '../../bench/everydayQuestions.ts'
import { KnownOperations } from '../../src/server/operations/knownOperations.ts'
import { testDatabase } from '../support/graph.ts'

test('each everyday question of the bench can be asked', async () => {
  const known = new KnownOperations({ limits: null, usePlans: true, maxBytes: 1_000_000 })
  const questions = await everydayQuestions(testDatabase())
  const refused = questions.flatMap(({ name, query, variables }) => {
    const found = known.find({ query, variables: variables[0] ?? {}, operationName: undefined })
    return found.kind === 'runnable' || variables.length === 0 ? [] : [name]
  })
  expect(refused).toEqual([])
  expect(questions.length).toBeGreaterThan(40)
})
