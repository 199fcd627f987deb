import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal'
import { introspectionFromSchema, lexicographicSortSchema } from 'graphql'
import { beforeAll, expect, expectTypeOf, test, vi } from 'vitest'
import type { Mention } from '../../examples/app/query.ts'
import { schema } from '../../src/graph/schema.ts'
import { root, start } from '../support/cli.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

// Each test starts a program of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const graph = testGraph()
let DIXIT_URL: string
beforeAll(async () => {
  DIXIT_URL = `${(await testServer()).address}/graphql`
})

const app = (args: readonly string[], address = DIXIT_URL) =>
  start(process.execPath, ['examples/app/main.ts', ...args], { DIXIT_URL: address }).ended

test('prints who said what about a number, in which words and where', async () => {
  const { figure } = dataOf(await graph.ask('{ figure(slug: "wane-ice-435000/convicted") { label } }')) as {
    figure: { label: string }
  }
  const { code, out, err } = await app(['435,719'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toBe(`Who said what about 435,719
===========================

435,719: ${figure.label}
  Patrick Lechleitner, through Lechleitner's letter to Gonzales
  “Of those, 435,719 are convicted criminals, and 226,847 have pending criminal charges,”
  (concluded: Speaker: The article quotes this without a source or a cue. “Of those” continues the sentence before it, which is about the letter that Lechleitner sent to Gonzales. Addressee: It continues the sentence about the letter to Gonzales. Channel: It continues the sentence about the letter.)
  in wane.com, https://www.wane.com/news/ice-released-over-435000-migrants-with-criminal-convictions-data-shows/?nxsparam=1, characters 521 to 528

`)
})

test('says what is wrong: with its arguments, with the address', async () => {
  expect(await app(['many'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: ') })
  const nobody = 'http://127.0.0.1:9/graphql'
  expect(await app(['435719'], nobody)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining(`There is no server at ${nobody}`),
  })
})

test('has the types of the API', () => {
  expectTypeOf<Mention['words']>().toEqualTypeOf<string>()
  expectTypeOf<NonNullable<Mention['statement']>['voice']>().toEqualTypeOf<
    'AGENT' | 'CHANNEL' | 'DOCUMENT' | 'UNIDENTIFIED' | 'UNLINKED'
  >()
  expectTypeOf<NonNullable<NonNullable<Mention['statement']>['speaker']>['name']>().toEqualTypeOf<string>()

  const types = outputIntrospectionFile(minifyIntrospection(introspectionFromSchema(lexicographicSortSchema(schema))), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  })
  const written = readFileSync(join(root, 'examples/app/graphql-env.d.ts'), 'utf8')
  expect(written === types, 'examples/app/graphql-env.d.ts is not that of the schema: npm run schema').toBe(true)
})
