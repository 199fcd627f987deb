import type { Database } from '../engine/database.ts'

/** A rule in one of its versions. */
export interface RuleVersion {
  readonly name: string
  readonly version: string
  readonly meaning: string
}

/** The row of a rule, which is made if it does not stand yet. */
export function ruleId(database: Database, { name, version, meaning }: RuleVersion): number {
  const slug = `${name.toLowerCase().replaceAll('_', '-')}-${version}`
  const row = database
    .prepare<[string, string, string, string], { id: number }>(
      `insert into rules (slug, name, version, meaning) values (?, ?, ?, ?)
       on conflict (slug) do update set meaning = excluded.meaning returning id`,
    )
    .get(slug, name, version, meaning)
  if (row === undefined) throw new Error('an insert returns its row')
  return row.id
}
