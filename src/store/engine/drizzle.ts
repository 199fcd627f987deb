import { createRequire } from 'node:module'

// drizzle as CommonJS. As ES modules Node parses drizzle's package.json, 179 kB, again for each of its hundred files: that
// takes a second of every start, ten times as long as this. The files that are used here come by their own names: with
// drizzle's index come twice as many, for PostgreSQL and for queries that are not written in SQL.
const require = createRequire(import.meta.url)

export const { aliasedTable }: typeof import('drizzle-orm/alias') = require('drizzle-orm/alias')
export const { CasingCache }: typeof import('drizzle-orm/casing') = require('drizzle-orm/casing')
export const { Placeholder, sql }: typeof import('drizzle-orm/sql') = require('drizzle-orm/sql')
export const { getTableName }: typeof import('drizzle-orm/table') = require('drizzle-orm/table')
export const { getTableColumns }: typeof import('drizzle-orm/utils') = require('drizzle-orm/utils')
export const { check }: typeof import('drizzle-orm/sqlite-core/checks') = require('drizzle-orm/sqlite-core/checks')
export const {
  integer,
  real,
  text,
}: typeof import('drizzle-orm/sqlite-core/columns') = require('drizzle-orm/sqlite-core/columns')
export const {
  index,
  uniqueIndex,
}: typeof import('drizzle-orm/sqlite-core/indexes') = require('drizzle-orm/sqlite-core/indexes')
export const {
  primaryKey,
}: typeof import('drizzle-orm/sqlite-core/primary-keys') = require('drizzle-orm/sqlite-core/primary-keys')
export const { sqliteTable }: typeof import('drizzle-orm/sqlite-core/table') = require('drizzle-orm/sqlite-core/table')
export const {
  unique,
}: typeof import('drizzle-orm/sqlite-core/unique-constraint') = require('drizzle-orm/sqlite-core/unique-constraint')
export const {
  getTableConfig,
}: typeof import('drizzle-orm/sqlite-core/utils') = require('drizzle-orm/sqlite-core/utils')
