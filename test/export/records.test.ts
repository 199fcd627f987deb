import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { interchangeRecord } from '../../src/model/interchange.ts'
import { dixit } from '../support/cli.ts'
import { fixture, hasCorpora, polnear } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'
import { pythonWith } from '../support/python.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const folder = temporaryFolder()
let databases = 0

/** A database of its own, and what the command line does with it; every command must succeed. */
function database(name = `${databases++}`) {
  const DIXIT_DB = join(folder, `${name}.db`)
  const run = async (...args: string[]) => {
    const ended = await dixit(args, { DIXIT_DB })
    expect({ args, code: ended.code, err: ended.code === 0 ? '' : ended.err }).toEqual({ args, code: 0, err: '' })
    return ended
  }
  const leave = async (...filter: string[]) => {
    const out = join(folder, `${databases++}.jsonl`)
    await run('export', 'jsonl', '--texts', '--out', out, ...filter)
    return out
  }
  return { DIXIT_DB, run, leave }
}

/** Imports what left into a new database, and has it leave again. */
async function again(file: string): Promise<string> {
  const other = database()
  await other.run('import', 'jsonl', file, '--strict')
  return other.leave()
}

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n')
const textOf = (file: string) => readFileSync(file, 'utf8')

const small = ['legislators', 'liar', 'popolo', 'quotebank', 'parlamint', 'checkthat'] as const

/** The seed with the small corpora beside it, whose sources are linked by a register. */
async function makeEverything() {
  const graph = database('everything')
  await graph.run('seed')
  for (const format of small) await graph.run('import', format, fixture(format))
  await graph.run('import', 'polnear', fixture('polnear'), '--register', 'liar')
  await graph.run('import', 'jsonl', fixture('jsonl'), '--dataset', 'town')
  return graph
}

let made: ReturnType<typeof makeEverything> | undefined

function everything() {
  made ??= makeEverything()
  return made
}

describe('what leaves comes back, and leaves as the same bytes', () => {
  test('the seed', async () => {
    const graph = database()
    await graph.run('seed')
    const left = await graph.leave()
    expect(linesOf(left).length).toBeGreaterThan(150)
    expect(textOf(await again(left))).toBe(textOf(left))
  })

  test('the seed with small corpora beside it, all of it and by filters, each whole in itself', async () => {
    const graph = await everything()
    const filters = [
      [],
      ['--dataset', 'polnear'],
      ['--dataset', 'liar', '--dataset', 'legislators'],
      ['--speaker', 'Mark Green'],
      ['--dataset', 'liar', '--speaker', 'liar-ada-reyes'],
      ['--from', '2016', '--to', '2016'],
    ]
    const sizes = []
    for (const filter of filters) {
      const left = await graph.leave(...filter)
      sizes.push(linesOf(left).length)
      expect(textOf(await again(left)), filter.join(' ')).toBe(textOf(left))
    }
    expect(new Set(sizes).size).toBe(filters.length)
  })

  test('every field of every record', async () => {
    const file = join(fixture('everyField'), 'everyField.jsonl')
    const filled = new Set(linesOf(file).flatMap(line => filledIn(JSON.parse(line))))
    const known = interchangeRecord.options.flatMap(option => fieldsIn(option.shape.type.value, option))
    // A document without its text is not imported: the test below is about it.
    const missing = known.filter(field => !filled.has(field) && field !== 'document.sha256')
    expect(missing, 'add these to the fixture everyField').toEqual([])
    const graph = database()
    await graph.run('import', 'jsonl', file, '--strict', '--no-readings')
    expect(textOf(await graph.leave())).toBe(textOf(file))
  })

  test('a number that a person refused: rules read it nowhere else either', async () => {
    const graph = database()
    await graph.run('import', 'jsonl', join(fixture('wards'), 'wards.jsonl'), '--dataset', 'wards')
    const decisions = join(temporaryFolder(), 'decisions.yaml')
    writeFileSync(
      decisions,
      `decisions: 1
decidedBy: Joan Lind
readings:
  - mention: wards-1/1/read/8-18
    refuse: true
    reason: It is the name of the campaign.
`,
    )
    await graph.run('resolve', 'apply', decisions)
    const left = await graph.leave()
    const refused = { span: { at: [[8, 18]], exact: '12 million' }, reason: 'It is the name of the campaign.' }
    const noQuantities = linesOf(left).flatMap(line => JSON.parse(line).noQuantities ?? [])
    expect(noQuantities).toEqual([{ ...refused, decidedBy: 'Joan Lind' }])
    const other = database()
    await other.run('import', 'jsonl', left)
    const numbers = async (from: typeof graph) =>
      linesOf(await from.leave())
        .flatMap(line => JSON.parse(line).figures ?? [])
        .map(({ slug }) => slug)
    expect(await numbers(other)).toEqual(await numbers(graph))
    expect(await numbers(other)).not.toContain('wards-1/1/read/8-18')
    expect(textOf(await other.leave())).toBe(textOf(left))
  })

  test.skipIf(!hasCorpora)('PolNeAR (skipped without the corpora)', async () => {
    const graph = database()
    await graph.run('import', 'polnear', polnear())
    const left = await graph.leave()
    expect(linesOf(left).length).toBeGreaterThan(3_000)
    expect(textOf(await again(left))).toBe(textOf(left))
  })
})

/** The paths of the fields that a record fills. */
function filledIn(record: { readonly type: string }): string[] {
  const walk = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap(each => walk(each, path))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => [`${path}.${key}`, ...walk(inner, `${path}.${key}`)])
  }
  return walk(record, record.type)
}

/** The paths of the fields that a record can have, as its schema says. */
function fieldsIn(path: string, schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsIn(path, schema.unwrap())
  if (schema instanceof z.ZodArray) return fieldsIn(path, schema.element)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, inner]) => [
    `${path}.${key}`,
    ...fieldsIn(`${path}.${key}`, inner),
  ])
}

const duckdb = pythonWith('duckdb')

test.skipIf(duckdb === null)('DuckDB reads every line of it (skipped without python3 with duckdb)', async () => {
  const left = await (await everything()).leave()
  const script = `
import sys, json, duckdb
rows = duckdb.sql(f"select json->>'type' as type, count(*)::int as n from read_ndjson_objects('{sys.argv[1]}') group by 1")
print(json.dumps(dict(sorted(rows.fetchall()))))`
  const counts: Record<string, number> = {}
  for (const line of linesOf(left)) {
    const { type }: { type: string } = JSON.parse(line)
    counts[type] = (counts[type] ?? 0) + 1
  }
  expect(Object.keys(counts).length).toBeGreaterThan(8)
  expect(JSON.parse(duckdb?.(script, left) ?? '')).toEqual(counts)
})

test('a part says nothing of what does not leave', async () => {
  const graph = await everything()
  const records = linesOf(await graph.leave('--speaker', 'mark-green')).map(line => JSON.parse(line))
  const of = (type: string) => records.filter(record => record.type === type)
  expect(new Set(of('statement').flatMap(({ speakers }) => speakers))).toEqual(new Set(['mark-green']))
  expect(of('figure').map(({ slug }) => slug)).toEqual(['wane-ice-435000/green-tens-of-thousands'])
  expect(of('dataset')).toEqual([])
  expect(of('membership').map(({ member }) => member)).toEqual(['mark-green', 'mark-green'])
})

test('each dataset says its licence and its source, and texts without one stay', async () => {
  const graph = await everything()
  const out = join(folder, 'licensed.jsonl')
  const { err } = await graph.run('export', 'jsonl', '--out', out)
  expect(err).toContain('left out: the texts of ')
  const records = linesOf(out).map(line => JSON.parse(line))
  expect(records.filter(({ type }) => type === 'dataset').map(({ slug, licence }) => [slug, licence])).toContainEqual([
    'legislators',
    'CC0 1.0 Universal',
  ])
  const documents = records.filter(({ type }) => type === 'document')
  const seed = documents.find(({ slug }) => slug === 'wane-ice-435000')
  expect(seed).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(seed).not.toHaveProperty('text')
  expect(documents.filter(({ slug }) => slug.startsWith('liar-')).every(({ text }) => text !== undefined)).toBe(true)
  const other = database()
  const read = await other.run('import', 'jsonl', out)
  expect(read.out).toContain('refused, NO_TEXT')
})

test('a file of statements without a text among them is not imported, and the reason is said', async () => {
  const graph = database()
  await graph.run('seed')
  const out = join(folder, 'textless.jsonl')
  const { err } = await graph.run('export', 'jsonl', '--out', out)
  expect(err).toContain('cannot be imported from this file; --texts takes them along')
  const other = join(folder, 'textless.db')
  const failed = await dixit(['import', 'jsonl', out], { DIXIT_DB: other })
  expect(failed.code).toBe(3)
  expect(failed.out).not.toContain('imported')
  expect(failed.err).toMatch(/statements are refused, so nothing is written: 1 NO_TEXT .*export it again with --texts/)
  expect(JSON.parse((await dixit(['list', 'people', '--format', 'json'], { DIXIT_DB: other })).out)).toEqual([])
})

describe('what stands at the path', () => {
  test('is kept, and the message says how to replace it', async () => {
    const out = join(folder, 'mine.jsonl')
    writeFileSync(out, 'mine')
    const { DIXIT_DB } = await everything()
    const { code, err } = await dixit(['export', 'jsonl', '--out', out], { DIXIT_DB })
    expect({ code, err }).toEqual({
      code: 2,
      err: `dixit: --out ${out} already exists. --force replaces it.\n`,
    })
    expect(textOf(out)).toBe('mine')
  })

  test('is kept, and nothing is left, where the disk is full or a filter names nothing', async () => {
    const { DIXIT_DB } = await everything()
    const before = readdirSync(folder)
    const none = await dixit(['export', 'jsonl', '--out', join(folder, 'no.jsonl'), '--dataset', 'polnaer'], {
      DIXIT_DB,
    })
    expect({ code: none.code, err: none.err }).toEqual({
      code: 2,
      err: 'dixit: --dataset: nothing has the slug or name “polnaer”. Did you mean polnear (PolNeAR)?\n',
    })
    const full = await dixit(['export', 'jsonl', '--out', '/dev/full'], { DIXIT_DB })
    expect({ code: full.code, err: full.err }).toEqual({
      code: 2,
      err: 'dixit: --out /dev/full cannot be written: the disk is full.\n',
    })
    expect(readdirSync(folder)).toEqual(before)
  })

  test('is not made by a form that there is not', async () => {
    const { code, err } = await dixit(['export', 'jsnl', '--out', join(folder, 'x')], {})
    expect(code).toBe(2)
    expect(err).toContain('Did you mean jsonl?')
  })
})
