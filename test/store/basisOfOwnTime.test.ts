import { expect, test } from 'vitest'
import { Basis, valuesOf } from '../../src/model/vocabulary.ts'
import { weakerBasis } from '../../src/model/whoSaid.ts'
import { sql } from '../../src/store/engine/drizzle.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { voicesOf } from '../../src/store/query/voicesOf.ts'
import { basisOfOwnTime } from '../../src/store/schema/said.ts'
import { statements } from '../../src/store/tables/statements.ts'
import { testDatabase } from '../support/graph.ts'

const bases = valuesOf(Basis)

test.each(bases.flatMap(named => bases.map(known => [named, known] as const)))(
  'a channel that is %s there and %s itself, and a time of it, are known as weakerBasis has it',
  (named, known) => {
    const path = testDatabase()
    const writer = openWriter(path)
    // What is concluded has a reason, which does not matter here.
    writer.client.pragma('ignore_check_constraints = on')
    const slug = 'wane-ice-435000/shielding'
    writer.prepare('update statements set channelBasis = ? where slug = ?').run(named, slug)
    writer
      .prepare('update channels set basis = ? where id = (select channelId from statements where slug = ?)')
      .run(known, slug)
    writer.close()
    const reader = openReader(path)
    const [row] = reader.all<{ basis: string | null }>(
      sql`select ${basisOfOwnTime(statements)} as basis from ${statements} where ${statements.slug} = ${slug}`,
    )
    expect(row?.basis).toBe(weakerBasis(named, known))
    expect(voicesOf(reader, [slug])[0]?.channelBasis).toBe(weakerBasis(named, known))
  },
)
