import { type GraphQLInputField, getNamedType, isInputObjectType, valueFromASTUntyped } from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import { didYouMean } from '../model/nearest.ts'
import { isEmptyBriefly } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { aspectNames } from '../store/query/filterAspects.ts'
import { type Aside, coercedFilter } from './aside.ts'
import { called } from './called.ts'
import type { FilterArgument, FilterType } from './filterArguments.ts'
import type { NotFoundNote } from './notFoundNote.ts'
import { NamesEnd } from './reads.ts'

/** Conditions on the row at one end, where others lead to the same kind of row: who speaks, and who is spoken to. */
interface EndAsked {
  readonly path: string
  readonly end: NamesEnd
  readonly conditions: FilterInput
}

/**
 * Says of conditions on who or what stands at one end (`organizationMatches`) that nothing meets them there, and at which other end
 * something does: that a party has no members is no answer to who is of that party. A name or slug alone is told of by itself.
 */
export function otherEndNote({ path, value, input }: FilterArgument): Aside<NotFoundNote> {
  return (database, variables) => {
    for (const asked of endsIn(path, valueFromASTUntyped(value, variables), input)) {
      const { of, name } = asked.end.end
      const isEmpty = (end: string) =>
        isEmptyBriefly(database, { entity: of }, { [aspectNames.matches(end)]: asked.conditions })
      if (!isEmpty(name)) continue
      const others = asked.end.others.flatMap(other => (isEmpty(other.name) ? [] : [aspectNames.matches(other.name)]))
      if (others.length === 0) continue
      const message = `No ${called(of)} has that as its ${name}.${didYouMean(others)}`
      return { code: 'NOT_FOUND', message, path: asked.path, notFound: aspectNames.matches(name), nearest: others }
    }
    return null
  }
}

function endsIn(path: string, given: unknown, input: FilterType): EndAsked[] {
  if (Array.isArray(given)) return given.flatMap((each, index) => endsIn(`${path}.${index}`, each, input))
  const type = getNamedType(input.type)
  if (!isInputObjectType(type) || !isRecord(given)) return []
  const fields = type.getFields()
  return Object.entries(given).flatMap(([key, inner]) => {
    const field = fields[key]
    return field ? [...endAsked(`${path}.${key}`, inner, field), ...endsIn(`${path}.${key}`, inner, field)] : []
  })
}

function endAsked(path: string, given: unknown, field: GraphQLInputField): EndAsked[] {
  const { meets: end } = field.extensions
  if (!(end instanceof NamesEnd) || end.others.length === 0 || !isRecord(given)) return []
  const conditions = coercedFilter(given, field)
  return conditions === null ? [] : [{ path, end, conditions }]
}
