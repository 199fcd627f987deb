import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { exportLists } from '../../src/server/export/lists.ts'
import { graphIn, importInto } from '../support/corpora.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'
import { writeNews } from '../support/news.ts'

const graph = testGraph()

interface Publisher {
  readonly publisher: { readonly slug: string }
  readonly verbs: readonly { readonly lemma: string; readonly count: number }[]
}

const address = (path: string, parts: Record<string, string | object> = {}) =>
  `/export/${path}?${new URLSearchParams(
    Object.entries(parts).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )}`

async function body(path: string, parts?: Parameters<typeof address>[1]): Promise<string> {
  const response = await graph.get(address(path, parts))
  const text = await response.text()
  expect({ path, status: response.status, text: response.status === 200 ? '' : text }).toEqual({
    path,
    status: 200,
    text: '',
  })
  return text
}

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

describe('each list', () => {
  test('leaves as CSV and as JSON lines, with the same rows', async () => {
    expect(exportLists.size).toBeGreaterThan(20)
    for (const [name, { columns }] of exportLists) {
      const rows = rowsOf(await body(`${name}.csv`))
      const records = (await body(`${name}.jsonl`))
        .split('\n')
        .slice(0, -1)
        .map(line => JSON.parse(line))
      expect(records.length, name).toBe(rows.length)
      for (const record of records) expect(Object.keys(record)).toEqual(columns)
    }
  })

  test('leaves whole, over several pages', async () => {
    const folder = temporaryFolder()
    const sentences = Array.from({ length: 230 }, (_, index) => ({
      text: `Ada said it ${index} times.`,
      source: 'Ada',
    }))
    await importInto(folder, 'jsonl', writeNews(folder, [{ slug: 'long-day', sentences }]), { dataset: 'press' })
    const text = await (await graphIn(folder).get(address('statements.csv'))).text()
    expect(new Set(rowsOf(text).map(({ slug }) => slug)).size).toBe(230)
  })

  test('is as long as the API counts it, by the same filter', async () => {
    for (const filter of [{}, { speaker: 'mark-green' }, { quotation: 'DIRECT' }]) {
      const answer = await graph.ask('query ($f: StatementFilter) { statements(filter: $f) { totalCount } }', {
        f: filter,
      })
      expect(rowsOf(await body('statements.csv', { filter }))).toHaveLength(
        Number(JSON.parse(JSON.stringify(dataOf(answer))).statements.totalCount),
      )
    }
  })

  test('names what its nodes lead to by slugs, and takes an order and a length', async () => {
    const order = { by: 'TIME', direction: 'DESC' }
    const [first, ...others] = rowsOf(
      await body('statements.csv', { filter: { speaker: 'mark-green' }, order, first: '2' }),
    )
    expect(others).toHaveLength(1)
    expect(first).toMatchObject({ speaker: 'mark-green', document: 'wane-ice-435000' })
  })

  test('leaves whole texts out, and says so; datasets say their licences', async () => {
    const response = await graph.get(address('documents.csv'))
    expect(response.headers.get('dixit-left-out')).toBe('text')
    expect(await response.text()).not.toContain('Tony Gonzales')
    expect(response.headers.get('link')).toBe(
      '<http://dixit.test/export/datasets.csv>; rel="license", ' +
        '<http://dixit.test/export/documents.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
    )
    expect(exportLists.get('datasets')?.columns).toEqual(expect.arrayContaining(['licence', 'url']))
  })
})

describe('a network', () => {
  test('leaves as CSV, GraphML, DL, SVG and PNG', async () => {
    expect(rowsOf(await body('network.csv', { mode: 'TWO' })).length).toBeGreaterThan(5)
    const xml = await body('network.graphml', { actors: 'PERSON' })
    const names: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', error => {
      throw error
    })
    parser.on('opentag', ({ name }) => names.push(name))
    parser.write(xml).close()
    expect(names[0]).toBe('graphml')
    expect(names.filter(name => name === 'node').length).toBeGreaterThan(2)
    expect(await body('network.dl')).toMatch(/^dl n = \d+/)
    expect(await body('network.svg')).toMatch(/^<svg /)
    const png = await graph.get(address('network.png'))
    expect(png.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  test('takes the arguments of the API, and refuses others', async () => {
    const filtered = rowsOf(await body('network.csv', { mode: 'TWO', filter: { speaker: 'mark-green' } }))
    expect(new Set(filtered.map(({ from }) => from))).toEqual(new Set(['mark-green']))
    const response = await graph.get(address('network.csv', { agregation: 'CONGRUENCE' }))
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('Did you mean aggregation?'),
    ])
  })
})

describe('analyses', () => {
  test('the verbs with which statements are reported, as the API counts them', async () => {
    const rows = rowsOf(await body('verbs.csv', { first: '3' }))
    const answered = dataOf(
      await graph.ask('{ reportingVerbs(first: 3) { publishers { publisher { slug } verbs { lemma count } } } }'),
    ) as { reportingVerbs: { publishers: Publisher[] } }
    expect(rows.map(({ publisher, lemma, count }) => [publisher, lemma, Number(count)])).toEqual(
      answered.reportingVerbs.publishers.flatMap(({ publisher, verbs }) =>
        verbs.map(({ lemma, count }) => [publisher.slug, lemma, count]),
      ),
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test('the words that tell two sides apart', async () => {
    const sides = { one: { speaker: 'mark-green' }, other: { speaker: 'tony-gonzales' }, minimum: '1', leastZ: '0' }
    const rows = rowsOf(await body('wording.csv', sides))
    expect(new Set(rows.map(({ side }) => side))).toEqual(new Set(['one', 'other']))
    const lines = (await body('wording.jsonl', sides)).trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line).words)).toEqual(rows.map(({ words }) => words))
  })

  test('speakers side by side, by claims or by what else is asked for', async () => {
    const speakers = 'mark-green,tony-gonzales'
    const rows = rowsOf(await body('compare.csv', { speakers }))
    expect(rows.length).toBeGreaterThan(1)
    expect(new Set(rows.map(({ speaker }) => speaker))).toEqual(new Set(['mark-green', 'tony-gonzales']))
    const reporting = rowsOf(await body('compare.csv', { speakers: 'mark-green,patrick-lechleitner' }))
    expect(reporting.filter(({ what }) => what?.startsWith('Cooperating')).map(({ what }) => what)).toEqual(
      Array(4).fill(expect.stringMatching(/ · SUPPORTS · REPORTED$/)),
    )
    expect(Object.keys(rowsOf(await body('compare.csv', { speakers, part: 'speechActs' }))[0] ?? {})).toEqual([
      ...['what', 'shared', 'speaker', 'count', 'concluded', 'share'],
    ])
  })
})

test('the same again is not sent again', async () => {
  const first = await graph.get(address('claims.csv'))
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"/)
  expect((await graph.get(address('claims.csv'), { 'if-none-match': etag })).status).toBe(304)
})

test.each([
  ['statments.csv', {}, 404, 'Did you mean statements?'],
  ['statements.xlsx', {}, 404, 'must end in .csv, .jsonl'],
  ['statements.csv', { fliter: '{}' }, 400, 'Did you mean filter?'],
  ['statements.csv', { filter: '{' }, 400, 'filter is not a JSON object'],
  ['statements.csv', { filter: { nope: 1 } }, 400, 'unknown field'],
  ['statements.csv', { first: 'ten' }, 400, 'a whole number of rows'],
  ['network.csv', { mode: 'THREE' }, 400, 'mode must be ONE or TWO'],
  ['compare.csv', { speakers: 'mark-green,ice', part: 'claim' }, 400, 'Did you mean claims?'],
  [
    'statements.csv',
    { document: 'wane-ice-435000' },
    400,
    'There is no parameter “document”. It is a condition of the filter: filter={"document": "wane-ice-435000"}',
  ],
  ['documents.csv', { author: 'Doe' }, 400, 'filter={"author": {"contains": "Doe"}}'],
  ['figures.csv', { value: '435719' }, 400, 'filter={"value": {"eq": 435719}}'],
  ['network.graphml', { speaker: 'mark-green' }, 400, 'filter={"speaker": "mark-green"}'],
  ['verbs.csv', { publisher: 'wane' }, 400, 'There is no parameter “publisher”'],
])('%s %j is refused, and the message says why', async (path, parts, status, message) => {
  const response = await graph.get(address(path, parts))
  expect(response.status).toBe(status)
  expect(JSON.parse(await response.text()).errors[0].message).toContain(message)
})

test.each([
  ['statements.csv', 'first=1&first=2', 'first is given twice, as “1” and as “2”. Give it once'],
  ['statements.csv-metadata.json', 'first=1&first=2', 'first is given twice'],
  ['compare.csv', 'speakers=mark-green&speakers=ice', 'the values of a list are joined by commas'],
  ['network.csv', 'mode=ONE&mode=TWO', 'mode is given twice'],
  ['annotations.json', 'limit=1&limit=2', 'limit is given twice'],
])('%s?%s gives a parameter two values, and is refused', async (path, parameters, message) => {
  const response = await graph.get(`/export/${path}?${parameters}`)
  expect(response.status).toBe(400)
  expect(JSON.parse(await response.text()).errors[0].message).toContain(message)
})

test('a parameter that is given twice with one value counts once', async () => {
  const response = await graph.get('/export/statements.csv?first=1&first=1')
  expect(rowsOf(await response.text())).toHaveLength(1)
})

describe('Web Annotations', () => {
  interface AnnotationPage {
    readonly type: string
    readonly id: string
    readonly partOf: string
    readonly next?: string
    readonly items: readonly { readonly id: string }[]
  }
  const pathOf = (url: string) => url.slice(url.indexOf('/export/'))
  const read = async (url: string): Promise<AnnotationPage> => (await graph.get(pathOf(url))).json()

  async function walked(limit: string): Promise<string[]> {
    const ids: string[] = []
    for (let url: string | undefined = `/export/annotations.json?limit=${limit}`; url !== undefined; ) {
      const page = await read(url)
      expect(page.type).toBe('AnnotationPage')
      expect(pathOf(page.id)).toBe(pathOf(url))
      expect(page.items.length).toBeLessThanOrEqual(Number(limit))
      ids.push(...page.items.map(({ id }) => id))
      url = page.next
    }
    return ids
  }

  test('the collection leads to a page, and each page to the next, whatever its size', async () => {
    const response = await graph.get('/export/annotations.json')
    expect(response.headers.get('content-type')).toContain('http://www.w3.org/ns/anno.jsonld')
    const collection = await response.json()
    expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' })
    expect((await read(collection.first)).partOf).toBe(collection.id)
    const ids = await walked('1000')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(200)
    expect(await walked('37')).toEqual(ids)
  })

  test.each([
    ['limit=0', 400],
    ['limit=1001', 400],
    ['limit=five', 400],
    ['after=nowhere', 400],
    ['after=nowhere:3', 404],
    ['first=3', 400],
  ])('%s is refused', async (parameters, status) => {
    expect((await graph.get(`/export/annotations.json?${parameters}`)).status).toBe(status)
  })

  test('they are read as JSON alone', async () => {
    expect((await graph.get('/export/annotations.csv')).status).toBe(404)
  })
})
