import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CodePoints } from '../../src/model/text.ts'
import { anything } from '../support/anything.ts'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, type TestGraph, testGraph } from '../support/graph.ts'
import { wholeTableScans } from '../support/plan.ts'
import { writeDocument } from '../support/writeDocument.ts'

const seed = testGraph()
const corpus = testGraph(writer => void writeCorpus(writer))
const texts = testGraph(writer => {
  for (const [slug, sentences] of [
    [
      'first',
      [
        { speaker: 'Bo', words: '😀 A plan is no plan at all, and a Plan B is a plan.' },
        { speaker: null, words: 'Whoever plans, plans.' },
      ],
    ],
    [
      'second',
      [
        { speaker: 'Ada', words: 'Éclair plan; the naïve plan.' },
        { speaker: 'Ada', words: 'No, no, no plan!' },
      ],
    ],
  ] as const) {
    writeDocument(writer, documentOf(slug, sentences), { replace: false })
  }
})

const linesQuery = `query ($term: String!, $scope: ConcordanceScope! = STATEMENTS, $filter: StatementFilter,
    $documentFilter: DocumentFilter, $window: Int! = 8, $order: ConcordanceOrder! = POSITION, $first: Int,
    $after: String, $last: Int, $before: String) {
  concordance(term: $term, scope: $scope, filter: $filter, documentFilter: $documentFilter, window: $window, order: $order,
      first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { left keyword right start end speaker { name } statement { slug text } document { slug text } }
  }
}`

interface Line {
  left: string
  keyword: string
  right: string
  start: number
  end: number
  speaker: { name: string } | null
  statement: { slug: string; text: string } | null
  document: { slug: string; text: string }
}

interface Lines {
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  nodes: Line[]
}

async function concordance(graph: TestGraph, term: string, more: Record<string, unknown> = {}): Promise<Lines> {
  const data = dataOf(await graph.ask(linesQuery, { term, first: more.last ? undefined : 100, ...more }))
  return (data as { concordance: Lines }).concordance
}

/** Each line as a concordance prints it. */
async function printed(graph: TestGraph, term: string, more: Record<string, unknown> = {}): Promise<string[]> {
  const { nodes } = await concordance(graph, term, more)
  return nodes.map(({ left, keyword, right }) => `${left}[${keyword}]${right}`)
}

/** Every line, page by page, forwards or backwards. */
async function walk(
  graph: TestGraph,
  term: string,
  size: number,
  way: 'first' | 'last',
  more: object,
): Promise<Line[]> {
  const lines: Line[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await concordance(graph, term, {
      ...more,
      [way]: size,
      [way === 'first' ? 'after' : 'before']: cursor,
    })
    if (way === 'first') lines.push(...page.nodes)
    else lines.unshift(...page.nodes)
    if (!(way === 'first' ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) return lines
    cursor = way === 'first' ? page.pageInfo.endCursor : page.pageInfo.startCursor
  }
}

describe('a line', () => {
  test('is there for every place, with windows of so many words', async () => {
    expect(await printed(texts, 'plan', { window: 2 })).toEqual(
      [
        'A [plan] is no',
        'is no [plan] at all',
        'and a [Plan] B is',
        'is a [plan].',
        'Éclair [plan]; the naïve',
        'the naïve [plan].',
        'no, no [plan]!',
      ].map((line, index) => (index === 0 ? `😀 ${line}` : line)),
    )
  })

  test('is the words of its document, exactly, at its offsets', async () => {
    for (const [graph, term] of [
      [texts, 'plan'],
      [seed, 'crimin*'],
      [seed, '435k'],
      [seed, 'the'],
    ] as const) {
      for (const scope of ['STATEMENTS', 'DOCUMENTS']) {
        const { nodes } = await concordance(graph, term, { scope })
        expect(nodes.length).toBeGreaterThan(1)
        for (const { left, keyword, right, start, end, statement, document } of nodes) {
          expect(new CodePoints(document.text).slice(start, end)).toBe(keyword)
          expect(scope === 'STATEMENTS' ? statement?.text : document.text).toContain(left + keyword + right)
        }
      }
    }
  })

  test('of a broken statement stands where its piece does', async () => {
    const filter = { slug: { eq: 'wane-ice-435000/administration-swore' } }
    const line = async (term: string) => (await concordance(seed, term, { filter })).nodes
    expect(await line('uphold')).toMatchObject([{ left: 'the laws … to ', keyword: 'uphold', start: 1913, end: 1919 }])
    expect(await line('laws')).toMatchObject([{ keyword: 'laws', right: ' … to uphold', start: 1894, end: 1898 }])
    expect(await line('laws to')).toMatchObject([{ keyword: 'laws … to', start: 1894, end: 1912 }])
  })

  test('stands once where a statement reports another: in the outer one, if that is looked in', async () => {
    const speakers = async (filter: object | null) =>
      (await concordance(seed, 'erode', { filter })).nodes.map(({ speaker }) => speaker?.name ?? null)
    expect(await speakers(null)).toEqual(['Patrick Lechleitner'])
    expect(await speakers({ hasReportedIn: true })).toEqual(['Immigration and Customs Enforcement'])
    expect(await speakers({ speaker: 'some-jurisdictions' })).toEqual(['some jurisdictions'])
    expect(await speakers({ or: [{ speaker: 'patrick-lechleitner' }, { speaker: 'some-jurisdictions' }] })).toEqual([
      'Patrick Lechleitner',
    ])
    for (const term of ['ice', 'the', 'to', 'crimin*']) {
      const { nodes, totalCount } = await concordance(seed, term)
      expect(totalCount).toBe(nodes.length)
      expect(new Set(nodes.map(({ start }) => start)).size).toBe(nodes.length)
    }
  })

  test('of a document names whoever has worded it, and not those of whom they report', async () => {
    const line = (term: string) => concordance(seed, term, { scope: 'DOCUMENTS' })
    const speakers = async (term: string) => (await line(term)).nodes.map(({ speaker }) => speaker?.name ?? null)
    expect(await speakers('erode')).toEqual(['Patrick Lechleitner'])
    expect(await speakers('facing')).toEqual(['Mark Green'])
    expect(await speakers('uphold')).toEqual(['Mark Green'])
    // The article words what it reports of a request, and of a letter.
    expect((await line('backgrounds')).nodes.map(({ statement }) => statement?.slug)).toEqual([
      'wane-ice-435000/letter-after-request',
    ])
  })

  test('of a document names the outermost statement that holds what no speaker has worded, if any', async () => {
    const { nodes } = await concordance(seed, 'released', { scope: 'DOCUMENTS' })
    expect(nodes.map(({ statement, speaker }) => [statement?.slug ?? null, speaker?.name ?? null])).toEqual([
      ['wane-ice-435000/lead', 'Patrick Lechleitner'],
      ['wane-ice-435000/wake-up-call', 'Tony Gonzales'],
      ['wane-ice-435000/assault', 'Patrick Lechleitner'],
      ['wane-ice-435000/by-offence', null],
      [null, null],
    ])
  })
})

describe('a term', () => {
  test('may be several words, begun, in quotation marks, a number', async () => {
    expect(await printed(texts, 'no plan', { window: 1 })).toEqual(['is [no plan] at', 'no, [no plan]!'])
    expect(await printed(texts, '"no pla*"', { window: 1 })).toEqual(['is [no plan] at', 'no, [no plan]!'])
    expect(await printed(texts, 'plan*', { window: 1 })).toContain('plans, [plans].')
    expect(await printed(texts, 'eclair naive')).toEqual([])
    expect(await printed(texts, 'NAIVE', { window: 1 })).toEqual(['the [naïve] plan.'])
    expect(await printed(seed, '435k', { window: 1 })).toEqual(['[435,000] undocumented', 'those, [435,719] are'])
  })

  test('that overlaps itself is one line', async () => {
    expect(await printed(texts, 'no no')).toEqual(['[No, no, no] plan!'])
  })

  test('that is empty or no word stands nowhere', async () => {
    for (const term of ['', ' ', '*', '!', '""']) {
      expect(await concordance(seed, term)).toMatchObject({ totalCount: 0, nodes: [] })
    }
  })

  test('is safe whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom('LEFT', 'POSITION'), async (term, order) => {
        const { totalCount, nodes } = await concordance(texts, term, { order })
        expect(nodes).toHaveLength(totalCount)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the order', () => {
  test('is by the words on the left or the right, the nearest first, case and diacritics aside', async () => {
    expect(await printed(texts, 'plan', { order: 'LEFT', window: 2 })).toEqual([
      '😀 A [plan] is no',
      'and a [Plan] B is',
      'is a [plan].',
      'Éclair [plan]; the naïve',
      'the naïve [plan].',
      'is no [plan] at all',
      'no, no [plan]!',
    ])
    expect(await printed(texts, 'plan', { order: 'RIGHT', window: 2 })).toEqual([
      'is a [plan].',
      'the naïve [plan].',
      'no, no [plan]!',
      'is no [plan] at all',
      'and a [Plan] B is',
      '😀 A [plan] is no',
      'Éclair [plan]; the naïve',
    ])
  })

  test('is by speaker, those without one first', async () => {
    const { nodes } = await concordance(texts, 'plan*', { order: 'SPEAKER' })
    expect(nodes.map(({ speaker }) => speaker?.name ?? null)).toEqual([
      null,
      null,
      'Ada',
      'Ada',
      'Ada',
      'Bo',
      'Bo',
      'Bo',
      'Bo',
    ])
  })

  test.each(['POSITION', 'SPEAKER', 'LEFT', 'RIGHT'])('%s is the same on pages of any size, both ways', async order => {
    const whole = (await concordance(texts, 'plan*', { order })).nodes
    expect(whole).toHaveLength(9)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 }), fc.constantFrom('first', 'last'), async (size, way) => {
        expect(await walk(texts, 'plan*', size, way, { order })).toEqual(whole)
      }),
      { numRuns: 12 },
    )
  })

  test('of documents is the same on pages of any size, both ways', async () => {
    for (const order of ['POSITION', 'LEFT']) {
      const options = { order, scope: 'DOCUMENTS' }
      const whole = (await concordance(texts, 'plan*', options)).nodes
      expect(whole).toHaveLength(9)
      expect(await walk(texts, 'plan*', 2, 'first', options)).toEqual(whole)
      expect(await walk(texts, 'plan*', 4, 'last', options)).toEqual(whole)
    }
  })
})

describe('among thousands', () => {
  const all = Array.from({ length: defaultSize.documents * defaultSize.statementsPerDocument }, (_, n) =>
    statementNumber(n),
  )
  const ofSpeaker = all.filter(({ speaker, term }) => speaker === 'speaker-3' && term === 'labourers')

  test('filters narrow it, of statements and of documents', async () => {
    const filter = { speaker: 'speaker-3' }
    const { totalCount, nodes } = await concordance(corpus, 'labourers', { filter, order: 'LEFT' })
    const byNumber = ofSpeaker.toSorted((a, b) => (String(a.value) < String(b.value) ? -1 : 1))
    expect(totalCount).toBe(ofSpeaker.length)
    expect(nodes.map(({ statement }) => statement?.slug)).toEqual(byNumber.slice(0, 100).map(({ slug }) => slug))
    const documentFilter = { slug: { eq: 'corpus-7' } }
    const inDocument = all.filter(({ slug, term }) => slug.startsWith('corpus-7/') && term === 'labourers')
    for (const scope of ['STATEMENTS', 'DOCUMENTS']) {
      const lines = await concordance(corpus, 'labourers', { scope, documentFilter })
      expect(lines.totalCount).toBe(inDocument.length)
      expect(lines.nodes.map(({ statement }) => statement?.slug)).toEqual(inDocument.map(({ slug }) => slug))
    }
  })

  test('it takes as many SQL statements however many lines there are, and no full scan', async () => {
    for (const options of [
      {
        scope: 'STATEMENTS',
        order: 'POSITION',
        filter: { hasSpeaker: true },
        documentFilter: { title: { startsWith: 'R' } },
      },
      { scope: 'STATEMENTS', order: 'SPEAKER' },
      { scope: 'STATEMENTS', order: 'LEFT' },
      { scope: 'DOCUMENTS', order: 'POSITION', documentFilter: { title: { startsWith: 'R' } } },
      { scope: 'DOCUMENTS', order: 'RIGHT' },
    ]) {
      // Which statements stand inside of others is found once, whatever is looked for.
      await corpus.ask(linesQuery, { ...options, term: 'labourers', first: 1 })
      const few = await corpus.ask(linesQuery, { ...options, term: 'labourers', first: 2 })
      const many = await corpus.ask(linesQuery, { ...options, term: 'labourers', first: 100 })
      expect(dataOf(few)).not.toEqual(dataOf(many))
      expect(many.sql).toHaveLength(few.sql.length)
      expect(wholeTableScans(corpus.database, many.sql)).toEqual([])
    }
  })

  test('it is not sorted by context if there are too many, and says so', async () => {
    const { errors } = await corpus.ask(linesQuery, { term: 'that', order: 'LEFT' })
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('more than 5000 texts, which is the limit for sorting by context'),
        extensions: { code: 'TOO_MANY_HITS', argument: 'order' },
      },
    ])
    expect(await concordance(corpus, 'that', { order: 'SPEAKER', first: 1 })).toMatchObject({ totalCount: all.length })
  })
})

describe('whose words a keyword is', () => {
  const worded = async (term: string, scope: string) => {
    const answer = await seed.ask(
      `query ($term: String!, $scope: ConcordanceScope!) { concordance(term: $term, scope: $scope, first: 5) {
        nodes { wording statement { speaker { slug } } wordedIn { speaker { slug } } } } }`,
      { term, scope },
    )
    const { concordance } = dataOf(answer) as {
      concordance: {
        nodes: {
          wording: string | null
          statement: { speaker: { slug: string } | null } | null
          wordedIn: { speaker: { slug: string } | null } | null
        }[]
      }
    }
    return concordance.nodes.map(({ wording, statement, wordedIn }) => [
      statement?.speaker?.slug ?? null,
      wording,
      wordedIn?.speaker?.slug ?? null,
    ])
  }

  test('of speech reported inside quoted speech it is the outer speaker who words it, in either scope', async () => {
    expect(await worded('uphold', 'DOCUMENTS')).toEqual([['mark-green', 'SPEAKER', 'mark-green']])
    for (const [, , speaker] of await worded('uphold', 'STATEMENTS')) expect(speaker).toBe('mark-green')
  })

  test('a paraphrase is worded by the document', async () => {
    expect(await worded('have been released by the agency', 'DOCUMENTS')).toEqual([
      ['patrick-lechleitner', 'REPORTER', null],
    ])
  })
})

describe('arguments that do not fit are refused', () => {
  test.each([
    [{ window: 0 }, 'window', 'window: 0 is not from 1 to 50 words.'],
    [{ window: 51 }, 'window', 'window: 51 is not from 1 to 50 words.'],
    [{ scope: 'DOCUMENTS', order: 'SPEAKER' }, 'order', expect.stringContaining('SPEAKER is for scope STATEMENTS')],
    [{ scope: 'DOCUMENTS', filter: { hasSpeaker: true } }, 'filter', expect.stringContaining('documentFilter')],
  ])('%j', async (variables, argument, message) => {
    const { errors } = await seed.ask(linesQuery, { term: 'ice', ...variables })
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_SEARCH', argument } }])
  })

  test('a cursor of another order', async () => {
    const { pageInfo } = await concordance(seed, 'the', { first: 1 })
    const { errors } = await seed.ask(linesQuery, { term: 'the', order: 'LEFT', after: pageInfo.endCursor })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }])
  })
})
