import type { z } from 'zod'
import { isRecord } from './isRecord.ts'

/** Whether a schema takes a value, and as it is: true says so, and false says nothing. */
type Test = (value: unknown) => boolean

const unsure: Test = () => false

/**
 * A test made from a schema, for whoever holds millions of values against it: it makes no copy of a value and no list of issues, and
 * takes a third of the time. Whatever it does not know of a schema, it leaves to the schema.
 */
export function surelyTakes<Taken>(schema: z.ZodType<Taken>): (value: unknown) => value is Taken {
  const test = testOf(schema)
  return (value): value is Taken => test(value)
}

function testOf(schema: z.core.SomeType): Test {
  // All schemas that the library has: what else there may be comes to the default below.
  const { def } = (schema as z.core.$ZodTypes)._zod
  const checks = checksOf(def)
  const has = (test: Test): Test =>
    checks.length === 0 ? test : value => test(value) && checks.every(each => each(value))
  switch (def.type) {
    case 'string':
      return has(value => typeof value === 'string')
    case 'number':
      return has(value => Number.isFinite(value))
    case 'boolean':
      return has(value => typeof value === 'boolean')
    case 'literal': {
      const values = new Set<unknown>(def.values)
      return has(value => values.has(value))
    }
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries))
      return has(value => values.has(value))
    }
    case 'optional': {
      const test = testOf(def.innerType)
      return has(value => value === undefined || test(value))
    }
    case 'nullable': {
      const test = testOf(def.innerType)
      return has(value => value === null || test(value))
    }
    case 'array': {
      const test = testOf(def.element)
      return has(value => Array.isArray(value) && value.every(test))
    }
    case 'tuple': {
      const tests = def.items.map(testOf)
      const isOf = (value: unknown) =>
        Array.isArray(value) && value.length === tests.length && tests.every((test, index) => test(value[index]))
      return def.rest === null ? has(isOf) : unsure
    }
    case 'object':
      return has(testOfFields(def.shape))
    case 'union':
      return has('discriminator' in def ? testOfOptions(def.options, String(def.discriminator)) : unsure)
    default:
      return unsure
  }
}

/** An object with fields of a shape, all that it needs and no others. */
function testOfFields(shape: z.core.$ZodShape): Test {
  const tests = new Map(Object.entries(shape).map(([name, schema]) => [name, testOf(schema)]))
  const needed = [...tests].flatMap(([name, test]) => (test(undefined) ? [] : [name]))
  return value => {
    if (!isRecord(value)) return false
    for (const name of Object.keys(value)) if (!tests.get(name)?.(value[name])) return false
    return needed.every(name => Object.hasOwn(value, name))
  }
}

/** One of several objects, by the field that tells them apart. */
function testOfOptions(options: readonly z.core.SomeType[], discriminator: string): Test {
  const tests = new Map(
    options.flatMap(option => {
      const { def } = (option as z.core.$ZodTypes)._zod
      const told =
        def.type === 'object' ? (def.shape[discriminator] as z.core.$ZodTypes | undefined)?._zod.def : undefined
      return told?.type === 'literal' ? told.values.map(value => [value, testOf(option)] as const) : []
    }),
  )
  return value => isRecord(value) && tests.get(value[discriminator] as string)?.(value) === true
}

/** What a schema may ask of a value beyond its type. */
type Check = z.core.$ZodChecks['_zod']['def'] | z.core.$ZodCustomDef

/** A format, such as that of a whole number, is a check itself. */
function checksOf(def: z.core.$ZodTypeDef): Test[] {
  const own: readonly object[] = 'check' in def ? [def] : []
  const added = (def.checks ?? []).map(({ _zod }) => _zod.def)
  // All checks that the library has: what else there may be comes to the default below.
  return [...own, ...added].map(check => testOfCheck(check as Check))
}

function testOfCheck(check: Check): Test {
  switch (check.check) {
    case 'min_length':
      return value => lengthOf(value) >= check.minimum
    case 'max_length':
      return value => lengthOf(value) <= check.maximum
    case 'greater_than':
      return value => (check.inclusive ? Number(value) >= Number(check.value) : Number(value) > Number(check.value))
    case 'number_format':
      return check.format === 'safeint' ? Number.isSafeInteger : unsure
    case 'string_format': {
      const { pattern } = check
      return check.format === 'regex' && pattern instanceof RegExp && !pattern.global && !pattern.sticky
        ? value => pattern.test(String(value))
        : unsure
    }
    case 'custom':
      return value => Boolean(check.fn(value))
    default:
      return unsure
  }
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN
}
