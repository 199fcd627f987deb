import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLNamedType,
  type GraphQLOutputType,
  GraphQLString,
  getNamedType,
  isNonNullType,
} from 'graphql'
import { getTableColumns } from '../store/engine/drizzle.ts'
import type { SelectedColumn } from '../store/json/selection.ts'
import { Unplanned } from './plannedTypes.ts'

/** What a column is as JSON, if that is all that the field's type makes of it. */
export function columnOf(type: GraphQLOutputType, table: SQLiteTable, name: string): SelectedColumn {
  const column = Object.entries(getTableColumns(table)).find(([key]) => key === name)?.[1]
  const leaf = getNamedType(type)
  // That it is never null the table has to promise, since nobody looks.
  if (!column || (isNonNullType(type) && !column.notNull)) throw new Unplanned(name)
  if (leaf === GraphQLInt && column.dataType === 'number') return { kind: 'column', column: column.name }
  if (leaf === GraphQLFloat && column.dataType === 'number') return { kind: 'number', column: column.name }
  const isText = leaf === GraphQLString || leaf === GraphQLID || leaf.name === 'EDTF' || isPlainEnum(leaf)
  if (isText && column.dataType === 'string') return { kind: 'column', column: column.name }
  throw new Unplanned(name)
}

/** The same, where numbers of any kind are not written. */
export function plainColumn(type: GraphQLOutputType, table: SQLiteTable, name: string): SelectedColumn {
  const column = columnOf(type, table, name)
  if (column.kind === 'number') throw new Unplanned(name)
  return column
}

/** Whether the values of an enum are called what they are. */
function isPlainEnum(type: GraphQLNamedType): boolean {
  return type instanceof GraphQLEnumType && type.getValues().every(({ name, value }) => name === value)
}
