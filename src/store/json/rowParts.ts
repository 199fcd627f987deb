import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { documents, documentTexts } from '../tables/documents.ts'
import { memberships } from '../tables/memberships.ts'
import { channels } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'
import type {
  ComputedPart,
  RolePart,
  RowSelection,
  SelectedComputed,
  SelectedRoles,
  SelectedValues,
  ValuePart,
} from './selection.ts'
import { cell, type JsonValue, json, listOf, literal, objectOf, plain } from './text.ts'

// What is written of a row besides its columns and the rows that its keys lead to.

/** A text counts as so many rows that are read as it has this many bytes, so that megabytes of it do not pass as one. */
const bytesAsRow = 1_000

/** The few values that belong to the row. `partOf` writes what is asked of each of them. */
export function rowValues(
  { values: { table, key, order }, of }: SelectedValues,
  row: SQL,
  partOf: (part: ValuePart, value: SQL) => JsonValue,
): JsonValue {
  const value = sql.raw('v')
  const item =
    'kind' in of
      ? sql`json_quote(${cell(value, of.column)})`
      : objectOf(of.map(([name, part]) => [name, partOf(part, value)]))
  const rows = sql`(select * from ${table} where ${key} = ${row}.id order by ${order}, ${sql.identifier('rowid')}) ${value}`
  return json(listOf(item, rows))
}

/** The text of the document with that row id. */
export function documentTextSql(documentId: SQL): SQL {
  const { text } = documentTexts
  return sql`(select case when within_budget(octet_length(${text}) / ${sql.raw(String(bytesAsRow))}) then ${text} end
    from ${documentTexts} where ${documentTexts.documentId} = ${documentId})`
}

/** What is computed of the row. */
export function computedOf({ computation, call, shape, parts }: SelectedComputed, row: SQL): JsonValue {
  const documentId = cell(row, 'documentId')
  const language = sql`(select ${documents.language} from ${documents} where ${documents.id} = ${documentId})`
  const cells = [
    ...(computation.usesText ? [documentTextSql(documentId), language] : []),
    ...computation.columns.map(column => cell(row, column)),
    ...computation.given.map(name => sql`${sql.placeholder(`given_${name}${call}`)}`),
  ]
  const made = computation.of(cells)
  if (shape === 'plain') return plain(made)
  const item = objectOf(parts.map(([name, part]) => [name, computedPart(part)]))
  return json(
    shape === 'list'
      ? listOf(item, sql`json_each(${made}) computed`)
      : sql`(select ${item} from (select ${made} as value) computed)`,
  )
}

function computedPart(part: ComputedPart): JsonValue {
  if (part.kind === 'constant') return plain(literal(part.text))
  return plain(sql`computed.value ->> ${literal(part.key)}`)
}

/** The columns of a row that its computation takes. */
export function columnsOfComputed({ computation }: SelectedComputed): string[] {
  return [...computation.columns, ...(computation.usesText ? ['documentId'] : [])]
}

/** The columns of a statement that its speaker's roles depend on. */
export const columnsOfRoles = ['documentId', 'timeId', 'channelId', 'reportedInId', 'speakerId'] as const

/**
 * The roles of a statement's speaker at the time of the statement, by the rules of the analysis of speakers' roles: first
 * those that the document gives. `membershipOf` writes what is asked of a membership.
 */
export function rolesOf(
  { parts }: SelectedRoles,
  row: SQL,
  membershipOf: (of: RowSelection, membership: SQL) => SQL,
): JsonValue {
  const statement = (column: (typeof columnsOfRoles)[number]) => cell(row, column)
  const timed = sql`coalesce(${statement('timeId')}, c.timeId) is not null`
  const asWritten = sql`not (${timed}) and ${statement('reportedInId')} is null`
  const date = sql`case when ${timed} then e.edtf when ${statement('reportedInId')} is null then d.published end`
  const inDocument = sql`m.documentId is ${statement('documentId')}`
  // The limit, which is none, keeps SQLite from asking for each certainty twice.
  const held = sql`(select m.*, ${inDocument} as isStated, ${date} as roleDate, role_certainty(${inDocument},
      m.startDate, m.endDate, m.earliest, m.latest, m.basis, ${asWritten}, ${date}, d.published) as certainty
    from ${memberships} m cross join ${documents} d
    left join ${channels} c on c.id = ${statement('channelId')} and ${statement('timeId')} is null
    left join ${timeExpressions} e on e.id = coalesce(${statement('timeId')}, c.timeId)
    where m.memberId = ${statement('speakerId')} and d.id = ${statement('documentId')}
    order by isStated desc, m.id limit -1) role where role.certainty is not null`
  const item = objectOf(
    parts.map(([name, part]): [string, JsonValue] => [name, rolePart(part, of => membershipOf(of, sql.raw('role')))]),
  )
  return json(listOf(item, held))
}

function rolePart(part: RolePart, membershipOf: (of: RowSelection) => SQL): JsonValue {
  switch (part.kind) {
    case 'constant':
      return plain(literal(part.text))
    case 'membership':
      return json(membershipOf(part.of))
    case 'why':
      return plain(sql`iif(role.isStated, 'STATED_IN_DOCUMENT', 'DATED')`)
    case 'certainty':
      return plain(sql`role.certainty`)
    case 'date':
      return plain(sql`role.roleDate`)
  }
}
