import { Failure } from '../../model/failure.ts'
import type { Order } from '../engine/cursor.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import type { Entity } from '../schema/entities.ts'

/** By what a list is ordered, which way, and by what where that is the same. */
export interface OrderRequest {
  readonly by: string
  readonly direction?: 'ASC' | 'DESC' | null | undefined
  readonly thenBy?: OrderRequest | null | undefined
}

interface Ordered {
  readonly order?: OrderRequest | null | undefined
}

/** The name of the order that a list has if none is asked for. */
export function defaultOrder(entity: Entity): string {
  return Object.keys(entity.orders(entity.table))[0] ?? ''
}

/** The keys of an order, the row id last, so that no two rows are equal in it. */
export function orderOf(entity: Entity, row: Entity['table'], { order }: Ordered): Order {
  const steps = stepsOf(order ?? { by: defaultOrder(entity) })
  const parts = steps.map(({ by, direction }) => {
    const descending = direction === 'DESC'
    const keys = (entity.orders(row, descending)[by] ?? []).map(key => sql`${key}`)
    return { by, keys, ways: keys.map(() => descending) }
  })
  const last = steps.at(-1)?.direction === 'DESC'
  return {
    name: `${getTableName(entity.table)} ${parts.map(({ by }) => by).join(' ')}`,
    keys: [...parts.flatMap(({ keys }) => keys), sql`${row.id}`],
    descending: [...parts.flatMap(({ ways }) => ways), last],
  }
}

/** The most orders that follow one another. */
const MOST_ORDERS = 5

function stepsOf(order: OrderRequest): Omit<OrderRequest, 'thenBy'>[] {
  const steps: Omit<OrderRequest, 'thenBy'>[] = []
  for (let step: OrderRequest | null | undefined = order; step; step = step.thenBy) {
    if (steps.length === MOST_ORDERS) {
      throw new Failure('BAD_PAGE', `order: more than ${MOST_ORDERS} orders follow one another.`, { argument: 'order' })
    }
    steps.push({ by: step.by, direction: step.direction })
  }
  return steps
}
