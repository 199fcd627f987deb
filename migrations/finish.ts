// What drizzle-kit does not say in the migration that it generates, `npm run migration` adds.
import { readFileSync, writeFileSync } from 'node:fs'
import journal from './meta/_journal.json' with { type: 'json' }

const BREAK = '--> statement-breakpoint\n'

interface Snapshot {
  readonly tables: Readonly<Record<string, { readonly columns: Readonly<Record<string, unknown>> }>>
}

const [newest, previous] = journal.entries.toReversed()
if (newest === undefined) throw new Error('there is no migration')
const path = `${import.meta.dirname}/${newest.tag}.sql`
const before = previous === undefined ? { tables: {} } : snapshotOf(previous.tag)
const generated = readFileSync(path, 'utf8')
writeFileSync(path, withWhatNamesTables(withOldColumns(strict(generated))))

function strict(migration: string): string {
  return migration.replaceAll(/^\);$/gm, ') STRICT;')
}

/** A table that is made anew takes from the old one what that had: a new column would be read as a text in quotes. */
function withOldColumns(migration: string): string {
  return migration.replaceAll(
    /^INSERT INTO `__new_(\w+)`\((.*?)\) SELECT .*? FROM `\w+`;/gm,
    (_, table: string, columns: string) => {
      const had = before.tables[table]?.columns ?? {}
      const kept = columns.split(', ').filter(column => JSON.parse(column) in had)
      return `INSERT INTO \`__new_${table}\`(${kept.join(', ')}) SELECT ${kept.join(', ')} FROM \`${table}\`;`
    },
  )
}

/**
 * Triggers and views outlive a table that is made anew: with the old table its triggers would go, and whatever else names
 * it would not let the new one take its place.
 */
function withWhatNamesTables(migration: string): string {
  if (!migration.includes('DROP TABLE')) return migration
  const made = new Map<string, string>()
  for (const { tag } of journal.entries.slice(0, -1)) {
    for (const statement of readFileSync(`${import.meta.dirname}/${tag}.sql`, 'utf8').split(BREAK)) {
      const [, kind, name] = /^CREATE (TRIGGER|VIEW) `?(\w+)/m.exec(statement) ?? []
      if (kind !== undefined && name !== undefined) made.set(`${kind} \`${name}\``, statement.trim())
    }
  }
  const drops = [...made.keys()].map(named => `DROP ${named};${BREAK}`)
  return [...drops, migration, ...[...made.values()].map(text => `${BREAK}${text}`)].join('')
}

function snapshotOf(tag: string): Snapshot {
  // drizzle-kit wrote it.
  return JSON.parse(readFileSync(`${import.meta.dirname}/meta/${tag.slice(0, 4)}_snapshot.json`, 'utf8')) as Snapshot
}
