import type { Database } from '../engine/database.ts'

/** Terms, which are counted in lower case, by how some statements mostly word them. */
export function termsAsWorded(database: Database, statements: readonly string[]): ReadonlyMap<string, string> {
  const rows = database
    .prepare<[string], { readonly folded: string; readonly words: string }>(
      `select u.folded, u.words from json_each(?) asked join statements s on s.slug = asked.value
       join termUses u on u.statementId = s.id group by u.folded, u.words order by count(*), u.words desc`,
    )
    .all(JSON.stringify(statements))
  return new Map(rows.map(({ folded, words }) => [folded, words]))
}
