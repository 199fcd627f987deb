import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { root } from '../support/cli.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const sorted = (of: GraphQLSchema) => printSchema(lexicographicSortSchema(of))

test('schema.graphql is what the code serves', () => {
  const written = sorted(buildSchema(read('schema.graphql')))
  expect(written === sorted(schema), 'schema.graphql is not what the code serves: npm run schema').toBe(true)
})

test('schema.graphql is valid, which the server does not check when it starts', () => {
  expect(validateSchema(buildSchema(read('schema.graphql')))).toEqual([])
})

/** Every type, field, argument, input field, enum value and directive of ours, with its description. */
function described(of: GraphQLSchema): [path: string, description: string | null | undefined][] {
  const types = Object.values(of.getTypeMap()).filter(
    type => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )
  const directives = of.getDirectives().filter(directive => !isSpecifiedDirective(directive))
  return [
    ...types.flatMap((type): [string, string | null | undefined][] => [
      [type.name, type.description],
      ...(isEnumType(type) ? type.getValues().map(value => member(type.name, value)) : []),
      ...(isInputObjectType(type) ? Object.values(type.getFields()).map(field => member(type.name, field)) : []),
      ...(isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap(field => [
            member(type.name, field),
            ...field.args.map(argument => member(`${type.name}.${field.name}`, argument)),
          ])
        : []),
    ]),
    ...directives.flatMap(directive => [
      [`@${directive.name}`, directive.description] as [string, string | null | undefined],
      ...directive.args.map(argument => member(`@${directive.name}`, argument)),
    ]),
  ]
}

function member(
  of: string,
  { name, description }: { readonly name: string; readonly description?: string | null | undefined },
): [string, string | null | undefined] {
  return [`${of}.${name}`, description]
}

describe('every type, field, argument, input field and enum value', () => {
  const all = described(schema)

  test('has a description', () => {
    expect(all.length).toBeGreaterThan(1000)
    const missing = all.filter(([, description]) => !description?.trim()).map(([path]) => path)
    expect(missing, 'these say nothing of themselves in GraphiQL').toEqual([])
  })

  test('is described in whole sentences', () => {
    const unfinished = all.filter(([, text]) => text && !/^[\p{Lu}\p{Pi}"`].*[.)”]$/su.test(text.trim()))
    expect(unfinished, 'a description begins with a capital letter and ends with a full stop').toEqual([])
  })

  test('what is deprecated says what to use in its place', () => {
    const reasons = all.map(([path]) => [path, deprecation(path)]).filter(([, reason]) => reason !== undefined)
    expect(reasons.filter(([, reason]) => !/^Use /.test(reason ?? ''))).toEqual([])
  })

  function deprecation(path: string): string | undefined {
    const [typename = '', name = ''] = path.split('.')
    const type = schema.getType(typename)
    if (isEnumType(type)) return type.getValue(name)?.deprecationReason ?? undefined
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      return type.getFields()[name]?.deprecationReason ?? undefined
    }
    return undefined
  }
})

describe('it stays small', () => {
  const declaredIn = (text: string) => text.match(/^(type|input|enum|interface|union|scalar) /gm)?.length ?? 0
  const sizeOf = (text: string) => [declaredIn(text), Math.round(Buffer.byteLength(text) / 10_000) * 10]

  test('fewer types than the first release, for more; and its size is told', () => {
    const told = Array.from(
      read('docs/compatibility.md').matchAll(/^\| (\S+) +\| (\d+) +\| (\d+) /gm),
      ([, release, types, size]) => [release, Number(types), Number(size)],
    )
    const first = sizeOf(read('docs/releases/0.1.0.graphql'))
    const now = sizeOf(read('schema.graphql'))
    expect(told).toEqual([
      ['0.1.0', ...first],
      ['`main`', ...now],
    ])
    expect(now[0]).toBeLessThan(first[0] ?? 0)
  })

  test('what every list takes is described once', () => {
    const lists = Object.values(schema.getTypeMap())
      .flatMap(type => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []))
      .filter(({ args }) =>
        args.some(({ name, type }) => name === 'order' && !/^(Group|Concordance)/.test(String(type))),
      )
    expect(lists.length).toBeGreaterThan(150)
    const [, everywhere = ''] = /^## What holds everywhere\n(.*?)^## /ms.exec(read('docs/api.md')) ?? []
    for (const name of ['filter', 'order', 'first', 'after', 'last', 'before']) {
      const descriptions = new Set(lists.map(({ args }) => args.find(each => each.name === name)?.description))
      // Those of a document's annotations, which are of several types.
      descriptions.delete('Which annotations to list; all by default.')
      expect([...descriptions], name).toHaveLength(1)
      expect(everywhere).toContain(`\`${name}\``)
    }
  })
})

describe('what the last release promised', () => {
  const [last = ''] = readdirSync(join(root, 'docs/releases'))
    .filter(name => name.endsWith('.graphql'))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))

  /** The paths that the changelog declares under "Breaking" of what is not released: `Query.figures`, as code. */
  function declared(): Set<string> {
    const [, unreleased = ''] = /^## \S+ \(unreleased\)\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(read('CHANGELOG.md')) ?? []
    const [, breaking = ''] = /^### Breaking\n(.*?)(?=^### |$(?![\s\S]))/ms.exec(unreleased) ?? []
    return new Set(Array.from(breaking.matchAll(/`([^`]+)`/g), ([, path = '']) => path))
  }

  test('is kept, or the changelog says what breaks', async () => {
    const changes = await diff(buildSchema(read(`docs/releases/${last}`)), schema)
    const known = declared()
    const undeclared = changes
      .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
      .filter(({ path }) => !known.has(path ?? ''))
      // Where an argument or input field has another type because its old one has gone, that is declared once, with the type.
      .filter(
        ({ message }) => !known.has(/^(?:Type for argument|Input field) .* from '(\w+)' to/.exec(message)?.[1] ?? ''),
      )
      .map(({ path, message }) => `- \`${path}\`: ${message}`)
    expect(
      undeclared,
      `These break clients of ${last}. Keep them (docs/compatibility.md), or add these lines to CHANGELOG.md, under ` +
        '“### Breaking” of the open section',
    ).toEqual([])
  })

  test('what breaks is found: a field less, an argument more, a value less', async () => {
    const before = buildSchema('type Query { kept: Int gone: Int asks(by: Int): E } enum E { A B }')
    const after = buildSchema('type Query { kept: Int asks(by: Int, of: Int!): E } enum E { A }')
    const broken = (await diff(before, after)).filter(
      ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
    )
    expect(broken.map(({ path }) => path).toSorted()).toEqual(['E.B', 'Query.asks.of', 'Query.gone'])
  })
})

test('the schema of a release is frozen', () => {
  const digests = Object.fromEntries(
    readdirSync(join(root, 'docs/releases')).map(file => [
      file,
      createHash('sha256')
        .update(read(`docs/releases/${file}`))
        .digest('hex'),
    ]),
  )
  expect(digests).toEqual({ '0.1.0.graphql': '429dc967fa5426ab9d440482d183b640ee77a0cd1b743b8186a4ba2e89103786' })
})
