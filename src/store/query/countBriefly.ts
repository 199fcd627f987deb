import type { SQL } from 'drizzle-orm'
import { Failure } from '../../model/failure.ts'
import { type Budget, OverBudget } from '../engine/budget.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { madeQuery } from '../engine/query.ts'
import type { Entity } from '../schema/entities.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import { filterShape } from './filterShape.ts'
import { type List, listed } from './page.ts'

/** How many are counted at most; of more, a note says only that there are more. */
export const MOST_COUNTED = 1_000

/** What counting may read: it explains an answer, and must not cost as much as one. */
const budget: Budget = { rows: 4_000, milliseconds: 4 }

/** A row by its slug: what a list belongs to. */
export interface ListOwner {
  readonly entity: Entity
  readonly slug: string
}

/**
 * How many rows of a list meet a filter, up to `MOST_COUNTED` and one more; null if it takes too long to say. Where a list belongs
 * to a parent and none is named, the lists of all parents are counted together.
 */
export function countBriefly(database: Database, list: List, filter: FilterInput, parent?: ListOwner): number | null {
  return countUpTo(MOST_COUNTED + 1, database, list, filter, parent)
}

/** Whether no row of a list meets a filter, which is known at the first that does; false too if it takes too long to say. */
export function isEmptyBriefly(database: Database, list: List, filter: FilterInput, parent?: ListOwner): boolean {
  return countUpTo(1, database, list, filter, parent) === 0
}

function countUpTo(
  most: number,
  database: Database,
  list: List,
  filter: FilterInput,
  parent: ListOwner | undefined,
): number | null {
  const { entity, fixed, relation } = list
  const { table } = entity
  const { shape, values } = filterShape(filter, 'filter')
  const key = [most, entity.typenames, fixed, relation?.name, shape, parent?.entity.typenames]
  try {
    const query = database.once(`brief count ${JSON.stringify(key)}`, () => {
      const compiler = new FilterCompiler({ counts: true })
      const row = compiler.alias(table)
      const whole = parent === undefined ? { ...list, relation: undefined } : list
      const meets = listed(compiler, whole, row, shape, parent && ownerOf(parent))
      return madeQuery(sql`
      select count(*) as number from (
        select 1 from ${table} ${name(row)} where ${compiler.counting(row.id)}${meets} limit ${opaque(most)})`)
    })
    const given = { ...values, owner: parent?.slug }
    const [counted] = database.withBudget(budget, () => database.rows<{ number: number }>(query, given))
    return counted?.number ?? null
  } catch (error) {
    // What is wrong with a filter the answer says.
    if (error instanceof OverBudget || error instanceof Failure) return null
    throw error
  }
}

/** The row id of an owner; its slug is a placeholder, so that the same question about another is the same statement. */
function ownerOf({ entity: { table, isNamed } }: ListOwner): SQL {
  return sql`(select ${table.id} from ${table} where ${isNamed(table, sql`${sql.placeholder('owner')}`)})`
}
