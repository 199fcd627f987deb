import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Document, parseDocument } from 'yaml'
import { spliced } from '../../src/draft/desk/spliced.ts'

const plain = `# Coded by hand.
agents:
  a: { person: Ada } # the mayor
  # of the harbour
  b:
    person: "Bo 😀"   # him
statements:
  s1:
    speaker: a
    content: >-
      the pier
      is # safe
    figures:
    - { figure: f, words: "40" }
    # the second
    - figure: g
      words: 'x: y'
  s2: {speaker: b,   content: z}
# The end.
`
const bare = plain.replace('speaker: a\n', 'speaker: a\t# who\n').replace(/# The end.\n$/, '')
const texts = [plain, bare.trimEnd(), bare.replace('a: {', 'a: &ada {').replace('b:\n', 'c: *ada\n  b:\n')]
const written = texts.flatMap(text => [text, text.replaceAll('\n', '\r\n')]).flatMap(text => [text, `\uFEFF${text}`])

type Edit = (document: Document) => unknown
const keys = fc.constantFrom('b', 's1', 's2', 'new', 'é😀')
const values = fc.oneof(fc.string(), fc.integer(), fc.record({ speaker: fc.string(), content: fc.string() }))
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom('agents', 'statements'), keys, values).map(
    ([section, key, value]): Edit =>
      document =>
        document.setIn([section, key], document.createNode(value)),
  ),
  fc.tuple(fc.constantFrom('agents', 'statements'), keys).map(
    ([section, key]): Edit =>
      document =>
        document.hasIn([section, key]) && document.deleteIn([section, key]),
  ),
)

test.each(written.map((text, at) => [at, text] as const))(
  'whatever is edited is what is said afterwards, and every line of the others stays (%i)',
  (_, text) => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), made => {
        const document = parseDocument(text)
        for (const edit of made) edit(document)
        const after = spliced(text, document)
        expect(parseDocument(after).errors).toEqual([])
        expect(parseDocument(after).toJS()).toEqual(document.toJS())
        expect(after.split(/\r?\n/)).toEqual(expect.arrayContaining(text.split(/\r?\n/).slice(0, 3)))
        expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
      }),
      { seed: 7, numRuns: 40 },
    )
  },
)

test('a comment behind a value stays behind the next one', () => {
  const document = parseDocument(bare)
  document.setIn(['statements', 's1', 'speaker'], document.createNode('b'))
  expect(spliced(bare, document)).toBe(bare.replace('speaker: a\t# who', 'speaker: b # who'))
})
