import { join } from 'node:path'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCorpus } from '../../bench/generate.ts'
import { importTrial } from '../../bench/importTrial.ts'
import { type Question, questions } from '../../bench/questions.ts'
import { planOf } from '../../src/graph/plan.ts'
import { OverBudget } from '../../src/store/engine/budget.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { temporaryFolder } from '../support/graph.ts'

// What the speed of the benchmark's questions rests on, as far as no clock is needed to see it: how many SQL statements, by
// which indexes, and how many rows they visit, in a corpus and in one five times as large.

const sizes = [2_000, 10_000]
const folder = temporaryFolder()
const databases: Database[] = []

beforeAll(async () => {
  for (const size of sizes) {
    const corpus = join(folder, `${size}.jsonl`)
    const path = join(folder, `${size}.db`)
    await writeCorpus(corpus, size)
    importTrial('jsonl', corpus, path)
    databases.push(openReader(path))
  }
}, 120_000)

afterAll(() => {
  for (const database of databases) database.close()
})

const small = questions.filter(({ isHeavy }) => !isHeavy)

/** How many rows a question may visit that its form does not bound: those of a page, or of a speaker, with a margin: they are counted by some. */
const mostRows: Readonly<Record<string, number>> = { Q1: 0, Q2: 0, Q3: 400, Q4: 0, Q5: 2_000, Q6: 200, Q7: 2_000 }

/** What each of some parameters has a question do. */
function run(database: Database, question: Question, rows: number) {
  const plan = planOf(parse(question.query), undefined)
  return question.parameters(database.client, 25).map(parameters => {
    const statements: string[] = []
    database.onQuery = text => {
      // Which languages there are is asked once, until something else is stored.
      if (!/^select \(\s*with recursive known\(language\)/.test(text)) statements.push(text)
    }
    const answer = plan?.run(database, parameters, 'https://dixit.example', { rows, milliseconds: 60_000 })
    database.onQuery = null
    return { answer, statements }
  })
}

describe.each(small)('$name: $title', question => {
  test('is one SQL statement', () => {
    for (const database of databases) {
      for (const { answer, statements } of run(database, question, Number.POSITIVE_INFINITY)) {
        expect(answer).toMatch(/^\{"data":\{".*\}\}$/s)
        expect(statements).toHaveLength(1)
      }
    }
  })

  test('reads no table but by an index', () => {
    const [small] = databases
    const [statement = ''] = small ? (run(small, question, Number.POSITIVE_INFINITY)[0]?.statements ?? []) : []
    const nulls = new Array(statement.split('?').length - 1).fill(null)
    const steps =
      small?.client.prepare<null[], { detail: string }>(`explain query plan ${statement}`).all(...nulls) ?? []
    const scans = steps.map(({ detail }) => detail).filter(detail => detail.startsWith('SCAN'))
    // What the statement has made itself, and full-text matches.
    const own =
      /^SCAN (CONSTANT ROW|p\d+|hit|counted|last|ranked|total|\w+ VIRTUAL TABLE INDEX 0:M\d+|\(subquery-\d+\))$/
    expect(scans.filter(scan => !own.test(scan))).toEqual([])
    expect(steps.some(({ detail }) => detail.startsWith('SEARCH'))).toBe(true)
  })

  test('visits as few rows in a corpus five times as large', () => {
    for (const database of databases) {
      expect(() => run(database, question, mostRows[question.name] ?? 0)).not.toThrow(OverBudget)
    }
  })
})
