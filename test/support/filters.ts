import fc, { type Arbitrary } from 'fast-check'
import { valuesOf } from '../../src/model/vocabulary.ts'
import { type FilterInput, isNullable } from '../../src/store/query/filter.ts'
import { aspectNames } from '../../src/store/query/filterAspects.ts'
import type { FilterField } from '../../src/store/query/filterField.ts'
import { filterFields } from '../../src/store/query/filterFields.ts'
import type { Entity } from '../../src/store/schema/entities.ts'
import { oddNumbers, oddTexts } from './oddities.ts'

const texts = fc.constantFrom(...oddTexts, '', 'aliens', 'said', 'agent-1', 'content', 'z', 'b', '%', '_', '\0')
const numbers = fc.constantFrom(
  ...oddNumbers.flatMap(number => number ?? []),
  -0,
  3,
  24,
  1e300,
  Number.MAX_SAFE_INTEGER,
)
const times = fc.constantFrom(
  '2024',
  '2024-07',
  '2024-07-15',
  '../2023',
  '2024-08/..',
  '/2024-01',
  '2023-05/2024-07',
  '../..',
)
const slugs = fc.constantFrom('agent-1', 'agent-3', 'odd-1', 'odd-0/s4', 'odd-2/figure-3', 'claim-2', 'nobody')

const code = {
  eq: texts,
  not: texts,
  in: fc.array(texts, { maxLength: 3 }),
  startsWith: texts,
  contains: texts,
  isNull: fc.boolean(),
}

const operators = {
  code,
  text: { ...code, exactly: fc.record(code, { requiredKeys: [] }) },
  number: {
    eq: numbers,
    not: numbers,
    in: fc.array(numbers, { maxLength: 3 }),
    lt: numbers,
    lte: numbers,
    gt: numbers,
    gte: numbers,
    near: fc.record({ value: numbers, within: fc.constantFrom(0, 0.01, 0.5, 3) }),
    isNull: fc.boolean(),
  },
  time: {
    overlaps: times,
    within: times,
    before: times,
    after: times,
    isNull: fc.boolean(),
  },
}

/** Any filter of an entity, as deep as `depth`: every field with every operator, and now and then none or several. */
export function filterOf(entity: Entity, depth: number): Arbitrary<FilterInput> {
  const conditions = Object.entries(filterFields.get(entity) ?? {}).flatMap(([name, field]) =>
    // A former name asks what that of today does.
    field.formerNameOf === undefined ? conditionsOf(entity, name, field, depth) : [],
  )
  const inner = depth > 0 ? [() => filterOf(entity, depth - 1)] : []
  const combined = inner.flatMap(filter => [
    fc.array(fc.constant(null).chain(filter), { maxLength: 2 }).map(and => ({ and })),
    fc.array(fc.constant(null).chain(filter), { maxLength: 2 }).map(or => ({ or })),
    fc
      .constant(null)
      .chain(filter)
      .map(not => ({ not })),
  ])
  const one: Arbitrary<FilterInput> = fc.oneof(...conditions, ...combined)
  return fc.array(one, { minLength: 1, maxLength: 2 }).map(parts => Object.assign({}, ...parts))
}

function conditionsOf(entity: Entity, name: string, field: FilterField, depth: number): Arbitrary<FilterInput>[] {
  const of = (arbitrary: Arbitrary<unknown>, key = name) => arbitrary.map(value => ({ [key]: value }))
  switch (field.kind) {
    case 'author':
      return [of(someOf(operators.text))]
    case 'text':
      return [of(someOf(field.isCode ? operators.code : operators.text))]
    case 'said':
    case 'imported':
      return [of(someOf(operators.time))]
    case 'number':
    case 'bound':
      return [of(someOf(operators.number))]
    case 'time':
      return [of(someOf(operators.time))]
    case 'term': {
      const term = fc.constantFrom(...valuesOf(field.vocabulary))
      return [
        of(fc.oneof(term, fc.array(term, { maxLength: 3 }))),
        ...(isNullable(entity, field.column) ? [of(fc.boolean(), aspectNames.has(name))] : []),
      ]
    }
    case 'search':
      // What words find has tests of its own.
      return []
    case 'flag':
      return [of(fc.boolean())]
    case 'holding':
      return [of(fc.integer({ min: 0, max: 1_000_000 }))]
    case 'condition':
      return [
        of(
          fc.record({
            aspect: fc.constantFrom('custody', 'release', 'none'),
            value: fc.constantFrom(null, 'not detained', 'none'),
          }),
        ),
      ]
    case 'label':
      return [of(fc.record({ name: fc.constantFrom('party', 'topic'), value: fc.constantFrom(null, 'none') }))]
    case 'one':
      return [
        of(slugs),
        of(fc.boolean(), aspectNames.has(name)),
        ...(depth > 0 ? [of(nested(field.target, depth), aspectNames.matches(name))] : []),
      ]
    case 'many':
      return depth > 0 ? [of(nested(field.relation.target, depth))] : []
  }
}

/** Made when it is needed: filters lead to each other without end. */
function nested(entity: Entity, depth: number): Arbitrary<FilterInput> {
  return fc.constant(null).chain(() => filterOf(entity, depth - 1))
}

function someOf(arbitraries: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<FilterInput> {
  const names = Object.keys(arbitraries)
  return fc
    .subarray(names, { minLength: 1, maxLength: 2 })
    .chain(chosen => fc.record(Object.fromEntries(chosen.map(name => [name, arbitraries[name] ?? fc.constant(null)]))))
}
