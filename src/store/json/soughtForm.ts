import type { Placeholder } from 'drizzle-orm'
import { valuesOf } from '../../model/vocabulary.ts'
import { sql } from '../engine/drizzle.ts'
import type { Search } from '../search/search.ts'
import { SearchType } from '../search/searchIndexes.ts'

/** What a search looks for, as far as the text of a statement depends on it. Its words are values of the statement. */
export interface SoughtForm {
  /** The types that are ranked by some of its words alone. */
  readonly weighed: readonly SearchType[]
  readonly common: readonly SearchType[]
  readonly commonExactly: readonly SearchType[]
  /** The types whose first rows are found by the words that stand in them (`Search.beginnings`). */
  readonly begun: readonly SearchType[]
  /** The types with expressions of their own (`Search.typedOut`). */
  readonly typed: readonly SearchType[]
  /** Whether it looks for other forms of its words. */
  readonly hasForms: boolean
}

export const noSearch: SoughtForm = {
  weighed: [],
  common: [],
  commonExactly: [],
  begun: [],
  typed: [],
  hasForms: false,
}

/** The form of the search of a call, and its values. */
export function formOfSearch(search: Search, call: number): { form: SoughtForm; values: Record<string, unknown> } {
  const having = (each: { readonly [Type in SearchType]?: unknown }) =>
    valuesOf(SearchType).filter(type => each[type] !== undefined)
  const { expression, exact, words, common, commonExactly } = search
  const values: Record<string, unknown> = { [`query${call}`]: expression, [`words${call}`]: words }
  const form = {
    weighed: having(search.weighed),
    common,
    commonExactly,
    begun: having(search.beginnings),
    typed: having(search.typedOut),
    hasForms: exact !== null,
  }
  if (form.hasForms) values[`exact${call}`] = exact
  for (const type of form.weighed) values[`weighed${call}_${type}`] = search.weighed[type]
  for (const type of form.begun) values[`begun${call}_${type}`] = search.beginnings[type]
  for (const type of form.typed) {
    values[`typed${call}_${type}`] = search.typedOut[type]?.expression
    if (form.hasForms) values[`typedExactly${call}_${type}`] = search.typedOut[type]?.exact
  }
  return { form, values }
}

/** The search of a call, with placeholders for its words. */
export function soughtOf({ weighed, common, commonExactly, begun, typed, hasForms }: SoughtForm, call: number) {
  const each = <Value>(types: readonly SearchType[], value: (type: SearchType) => Value) =>
    Object.fromEntries(types.map(type => [type, value(type)]))
  const typedOut = (type: SearchType): Record<'expression' | 'exact', Placeholder> => ({
    expression: sql.placeholder(`typed${call}_${type}`),
    exact: sql.placeholder(`typedExactly${call}_${type}`),
  })
  return {
    expression: sql.placeholder(`query${call}`),
    exact: hasForms ? sql.placeholder(`exact${call}`) : null,
    weighed: each(weighed, type => sql.placeholder(`weighed${call}_${type}`)),
    beginnings: each(begun, type => sql.placeholder(`begun${call}_${type}`)),
    typedOut: each(typed, typedOut),
    common,
    commonExactly,
  }
}
