import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataOf, testGraph } from '../support/graph.ts'
import { TestDocument } from '../support/records.ts'
import { writeDocument } from '../support/writeDocument.ts'

interface Context {
  readonly before: string
  readonly exact: string
  readonly after: string
  readonly start: number
  readonly end: number
}

const units = ['WORD', 'SENTENCE', 'PARAGRAPH'] as const

describe('the context of a passage', () => {
  const text = [
    'First line. It has two sentences.',
    '',
    'U.S. Rep. Tony Gonzales, R-Texas, met Sen. J. Doe on Jan. 5. “It’s 5 p.m. now,” he said. They left 👩‍🚀 at once. Then 🎉!',
    'Last line',
  ].join('\n')
  const points = [...text]
  const place = (words: string, piece = words) => {
    const start = [...text.slice(0, text.indexOf(words))].length + [...words.slice(0, words.indexOf(piece))].length
    return [start, start + [...piece].length] as const
  }
  const graph = testGraph(writer => {
    const document = new TestDocument('lines', text)
    for (const words of ['Gonzales', 'It has two sentences.', 'Last', 'Last line', 'met', '👩‍🚀', 'R-Texas, met Sen']) {
      document.passage(place(words))
    }
    document.passage(place('Tony'), place('Doe'))
    document.passage([0, points.length])
    writeDocument(writer, document.records, { replace: false })
  })

  async function context(argument: string, ...pieces: (readonly [number, number])[]): Promise<Context> {
    const slug = `lines@${pieces.map(piece => piece.join('-')).join(',')}`
    const query = `query ($slug: String!) { documents { nodes { passages(filter: { slug: { eq: $slug } }) { nodes {
      context(${argument}) { before exact after start end }
    } } } } }`
    return Object(dataOf(await graph.ask(query, { slug }))).documents.nodes[0].passages.nodes[0].context
  }
  const around = async (argument: string, words: string) => {
    const { before, exact, after } = await context(argument, place(words))
    return `${before}[${exact}]${after}`
  }
  test.each(['before', 'after'])('says which side asks for more than is shown: %s', async side => {
    for (const units of [-1, 101]) {
      const { errors } = await graph.ask(
        `{ documents { nodes { passages { nodes { context(${side}: ${units}) { start } } } } } }`,
      )
      expect(errors?.[0]?.message).toBe(`${side}: ${units} is not from 0 to 100, the cap of units on a side.`)
    }
  })

  const sentence = 'U.S. Rep. Tony [Gonzales], R-Texas, met Sen. J. Doe on Jan. 5.'

  test.each([
    ['before: 0, after: 0', 'Gonzales', sentence],
    ['before: 1, after: 0', 'Gonzales', `It has two sentences.\n\n${sentence}`],
    ['before: 9, after: 1', 'Gonzales', `First line. It has two sentences.\n\n${sentence} “It’s 5 p.m. now,” he said.`],
    ['before: 1, after: 0', 'It has two sentences.', 'First line. [It has two sentences.]'],
    ['before: 0, after: 0', 'It has two sentences.', '[It has two sentences.]'],
    ['before: 0, after: 0, unit: WORD', 'met', '[met]'],
    ['before: 2, after: 3, unit: WORD', 'met', 'R-Texas, [met] Sen. J. Doe'],
    ['before: 3, after: 0, unit: WORD', 'Last', 'at once. Then 🎉!\n[Last]'],
    ['before: 0, after: 0, unit: PARAGRAPH', 'Last', '[Last] line'],
    [
      'before: 1, after: 5, unit: PARAGRAPH',
      'It has two sentences.',
      `First line. [It has two sentences.]\n\n${text.split('\n')[2]}\nLast line`,
    ],
    ['before: 0, after: 0', '👩‍🚀', 'They left [👩‍🚀] at once.'],
    ['before: 0, after: 0', 'R-Texas, met Sen', 'U.S. Rep. Tony Gonzales, [R-Texas, met Sen]. J. Doe on Jan. 5.'],
  ])('%s of “%s”', async (argument, words, expected) => {
    expect(await around(argument, words)).toBe(expected)
  })

  test('gives a whole sentence and its neighbours if nothing is said', async () => {
    expect(await context('unit: SENTENCE', place('Gonzales'))).toEqual(
      await context('before: 1, after: 1', place('Gonzales')),
    )
  })

  test('of a broken passage holds what stands between its pieces', async () => {
    const { before, exact, after } = await context('before: 0, after: 0', place('Tony'), place('Doe'))
    expect([before, exact, after]).toEqual(['U.S. Rep. ', 'Tony Gonzales, R-Texas, met Sen. J. Doe', ' on Jan. 5.'])
  })

  test('of the whole text is the text', async () => {
    expect(await context('before: 3, after: 3', [0, points.length])).toEqual({
      before: '',
      exact: text,
      after: '',
      start: 0,
      end: points.length,
    })
  })

  test.each(['before: -1', 'after: 101'])('refuses %s', async argument => {
    const { errors } = await graph.ask(`{ documents { nodes { passages { nodes {
      context(${argument}) { start }
    } } } } }`)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_ARGUMENT', argument: argument.split(':')[0] })
  })
})

describe('the guide', () => {
  const graph = testGraph()

  test('shows a query that answers from the seed', async () => {
    const guide = readFileSync(new URL('../../docs/evidence.md', import.meta.url), 'utf8')
    const [, query = ''] = /^```graphql\n(.*?)^```/ms.exec(guide) ?? []
    const { figureMentions } = Object(dataOf(await graph.ask(query)))
    const { before, exact, after } = figureMentions.nodes[0].passage.context
    expect([before.endsWith('“Of those, '), exact, after]).toEqual([
      true,
      '435,719',
      ' are convicted criminals, and 226,847 have pending criminal charges,”',
    ])
  })
})

describe('any passage of any text', () => {
  const words = [
    'U.S. ',
    'Rep. ',
    'said',
    ' ',
    '. ',
    '“no”',
    '!',
    '\n',
    '\n\n',
    '👩‍🚀',
    '𝒳',
    'é',
    '会議は',
    '。',
    '…',
    '?',
    '\t',
  ]
  const texts = fc.sample(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }).map(parts => parts.join('')),
    { numRuns: 40, seed: 7 },
  )
  const languages = ['en', 'ja', 'de-AT', 'not a tag', 'th']
  const graph = testGraph(writer => {
    for (const [index, text] of texts.entries()) {
      const length = [...text].length
      const document = new TestDocument(`t${index}`, text, { language: languages[index % languages.length] ?? 'en' })
      const offset = fc.integer({ min: 0, max: length })
      const pieces = fc.sample(fc.uniqueArray(offset, { minLength: 2, maxLength: 6 }), { numRuns: 12, seed: index })
      for (const offsets of pieces) {
        const sorted = offsets.toSorted((a, b) => a - b)
        const pairs = sorted.flatMap((start, at) => {
          const end = sorted[at + 1]
          return at % 2 === 0 && end !== undefined ? [[start, end] as const] : []
        })
        document.passage(...pairs)
      }
      writeDocument(writer, document.records, { replace: false })
    }
  })

  test('is reproduced exactly, with more units never showing less, by one reading of each text', async () => {
    const contexts = units.flatMap(unit =>
      [0, 1, 3].map(
        n => `${unit}_${n}: context(before: ${n}, after: ${n}, unit: ${unit}) { before exact after start end }`,
      ),
    )
    const answer = await graph.ask(`{ documents(first: 100) { nodes { text passages(first: 100) { nodes {
      start end prefix suffix ${contexts.join(' ')}
    } } } } }`)
    let seen = 0
    for (const { text, passages } of Object(dataOf(answer)).documents.nodes) {
      const points = [...text]
      const slice = (start: number, end: number) => points.slice(start, end).join('')
      for (const { start, end, prefix, suffix, ...read } of passages.nodes) {
        expect([prefix, suffix]).toEqual([slice(Math.max(0, start - 32), start), slice(end, end + 32)])
        for (const unit of units) {
          let inner: Context = { before: '', exact: slice(start, end), after: '', start, end }
          for (const n of [0, 1, 3]) {
            const context: Context = read[`${unit}_${n}`]
            expect(context.before + context.exact + context.after).toBe(slice(context.start, context.end))
            expect(context.exact).toBe(slice(start, end))
            expect(context.start <= inner.start && context.end >= inner.end).toBe(true)
            inner = context
            seen += 1
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(2000)
    expect(answer.sql.filter(sql => sql.includes('"documentTexts"'))).toHaveLength(1)
  })
})
