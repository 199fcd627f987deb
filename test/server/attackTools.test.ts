import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getIntrospectionQuery } from 'graphql'
import { expect, test } from 'vitest'
import { root } from '../support/cli.ts'
import { INTERNAL } from '../support/faults.ts'
import { testServer } from '../support/server.ts'

// What graphql-cop and GraphQL Armor look for, asked of the server as it is served. docs/reliability.md has a row for each.

const server = await testServer()

const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
const posted = (body: unknown, headers: Readonly<Record<string, string>> = {}): Ask => [
  '/graphql',
  { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) },
]
const query = (text: string) => posted({ query: text })
const got = (text: string, accept = 'application/graphql-response+json'): Ask => [
  `/graphql?query=${encodeURIComponent(text)}`,
  { headers: { accept } },
]
const times = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join(' ')

type Ask = readonly [path: string, init: RequestInit]

/** Full pages inside of full pages, five deep. */
const pages = (size: string) => {
  const wordings = (inner: string) =>
    `mentions(${size}) { nodes { statement { figures(${size}) { nodes { ${inner} } } } } }`
  return `figures(${size}) { nodes { ${wordings(wordings('label'))} } }`
}

const below = (levels: number, inner: string) =>
  `${'figures { nodes { referent { '.repeat(levels)}${inner}${' } } }'.repeat(levels)}`

/** By the words that docs/reliability.md has for it: what is asked. */
const asked: Readonly<Record<string, Ask>> = {
  'alias overloading: 101 aliases at the root': query(`query cop { ${times(101, n => `alias${n}:__typename`)} }`),
  'aliases in a fragment, 60 of them': query(
    `{ figures { nodes { ...F } } } fragment F on Figure { ${times(60, n => `a${n}: label`)} }`,
  ),
  'aliases of a reserved kind, 600 of them': query(`{ documents { ${times(600, n => `__a${n}: totalCount`)} } }`),
  'array of 10 operations': posted(Array(10).fill({ query: 'query cop { __typename }' })),
  'introspection in a circle': query(
    'query cop { __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
  ),
  'ten times a directive that is none': query(`query cop { __typename ${'@aa'.repeat(10)} }`),
  'sixty times a directive': query(`query cop { __typename ${'@include(if: true) '.repeat(60)} }`),
  'field duplication: 500 times at the root': query(`query cop { ${'__typename \n'.repeat(500)}} `),
  'field duplication: 900 times below a field': query(`{ documents { ${'totalCount '.repeat(900)}} }`),
  'field suggestions': query('query cop { __schema { directive } }'),
  'a mutation by GET': got('mutation cop {__typename}'),
  'a query by GET': got('query cop {__typename}'),
  'GraphiQL for a browser': ['/graphql', { headers: { accept: 'text/html' } }],
  introspection: query(getIntrospectionQuery()),
  'a query in a form': [
    '/graphql',
    { method: 'POST', body: new URLSearchParams({ query: 'query cop { __typename }' }) },
  ],
  'trace mode': posted(
    { query: 'query cop { __typename }' },
    { 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1', 'x-graphql-cop-test': 'Trace Mode' },
  ),
  'an error that nobody handles': query('qwerty cop { abc }'),
  'fragments in a circle': query(
    'query cop { ...A } fragment A on Query { __typename ...B } fragment B on Query { __typename ...A }',
  ),
  'character limit: 90,000 characters': query(`{ __typename } #${'x'.repeat(90_000)}`),
  'character limit: 110,000 characters': query(`{ __typename } #${'x'.repeat(110_000)}`),
  'cost, by pages': query(`{ ${pages('first: 100')} }`),
  'cost, by last pages': query(`{ ${pages('last: 100')} }`),
  'cost, by fragments': query(`{ ...F } fragment F on Query { ${pages('first: 100')} }`),
  'cost, of an operation named __schema': query(`query __schema { ${pages('first: 100')} }`),
  'cost, of a fragment named __schema': query(`{ ...__schema } fragment __schema on Query { ${pages('first: 100')} }`),
  'depth, by fields': query(`{ ${below(8, 'label')} }`),
  'depth, by fragments': query(`{ ${below(4, '...F')} } fragment F on Referent { ${below(4, 'label')} }`),
  'depth, by inline fragments': query(`{ ${below(8, '... on Referent { ... { label } }')} }`),
  'tokens: 5,000': query(`{ ${'__typename '.repeat(5_000)} }`),
}

const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
const [, table = ''] = /\n## The checks of graphql-cop and GraphQL Armor\n(.*?)\n## /s.exec(page) ?? []
/** What the page says of each: the status, and the code of the refusal if it is one. */
const rows = [...table.matchAll(/^\| ([^|]+?) \| ([^|]+?) \| (\d{3})(?: `([A-Z_]+)`)? \|/gm)]

test('docs/reliability.md has a row for each', () => {
  expect(rows.map(([, what]) => what)).toEqual(Object.keys(asked))
})

test.each(rows.map(([, what = '', , status = '', code = '']) => ({ what, status: Number(status), code })))(
  '$what: $status $code',
  async ({ what, status, code }) => {
    const [path, init] = asked[what] ?? ['/', {}]
    const response = await fetch(server.address + path, init)
    const text = await response.text()
    const { errors = [], ...rest } = text.startsWith('{') ? JSON.parse(text) : {}
    expect({ status: response.status, code: errors[0]?.extensions.code ?? '' }).toEqual({ status, code })
    // Neither stack traces nor the names of our own things, nor more errors than one would read.
    expect(JSON.stringify(errors)).not.toMatch(INTERNAL)
    expect(JSON.stringify([errors, rest.extensions])).not.toMatch(/exception|stacktrace|tracing/i)
    expect(errors.length).toBeLessThanOrEqual(1)
  },
)

test('where only trusted documents are answered, nothing is suggested', async () => {
  const trusted = await testServer({ TRUSTED_ONLY: 'true' })
  const { status, errors } = await trusted.post({ query: '{ __schema { directive } }' })
  expect(status).toBe(403)
  expect(JSON.stringify(errors)).not.toContain('Did you mean')
})

test('what another site asks by GET, its pages cannot read', async () => {
  const { headers } = await server.request('/graphql?query={__typename}', {
    headers: { origin: 'https://evil.example' },
  })
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('none of it was a fault of ours', () => {
  expect(server.log).toEqual([])
})
