import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { interchangeRecord } from '../../src/model/interchange.ts'
import { surelyTakes } from '../../src/model/surelyTakes.ts'
import { fixture } from '../support/corpora.ts'

const takes = surelyTakes(interchangeRecord)

const records = readdirSync(fixture(''), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(name => readFileSync(join(fixture(''), name), 'utf8').split('\n'))
  .flatMap((line): object[] => (line.startsWith('{"type"') ? [JSON.parse(line)] : []))

test('what the schema of records takes is taken without it, whatever kind of record it is', () => {
  const valid = records.filter(record => interchangeRecord.safeParse(record).success)
  const kinds = valid.map(record => ('type' in record ? record.type : null))
  expect(new Set(kinds)).toEqual(new Set(interchangeRecord.options.map(({ shape }) => shape.type.value)))
  // The address of a dataset is a URL, which is left to the schema: a file has one.
  const left = valid.filter(record => !takes(record))
  expect(left.filter(record => !('url' in record && 'type' in record && record.type === 'dataset'))).toEqual([])
})

/** Each place in a value, as the fields and indices that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))]
}

/** The value with something else at a place, or with nothing there. */
function changed(value: unknown, [name, ...rest]: readonly string[], to: { readonly put?: unknown }): unknown {
  if (name === undefined) return to.put
  if (Array.isArray(value)) {
    const given = 'put' in to || rest.length > 0 ? [changed(value[Number(name)], rest, to)] : []
    return value.toSpliced(Number(name) || 0, 1, ...given)
  }
  const copy: unknown = { ...(value as object) }
  if (rest.length === 0 && !('put' in to)) Reflect.deleteProperty(copy as object, name)
  else {
    // As JSON has it: a field of any name, also of one by which an assignment would change the prototype.
    const put = changed(Reflect.get(value as object, name), rest, to)
    Object.defineProperty(copy, name, { value: put, writable: true, enumerable: true, configurable: true })
  }
  return copy
}

const anything = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    true,
    0,
    -1,
    1,
    1.5,
    2 ** 60,
    Number.NaN,
    [],
    {},
    '',
    ' ',
    'a',
    'A',
    'a-b',
    'STATED',
  ),
  fc.constantFrom('SOURCE', 'statement', 'AGENT', 'x'.repeat(161), 'x'.repeat(10_001), [[0, 1]], [[1]], {
    at: [[0, 1]],
    exact: 'a',
  }),
  fc.jsonValue(),
)
const mutants = fc
  .tuple(fc.constantFrom(...records), fc.nat(), fc.option(anything, { nil: undefined }), fc.boolean(), fc.string())
  .map(([record, at, put, isAdded, name]) => {
    const places = placesIn(record)
    const place = places[at % places.length] ?? []
    return changed(record, isAdded ? [...place.slice(0, -1), name] : place, put === undefined ? {} : { put })
  })

test('nothing is taken that the schema refuses, or would change', () => {
  fc.assert(
    fc.property(mutants, mutant => {
      if (!takes(mutant)) return
      expect(interchangeRecord.safeParse(mutant)).toEqual({ success: true, data: mutant })
    }),
    { numRuns: 5_000 },
  )
})

test('what it does not know of a schema is left to the schema', () => {
  for (const schema of [
    z.string().trim(),
    z.coerce.number(),
    z.string().default('a'),
    z.lazy(() => z.string()),
    z.email(),
  ]) {
    expect(surelyTakes(schema as never)('a@b.de ')).toBe(false)
  }
})
