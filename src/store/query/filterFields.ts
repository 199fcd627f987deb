import type { Entity } from '../schema/entities.ts'
import { type Imported, imported } from '../schema/imported.ts'
import { agentFilters } from './fields/agentFilters.ts'
import { figureFilters } from './fields/figureFilters.ts'
import { sourceFilters } from './fields/sourceFilters.ts'
import { statementFilters } from './fields/statementFilters.ts'
import { wordFilters } from './fields/wordFilters.ts'
import type { FilterFields } from './filterField.ts'
import { walkFields } from './walkFields.ts'

const ownFields = [...agentFilters, ...sourceFilters, ...statementFilters, ...figureFilters, ...wordFilters]

/** The filter fields of each entity. */
export const filterFields: ReadonlyMap<Entity, FilterFields> = new Map(
  ownFields.map(([entity, fields]) => [
    entity,
    { ...fields, ...walkFields.get(entity), ...importedField(imported.get(entity)) },
  ]),
)

function importedField(of: Imported | undefined): FilterFields {
  const description = 'The day on which it was added to the graph or last changed there (UTC).'
  return of === undefined ? {} : { importedAt: { kind: 'imported', of, description } }
}
