import { expect, it } from 'vitest'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { numbersBeside } from '../../src/store/query/nearestNumbers.ts'
import { figureMention } from '../../src/store/schema/entities.ts'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

// More rows than are read for a note.
const database = openReader(
  testDatabase(writer => writeCorpus(writer, { documents: 20, statementsPerDocument: 600, speakers: 3 })),
)

it('reads no whole table in which no row has such a number', () => {
  expect(database.value('select count(*) from figureMentions')).toBeGreaterThan(4_000)
  expect(numbersBeside(database, { entity: figureMention, column: 'lower' }, { gt: 1e300 })).toBeNull()
})

it('finds the numbers beside one through an index, however many there are', () => {
  expect(numbersBeside(database, { entity: figureMention, column: 'value' }, { gt: 1e300 })).toHaveLength(1)
})
