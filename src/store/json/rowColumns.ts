import { columnsOfComputed, columnsOfRoles } from './rowParts.ts'
import type { RowSelection } from './selection.ts'

/** The columns that a selection takes of its row. */
export function selectedColumns(of: RowSelection): Set<string> {
  if ('kinds' in of) return new Set(['kind', ...of.kinds.flatMap(([, each]) => [...selectedColumns(each)])])
  return new Set(
    of.flatMap(([, value]) => {
      switch (value.kind) {
        case 'column':
        case 'number':
          return [value.column]
        case 'id':
        case 'uri':
          return ['slug']
        case 'imported':
          return [...value.of.columns]
        case 'row':
          return [value.key]
        case 'page':
        case 'values':
        case 'text':
          return ['id']
        case 'computed':
          return columnsOfComputed(value)
        case 'roles':
          return [...columnsOfRoles]
        default:
          return []
      }
    }),
  )
}
