import { describe, expect, test } from 'vitest'
import { stemmerOf } from '../../src/model/stemmers.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { writeDocument } from '../support/writeDocument.ts'

// What docs/search.md promises of languages that the corpora of searchForms.test.ts do not have.

const sentences: Readonly<Record<string, string>> = {
  he: 'שָׁלוֹם לְכֻלָּם',
  ru: 'Йод лежит в аптеке',
  lo: 'ປະເທດລາວມີພູເຂົາ',
  km: 'ភាសាខ្មែរជាភាសាផ្លូវការ',
  my: 'မြန်မာနိုင်ငံသည်ကြီးသည်',
  th: 'เขาไม่มา',
  hi: 'यह उसकी किताब है',
  ja: 'ガスが止まった',
  de: 'Es sind 1.200 Kilometer',
  en: 'It weighs 1.200 tonnes',
}

const graph = testGraph(writer => {
  for (const [language, words] of Object.entries(sentences)) {
    writeDocument(writer, documentOf(language, [{ speaker: 'Bo', words }], { language }), { replace: false })
  }
})

/** The documents in whose statements words are found. */
async function foundIn(query: string): Promise<string[]> {
  const { search } = dataOf(
    await graph.ask(
      'query ($query: String!) { search(query: $query, types: STATEMENT, first: 100) { nodes { node { ... on Statement { document { slug } } } } } }',
      { query },
    ),
  ) as { search: { nodes: { node: { document: { slug: string } } }[] } }
  return search.nodes.map(({ node }) => node.document.slug)
}

test.each([
  ['שלום', 'he', 'without vowel marks'],
  ['לכלם', 'he', 'without vowel marks'],
  ['йод', 'ru', 'in small letters'],
  ['1200', 'de', 'where a point groups digits'],
  ['1.2', 'en', 'where a point begins decimals'],
  ['ガス', 'ja', 'as it is'],
])('%s finds what is in %s, %s', async (query, language) => {
  expect(await foundIn(query)).toEqual([language])
})

test.each([
  ['иод', 'и is not й'],
  ['ไม', 'a tone mark is no accent'],
  ['कि', 'a vowel sign is no accent'],
  ['カス', 'a voicing mark is no accent'],
])('%s finds nothing: %s', async query => {
  expect(await foundIn(query)).toEqual([])
})

describe('in scripts without spaces', () => {
  const words = ['lo', 'km', 'my', 'th'].flatMap(language => {
    const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(sentences[language] ?? '')
    return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike ? [[segment, language] as const] : []))
  })

  test('there are several words to a sentence', () => expect(words.length).toBeGreaterThan(8))

  test.each(words)('%s is a word of the sentence in %s', async (word, language) => {
    expect(await foundIn(word)).toContain(language)
  })
})

test('33 languages have a stemmer', () => {
  // Each language once: by its code of two letters where it has one. All of Norwegian has one stemmer.
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const codes = [...letters].flatMap(one => [...letters].map(other => one + other))
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const stemmed = new Set(
    codes.flatMap(code => (stemmerOf(code) === null ? [] : (names.of(code)?.split(' ')[0] ?? []))),
  )
  expect(stemmed.size).toBe(33)
})

test('words in a title count more than in a text, and in a name more than in another name', async () => {
  const ranked = testGraph(writer => {
    const filler = (n: number) => ({ speaker: null, words: `Nothing of interest is said here, number ${n}.` })
    writeDocument(
      writer,
      documentOf('in-text', [{ speaker: 'Ada', words: 'The dam holds.' }, filler(1)], {
        title: 'A river',
        otherNames: ['Moss'],
      }),
      { replace: false },
    )
    writeDocument(
      writer,
      documentOf('in-title', [{ speaker: 'Moss', words: 'The wall holds.' }, filler(2)], {
        title: 'A dam',
        otherNames: ['Ada'],
      }),
      { replace: false },
    )
    for (let n = 3; n < 30; n += 1) {
      writeDocument(writer, documentOf(`other-${n}`, [filler(n)], { title: `Other ${n}` }), { replace: false })
    }
  })
  const first = async (query: string, type: string) => {
    const { search } = dataOf(
      await ranked.ask(
        `{ search(query: "${query}", types: ${type}) { nodes { node { ... on Document { slug } ... on Person { slug } } } } }`,
      ),
    ) as { search: { nodes: { node: { slug: string } }[] } }
    expect(search.nodes).toHaveLength(2)
    return search.nodes[0]?.node.slug
  }
  expect(await first('dam', 'DOCUMENT')).toBe('in-title')
  expect(await first('Ada', 'AGENT')).toBe('Ada')
  expect(await first('Moss', 'AGENT')).toBe('Moss')
})
