import Sqlite from 'better-sqlite3'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/engine/migrations.ts'
import { entities } from '../../src/store/schema/entities.ts'
import { testGraph } from '../support/graph.ts'

const { client } = testGraph().database

/** An empty database in memory, for writes that must fail. */
const empty = new Sqlite(':memory:')
empty.pragma('foreign_keys = ON')
migrate(empty)

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  readonly pk: number
}

const tables = client
  .prepare<[], { name: string; type: string; strict: 0 | 1 }>(
    "select name, type, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'",
  )
  .all()
const columnsOf = (table: string) =>
  client.prepare<[string], Column>('select name, type, "notnull", pk from pragma_table_info(?)').all(table)

describe('the tables', () => {
  test('are strict', () => {
    const loose = tables.filter(({ type, strict }) => type === 'table' && strict === 0).map(({ name }) => name)
    expect(loose, 'run npm run migration, which makes tables STRICT').toEqual([])
    expect(tables.length).toBeGreaterThan(entities.length)
  })

  test('hold the seed soundly', () => {
    expect(client.pragma('foreign_key_check')).toEqual([])
    expect(client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  test('refuse text where a number belongs', () => {
    expect(() => empty.exec("insert into claims (id, slug, text) values ('first', 'a', 'b')")).toThrow(
      expect.objectContaining({ code: 'SQLITE_MISMATCH' }),
    )
    expect(() => empty.exec("insert into documentTexts (documentId, text) values (1, x'00')")).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_DATATYPE' }),
    )
  })

  test('have an index that begins with each foreign key, so that each walk can be walked back', () => {
    const unserved = tables.flatMap(({ name }) => {
      const keys = client.prepare<[string], string>('select "from" from pragma_foreign_key_list(?)').pluck().all(name)
      const leading = client
        .prepare<[string], string>(
          'select c.name from pragma_index_list(?) i, pragma_index_info(i.name) c where c.seqno = 0',
        )
        .pluck()
        .all(name)
      const primary = columnsOf(name).find(({ pk }) => pk === 1)?.name
      return keys.filter(key => !leading.includes(key) && key !== primary).map(key => `${name}.${key}`)
    })
    expect(unserved).toEqual([])
  })
})

/** Every column that holds a value of a vocabulary, with the vocabulary. */
const terms = entities
  .map(({ table }) => table)
  .filter(table => is(table, SQLiteTable))
  .flatMap(table =>
    Object.values(getTableColumns(table)).flatMap(column =>
      column.enumValues ? [{ table: getTableName(table), column: column.name, values: [...column.enumValues] }] : [],
    ),
  )

/** What a table asks for one of, though each alone may be null. */
const wanted: Readonly<Record<string, Record<string, unknown>>> = {
  figures: { value: 1 },
  frameUses: { function: 'MORAL_EVALUATION' },
}

/**
 * A row that the table takes, but for what the test changes: text for text, 1 for numbers, the first of a vocabulary, and
 * nothing where that may be.
 */
function plainRow(table: string): Record<string, unknown> {
  const choices = new Map(terms.filter(term => term.table === table).map(({ column, values }) => [column, values[0]]))
  const needed = columnsOf(table).filter(({ notnull }) => notnull === 1)
  return {
    ...Object.fromEntries(
      needed.map(({ name, type }) => [name, choices.get(name) ?? (type.toUpperCase() === 'TEXT' ? 'x' : 1)]),
    ),
    ...wanted[table],
  }
}

function insert(table: string, row: Record<string, unknown>): void {
  const names = Object.keys(row)
  empty.pragma('foreign_keys = OFF')
  empty
    .prepare(`insert into "${table}" (${names.map(name => `"${name}"`)}) values (${names.map(() => '?')})`)
    .run(...Object.values(row))
}

describe('the vocabularies', () => {
  test.each(terms)('$table.$column takes its values alone', ({ table, column, values }) => {
    const definition = client
      .prepare<[string], string>('select sql from sqlite_schema where name = ?')
      .pluck()
      .get(table)
    const [, constraint, listed] =
      new RegExp(`CONSTRAINT "(\\w+)" CHECK\\(("${table}"\\."${column}" = [^()]*)\\)`).exec(definition ?? '') ?? []
    expect(listed?.split(' or ')).toEqual(values.map(value => `"${table}"."${column}" = '${value}'`))
    for (const bad of ['', values[0]?.toLowerCase(), `${values[0]} `, 'NONE_OF_THEM']) {
      expect(() => insert(table, { ...plainRow(table), [column]: bad })).toThrow(
        `CHECK constraint failed: ${constraint}`,
      )
    }
  })
})

describe('what contradicts itself is refused', () => {
  const stated = { basis: 'STATED', reason: null }
  test.each([
    [
      'an interval that ends before it begins',
      'figures',
      { value: null, lower: 2, upper: 1, magnitude: 2 },
      'figures_interval',
    ],
    [
      'a magnitude that is not the value',
      'figures',
      { value: 5, lower: null, upper: null, magnitude: 6 },
      'figures_amount',
    ],
    [
      'a figure without any number',
      'figures',
      { value: null, lower: null, upper: null, magnitude: 0 },
      'figures_amount',
    ],
    ['a passage of no length', 'passagePlaces', { start: 4, end: 4 }, 'passages_interval'],
    ['a passage before the text', 'passagePlaces', { start: -1, end: 4 }, 'passages_interval'],
    [
      'a speaker in the document’s own voice',
      'statements',
      { ...stated, voice: 'DOCUMENT', speakerId: 1 },
      'statements_speaker',
    ],
    [
      'an agent’s voice without the agent',
      'statements',
      { ...stated, voice: 'AGENT', speakerId: null },
      'statements_speaker',
    ],
    [
      'a statement inside of itself',
      'statements',
      { id: 7, reportedInId: 7, ...stated, voice: 'DOCUMENT' },
      'statements_nesting',
    ],
    ['a conclusion without its reason', 'memberships', { basis: 'INFERRED', reason: null }, 'memberships_reason'],
    ['a reason for what is stated', 'memberships', { basis: 'STATED', reason: 'because' }, 'memberships_reason'],
    ['a reason for what nobody has said', 'termUses', { reason: 'because' }, 'term_uses_reason'],
    ['a reading by a rule without the rule', 'termUses', { basis: 'AUTOMATIC' }, 'term_uses_rule'],
    ['a rule for what is stated', 'figureMentions', { basis: 'STATED', ruleId: 1 }, 'figure_mentions_rule'],
    ['a quantifier beside a number', 'figureMentions', { quantifier: 'ALL' }, 'figure_mentions_number'],
    ['a harm that nobody suffers', 'frameUses', { effect: 'HARMED' }, 'frame_uses_effect_on'],
    [
      'a change without its direction',
      'figureRelations',
      { subjectId: 3, objectId: 4, kind: 'CHANGED_FROM' },
      'figure_relations_change',
    ],
    [
      'a person of a kind of organization',
      'agents',
      { kind: 'PERSON', organizationKind: 'PARTY' },
      'agents_organization',
    ],
    ['an organization of no kind', 'agents', { kind: 'ORGANIZATION', organizationKind: null }, 'agents_organization'],
    [
      'a figure that stands to itself',
      'figureRelations',
      { subjectId: 3, objectId: 3, ...stated },
      'figure_relations_other',
    ],
  ])('%s', (_, table, cells, constraint) => {
    expect(() => insert(table, { ...plainRow(table), ...cells })).toThrow(`CHECK constraint failed: ${constraint}`)
  })
})

test('no foreign key is left without a choice of what becomes of a row whose target goes', () => {
  const undecided = entities.flatMap(({ table }) =>
    getTableConfig(table)
      .foreignKeys.filter(({ onDelete }) => onDelete === undefined || onDelete === 'no action')
      .map(key => `${getTableName(table)}.${key.reference().columns.map(({ name }) => name)}`),
  )
  expect(undecided).toEqual([])
})
