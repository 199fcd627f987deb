import { isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { PageOfList, RowOfKey } from '../../src/graph/reads.ts'
import { schema } from '../../src/graph/schema.ts'
import { filterFields } from '../../src/store/query/filterFields.ts'
import { type Entity, entities } from '../../src/store/schema/entities.ts'

/** Filters that ask of a row what it does not show under one name: with why. */
const withoutField: Readonly<Record<string, string>> = {
  author: 'authors of a document are a list; the filter asks for one by name',
  label: 'labels are a list; the filter asks for one by name and value',
  dataset: 'reached by the document or statement',
  said: 'of a part: reached by the statement',
  search: 'finds by words',
  boundsHold: 'asks whether a number lies between lower and upper',
  cueWords: 'the cue, folded for counting',
  folded: 'the words, folded for counting',
  held: 'startDate and endDate',
  when: 'earliest, latest and edtf',
  condition: 'conditions are a list; the filter asks for one by aspect and value',
  organizationKind: 'the kind of an Organization',
}

function fieldsOf({ typenames }: Entity) {
  return new Map(
    typenames.flatMap(typename => {
      const type = schema.getType(typename)
      return isObjectType(type) ? Object.entries(type.getFields()) : []
    }),
  )
}

test.each(entities.map(entity => [entity.typenames.join(', '), entity] as const))(
  '%s: each field that leads somewhere can be filtered by, and each filter has its field',
  (_, entity) => {
    const filters = filterFields.get(entity) ?? {}
    const fields = fieldsOf(entity)
    const missing = [...fields].filter(([name, { extensions }]) => {
      const { reads } = extensions
      if (reads instanceof RowOfKey) return filters[name]?.kind !== 'one'
      return reads instanceof PageOfList && reads.list.relation !== undefined && filters[name]?.kind !== 'many'
    })
    expect(
      missing.map(([name]) => name),
      'add these to src/store/query/walkFields.ts',
    ).toEqual([])
    const fieldless = Object.keys(filters).filter(name => !fields.has(name) && !(name in withoutField))
    expect(fieldless, 'add these to the type, or say why not').toEqual([])
  },
)
