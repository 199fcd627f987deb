/** The fields of a dossier as tables of docs/dossier.md, made of its schema. */

import { z } from 'zod'
import { dossierSchema } from './dossier.ts'

interface Field {
  readonly name: string
  readonly holds: string
  readonly isNeeded: boolean
  readonly meaning: string
}

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** A table for each kind of entry, in the order of a dossier. */
export function dossierTables(): string {
  const schema: Schema = schemaOf(z.toJSONSchema(dossierSchema, { target: 'draft-7', io: 'input' }))
  const tables: string[] = []
  addTables('the dossier', schema, tables)
  return tables.join('\n\n')
}

function schemaOf(made: object): Schema {
  return made
}

function addTables(title: string, schema: Schema, tables: string[]): void {
  const fields = fieldsOf(schema)
  const rows = fields.map(
    ({ name, holds, isNeeded, meaning }) => `| \`${name}\`${isNeeded ? '' : ' ?'} | ${holds} | ${meaning} |`,
  )
  tables.push([`**${title}**`, '', '| field | holds | meaning |', '| --- | --- | --- |', ...rows].join('\n'))
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const inner = entryOf(field)
    if (inner !== null && !isQuote(inner))
      addTables(`${title === 'the dossier' ? '' : `${title}.`}${name}`, inner, tables)
  }
}

function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, field]) => ({
    name,
    holds: holdsOf(field),
    isNeeded: required.includes(name),
    meaning: plain(field.description ?? entryOf(field)?.description ?? ''),
  }))
}

/** The mapping that a field has, or that each of its items or entries is. */
function entryOf(schema: Schema): Schema | null {
  if (schema.properties) return schema
  if (schema.items) return entryOf(schema.items)
  if (typeof schema.additionalProperties === 'object') return entryOf(schema.additionalProperties)
  for (const each of schema.anyOf ?? []) {
    const found = entryOf(each)
    if (found !== null) return found
  }
  return null
}

function isQuote({ properties = {} }: Schema): boolean {
  return 'exact' in properties
}

function holdsOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``
  if (schema.enum) return schema.enum.map(value => `\`${String(value)}\``).join(' ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(holdsOf))].join(' or ')
  if (schema.properties) return isQuote(schema) ? 'words' : 'mapping'
  if (schema.items) return `list of ${holdsOf(schema.items)}`
  if (typeof schema.additionalProperties === 'object') return `${holdsOf(schema.additionalProperties)} by key`
  return { string: 'text', integer: 'number', boolean: '`true` or `false`' }[schema.type ?? ''] ?? schema.type ?? ''
}

function plain(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
