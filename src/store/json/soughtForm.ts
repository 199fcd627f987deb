import type { Placeholder } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import type { Search } from '../search/search.ts'
import { type SearchPlace, searchPlaces } from '../search/searchIndexes.ts'

/** What a search looks for, as far as the text of a statement depends on it. Its words are values of the statement. */
export interface SoughtForm {
  /** The places that are ranked by some of its words alone. */
  readonly weighed: readonly SearchPlace[]
  readonly common: readonly SearchPlace[]
  readonly commonExactly: readonly SearchPlace[]
  /** The places whose first rows are found by the words that stand in them (`Search.beginnings`). */
  readonly begun: readonly SearchPlace[]
  /** The places with expressions of their own (`Search.typedOut`). */
  readonly typed: readonly SearchPlace[]
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
  const having = (each: { readonly [Place in SearchPlace]?: unknown }) =>
    searchPlaces.filter(place => each[place] !== undefined)
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
  for (const place of form.weighed) values[`weighed${call}_${place}`] = search.weighed[place]
  for (const place of form.begun) values[`begun${call}_${place}`] = search.beginnings[place]
  for (const place of form.typed) {
    values[`typed${call}_${place}`] = search.typedOut[place]?.expression
    if (form.hasForms) values[`typedExactly${call}_${place}`] = search.typedOut[place]?.exact
  }
  return { form, values }
}

/** The search of a call, with placeholders for its words. */
export function soughtOf({ weighed, common, commonExactly, begun, typed, hasForms }: SoughtForm, call: number) {
  const each = <Value>(places: readonly SearchPlace[], value: (place: SearchPlace) => Value) =>
    Object.fromEntries(places.map(place => [place, value(place)]))
  const typedOut = (place: SearchPlace): Record<'expression' | 'exact', Placeholder> => ({
    expression: sql.placeholder(`typed${call}_${place}`),
    exact: sql.placeholder(`typedExactly${call}_${place}`),
  })
  return {
    expression: sql.placeholder(`query${call}`),
    exact: hasForms ? sql.placeholder(`exact${call}`) : null,
    weighed: each(weighed, place => sql.placeholder(`weighed${call}_${place}`)),
    beginnings: each(begun, place => sql.placeholder(`begun${call}_${place}`)),
    typedOut: each(typed, typedOut),
    common,
    commonExactly,
  }
}
