import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { planOf } from '../../src/graph/plan.ts'
import { OverBudget } from '../../src/store/engine/budget.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

const path = testDatabase(writer => void writeCorpus(writer))
const nothing = { rows: 0, milliseconds: 60_000 }

const ofList = (what: string) =>
  planOf(parse(`query ($in: Quotation!) { statements(filter: { quotation: $in }, first: 1) { ${what} } }`), undefined)

test.each(['totalCount', 'facets(by: [SPEAKER, VOICE]) { valueCount values { count key { label } } }'])(
  'what is counted of a list is kept for its next page, until something else is stored: %s',
  what => {
    const plan = ofList(what)
    const asked = (database: Database, quotation: string, budget = nothing) =>
      plan?.run(database, { in: quotation }, 'https://dixit.example', budget)
    const unbounded = { rows: 1_000_000, milliseconds: 60_000 }
    const reader = openReader(path)
    const writer = openWriter(path)

    expect(() => asked(reader, 'DIRECT')).toThrow(OverBudget)
    const before = asked(reader, 'DIRECT', unbounded)
    expect(asked(reader, 'DIRECT')).toBe(before)
    // It depends on the values in the filter.
    expect(() => asked(reader, 'INDIRECT')).toThrow(OverBudget)
    expect(asked(reader, 'INDIRECT', unbounded)).not.toBe(before)

    // Another connection changes it, and the connection itself does.
    expect(asked(writer, 'DIRECT', unbounded)).toBe(before)
    const change = `update statements set quotation = 'MIXED' where id in (select id from statements where quotation = 'DIRECT' limit 40)`
    writer.write(() => writer.prepare(change).run())
    for (const database of [reader, writer]) {
      expect(() => asked(database, 'DIRECT')).toThrow(OverBudget)
      expect(asked(database, 'DIRECT', unbounded)).not.toBe(before)
    }
    reader.close()
    writer.close()
  },
)
