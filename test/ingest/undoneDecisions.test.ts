import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { agentReferences } from '../../src/store/write/references.ts'
import { databaseIn, fixture, importInto } from '../support/corpora.ts'
import { dump } from '../support/dump.ts'
import { temporaryFolder } from '../support/graph.ts'

/** A corpus in which every field of every record is filled, and so every column that leads to an agent. */
async function everything(): Promise<{ folder: string; database: Database }> {
  const folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('everything'))
  return { folder, database: openWriter(databaseIn(folder)) }
}

function decide({ folder, database }: { folder: string; database: Database }, decisions: string): void {
  const file = join(folder, 'decisions.yaml')
  writeFileSync(file, `decisions: 1\ndecidedBy: Joan Lind\n${decisions}`)
  replaceDecisions(database, readDecisions(file).identities)
}

const people = "select slug from agents where kind = 'PERSON' order by slug"
const bodies = "select slug from agents where kind = 'ORGANIZATION' order by slug"

test('decisions that are applied and undone leave every table as it was, whatever leads to an agent', async () => {
  const given = await everything()
  const { database } = given
  try {
    const slugs = (query: string) => database.client.prepare<[], string>(query).pluck().all()
    const before = dump(database)
    const [all, allBodies] = [slugs(people), slugs(bodies)]
    const moved = new Set<string>()
    // Each is kept once, so that each reference is one that moves.
    for (let kept = 0; kept < Math.max(all.length, allBodies.length); kept += 1) {
      const one = all[kept % all.length] ?? ''
      const body = allBodies[kept % allBodies.length] ?? ''
      const [others, otherBodies] = [all.filter(slug => slug !== one), allBodies.filter(slug => slug !== body)]
      decide(
        given,
        `sameAs:\n  - { agent: ${one}, agents: [${others.join(', ')}], reason: a test }\n  - { agent: ${body}, agents: [${otherBodies.join(', ')}], reason: a test }\n`,
      )
      const left = new Set([...others, ...otherBodies])
      const ids = database.client.prepare<[], { id: number; slug: string }>('select id, slug from agents').all()
      const merged = new Set(ids.flatMap(({ id, slug }) => (left.has(slug) ? [id] : [])))
      for (const { table, column } of agentReferences(database)) {
        const led = database.client.prepare<[], number>(
          `select "${column}" from "${table}" where "${column}" is not null`,
        )
        const still = led.pluck().all()
        if (table !== 'decisionMoves')
          expect(
            still.filter(id => merged.has(id)),
            `${table}.${column}`,
          ).toEqual([])
      }
      for (const place of slugs("select distinct tableName || '.' || columnName from decisionMoves")) moved.add(place)
      expect(dump(database)).not.toEqual(before)
      decide(given, '')
      expect(dump(database)).toEqual(before)
    }
    const leading = agentReferences(database).filter(({ table }) => table !== 'decisionMoves')
    expect(leading.map(({ table, column }) => `${table}.${column}`).filter(place => !moved.has(place))).toEqual([])
  } finally {
    database.close()
  }
})

test('the corpus fills every column that leads to an agent', async () => {
  const { database } = await everything()
  try {
    const empty = agentReferences(database).filter(
      ({ table, column }) =>
        database.client.prepare(`select 1 from "${table}" where "${column}" is not null`).get() === undefined,
    )
    expect(empty.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  } finally {
    database.close()
  }
})
