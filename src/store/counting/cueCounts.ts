import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import type { Relation } from '../schema/relations.ts'
import { documents } from '../tables/documents.ts'
import type { statements } from '../tables/statements.ts'

/** `count` places in what one publisher published at which the same words, in lower case, introduce what is said. */
export interface CueCount {
  /** Null where the publisher is not known. */
  readonly publisher: number | null
  readonly cue: string
  readonly count: number
  /** How many statements they introduce. */
  readonly statements: number
}

/**
 * Counts cues by publisher and words: each place once, however many statements it introduces and coders have read it. An index has the
 * statements by their cues; by publishers they are told apart here, since SQLite would sort all of them by both.
 */
export function countCues(database: Database, filter: FilterInput | null): CueCount[] {
  const rows = database.all<{ cue: string; documentIds: string; cueIds: string }>(cueCountQuery(filter))
  const { publishers, publisherOf } = readPublishers(database, rows)
  const seen = new Seen()
  const [counts, statements] = [new Uint32Array(publishers.length), new Uint32Array(publishers.length)]
  const found = rows.flatMap(({ cue, documentIds, cueIds }) => {
    const [inDocuments, places] = [idsIn(documentIds), idsIn(cueIds)]
    const met: number[] = []
    for (let index = 0; index < places.length; index += 1) {
      const at = publisherOf[inDocuments[index] ?? 0] ?? 0
      if (statements[at] === 0) met.push(at)
      statements[at] = (statements[at] ?? 0) + 1
      if (seen.isNew(places[index] ?? 0)) counts[at] = (counts[at] ?? 0) + 1
    }
    return met.map(at => {
      const counted = {
        publisher: publishers[at] ?? null,
        cue,
        count: counts[at] ?? 0,
        statements: statements[at] ?? 0,
      }
      counts[at] = statements[at] = 0
      return counted
    })
  })
  return found.sort((one, other) => (one.publisher ?? 0) - (other.publisher ?? 0))
}

/** The query of `countCues`: for it, and for looking at its plan. */
export function cueCountQuery(filter: FilterInput | null): SQL {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  return sql`
    select ${row.cueWords} as cue, json_group_array(${row.documentId}) as documentIds, json_group_array(${row.cueId}) as cueIds
    from ${statement.table} ${name(row)}
    where ${row.cueWords} is not null and ${compiler.condition(statement, row, filter)} group by 1 order by 1`
}

/** For so many cues at most, the publishers of their documents are looked up; for more, those of all documents are read. */
const mostLookedUp = 100

/** The publishers of the documents, null among them, and which of them each document has, by its row id. */
function readPublishers(database: Database, rows: readonly { readonly documentIds: string }[]) {
  const isFew = rows.length <= mostLookedUp && rows.every(({ documentIds }) => documentIds.length < 1_000)
  const asked = JSON.stringify(isFew ? rows.flatMap(({ documentIds }) => idsIn(documentIds)) : [])
  const which = isFew ? sql`d.id in (select value from json_each(${asked}))` : sql`true`
  const found = database.all<{ publisher: number | null; documentIds: string }>(sql`
    select d.publisherId as publisher, json_group_array(d.id) as documentIds from ${documents} d where ${which} group by 1`)
  const publisherOf: number[] = []
  for (const [place, { documentIds }] of found.entries()) for (const id of idsIn(documentIds)) publisherOf[id] = place
  return { publishers: found.map(({ publisher }) => publisher), publisherOf }
}

function idsIn(array: string): readonly number[] {
  return JSON.parse(array)
}

/** Which row ids have been met: a set of a million takes ten times as long. */
class Seen {
  #isSeen = new Uint8Array(1_024)

  /** Whether the id is met for the first time. */
  isNew(id: number): boolean {
    if (id >= this.#isSeen.length) {
      const held = this.#isSeen
      this.#isSeen = new Uint8Array(2 * id)
      this.#isSeen.set(held)
    }
    if (this.#isSeen[id] === 1) return false
    this.#isSeen[id] = 1
    return true
  }
}

/** What names the statements behind a reporting verb: a publisher, and the cues that have the lemma; and how many they are. */
export interface VerbKey {
  readonly publisher: number | null
  readonly cues: readonly string[]
  readonly statements: number
}

/**
 * From a publisher's reporting verb to the statements that it introduces. The parent is the JSON of a `VerbKey`. They are
 * reached by the documents, in whose order they are listed: a verb is frequent, and a page of it is short.
 */
export const verbStatements: Relation<typeof statements, 'POSITION'> = {
  name: 'verbStatements',
  target: statement,
  where: (parent, row) => sql`
    ${row.documentId} in (select d.id from ${documents} d where d.publisherId is ${parent} ->> '$.publisher')
    and +${row.cueWords} in (select value from json_each(${parent}, '$.cues'))`,
  count: parent => Number(JSON.parse(String(parent)).statements),
}
