import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import type { FilterCompiler } from '../query/filter.ts'
import type { Entity } from '../schema/entities.ts'
import { remarked } from '../search/marks.ts'
import { eachPlace, nodeIdAt, numberOfPlace, searchedTypes, snippet } from '../search/search.ts'
import { placesOf, type SearchPlace, type SearchType, searchIndexes, typeAt } from '../search/searchIndexes.ts'
import type { CallRequest } from './request.ts'
import type { HitPart, RowSelection, SelectedHits } from './selection.ts'
import { type SoughtForm, soughtOf } from './soughtForm.ts'
import { type JsonValue, json, listOf, literal, numberOf, objectOf, plain } from './text.ts'

// What is written of the things that a search finds.

/** What is looked for: the types that are asked for, and the form of the search. */
export interface Sought {
  readonly types: CallRequest['types']
  readonly form: SoughtForm
}

/** Writes one row of an entity, of those for which `isThat` holds. */
type OneRow = (entity: Entity, of: RowSelection, isThat: (row: Entity['table']) => SQL) => JsonValue

/** The hits of a search, the best first. */
export function hitsOf({ parts, call }: SelectedHits, sought: Sought, filters: FilterCompiler, one: OneRow): SQL {
  const search = { ...soughtOf(sought.form, call), types: searchedTypes(sought.types), filters: {} }
  return objectOf(
    parts.map(([field, part]): [string, JsonValue] => {
      if (part.kind === 'constant') return [field, plain(literal(part.text))]
      const select = (at: SearchPlace, matches: SQL, { form, rank }: { readonly form: SQL; readonly rank: SQL }) =>
        sql`select ${form} as form, ${rank} as rank, ${numberOfPlace(at)} as place, found.rowid as id ${matches}`
      const limit = opaque(sql.placeholder(`limit${call}`))
      const found = sql`(select * from (${eachPlace(search, select, { compiler: filters, first: limit })}) order by form, rank, place, id limit ${limit})`
      const hit = objectOf(part.parts.map(([name, each]) => [name, hitPart(each, search.types, call, one)]))
      return [field, json(listOf(hit, sql`${found} hit`))]
    }),
  )
}

function hitPart(part: HitPart, types: readonly SearchType[], call: number, one: OneRow): JsonValue {
  const ofPlace = (value: (place: SearchPlace) => SQL) => {
    const places = placesOf(types).map(place => sql`when ${numberOfPlace(place)} then ${value(place)}`)
    return sql`case hit.place ${sql.join(places, sql` `)} end`
  }
  switch (part.kind) {
    case 'constant':
      return plain(literal(part.text))
    case 'type':
      return plain(ofPlace(place => literal(typeAt(place))))
    case 'score':
      return plain(numberOf(sql`(-hit.rank)`))
    case 'snippet': {
      const [open, close] = [sql.placeholder(`open${part.call}`), sql.placeholder(`close${part.call}`)]
      const words = sql.placeholder(`words${call}`)
      const shown = ofPlace(place => snippet(typeAt(place), nodeIdAt(place, sql`hit.id`), words))
      return plain(remarked(shown, open, close))
    }
    case 'node':
      return json(
        ofPlace(place => {
          const { entity } = searchIndexes[typeAt(place)]
          const isHit = (row: Entity['table']) => sql`${row.id} = ${nodeIdAt(place, sql`hit.id`)}`
          return one(entity, part.of(typeAt(place)), isHit).sql
        }),
      )
  }
}
