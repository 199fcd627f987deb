import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dossierJsonSchema, GUIDE_FILE, guideWithTables, SCHEMA_FILE } from '../../src/ingest/dossierSchema.ts'

test('docs/dossier.schema.json is what the schema says; if not: npm run schema:dossier', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(dossierJsonSchema())
})

test('docs/dossier.md has the fields that the schema has; if not: npm run schema:dossier', () => {
  const guide = readFileSync(GUIDE_FILE, 'utf8')
  expect(guide).toBe(guideWithTables(guide))
  expect(guide).toContain('| `speechAct` ? | `ASSERTIVE` `DIRECTIVE`')
})

test('every field has a description, for the editor to show', () => {
  const bare: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      for (const [name, field] of Object.entries(node.properties)) {
        if (!('description' in field)) bare.push(`${path}/${name}`)
      }
    }
    for (const [name, child] of Object.entries(node)) visit(child, `${path}/${name}`)
  }
  visit(JSON.parse(dossierJsonSchema()), '')
  expect(bare).toEqual([])
})
