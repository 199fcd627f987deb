import { type GraphQLField, isNonNullType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { RowOfKey } from '../../src/graph/reads.ts'
import { schema } from '../../src/graph/schema.ts'
import { getTableColumns } from '../../src/store/engine/drizzle.ts'
import { type Entity, entities } from '../../src/store/schema/entities.ts'

interface Shown {
  readonly place: string
  readonly field: GraphQLField<unknown, unknown>
  /** Whether the table guarantees it. */
  readonly isKnown: boolean
}

/** The fields of a type that show a column, or the row to which one leads. */
function shownBy({ table, typenames }: Entity): Shown[] {
  const columns = getTableColumns(table)
  return typenames.flatMap(typename => {
    const type = schema.getType(typename)
    if (!isObjectType(type)) return []
    return Object.values(type.getFields()).flatMap((field): Shown[] => {
      const { reads } = field.extensions
      const column = columns[reads instanceof RowOfKey ? reads.key : field.name]
      return column === undefined ? [] : [{ place: `${typename}.${field.name}`, field, isKnown: column.notNull }]
    })
  })
}

const shown = entities.flatMap(shownBy)
const places = (fields: readonly Shown[]) => fields.map(({ place }) => place)

test('what the tables guarantee is not null in the API, and nothing else is', () => {
  expect(shown.length).toBeGreaterThan(150)
  expect(places(shown.filter(({ field, isKnown }) => isNonNullType(field.type) !== isKnown))).toEqual([])
})

test('where null is possible, the description says when', () => {
  const silent = shown.filter(
    ({ field, isKnown }) => !isKnown && !/\b(null|if|where|unless|for)\b/i.test(field.description ?? ''),
  )
  expect(places(silent)).toEqual([])
})
