import { createRequire } from 'node:module'

// drizzle as CommonJS. As ES modules Node parses drizzle's package.json, 137 kB, again for each of its hundred files: that
// takes a second of every start, ten times as long as this. Types come from the packages' own names.
const require = createRequire(import.meta.url)
const orm: typeof import('drizzle-orm') = require('drizzle-orm')
const sqlite: typeof import('drizzle-orm/sqlite-core') = require('drizzle-orm/sqlite-core')

export const { aliasedTable, getTableColumns, getTableName, Placeholder, sql } = orm
export const { SQLiteSyncDialect, check, getTableConfig, index, integer, primaryKey, real, sqliteTable, text, unique } =
  sqlite
