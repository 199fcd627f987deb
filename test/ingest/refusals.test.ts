import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dixit } from '../support/cli.ts'
import { importInto, tally } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

const text = 'Ann told Bob: “Over 12 people came in May, all of them neighbours.” Cy wrote 13 to 15.'
const other = 'It was in June.'

function at(exact: string, of = text) {
  const start = of.indexOf(exact)
  if (start < 0) throw new Error(`“${exact}” does not stand in the text`)
  return { at: [[start, start + exact.length]], exact }
}

const content = at('Over 12 people came in May, all of them neighbours.')

/** What holds, and each record that does not refers to. */
const sound: readonly object[] = [
  { type: 'rule', slug: 'rule', name: 'NEAREST', version: '1', meaning: 'Takes the nearest name.' },
  { type: 'agent', slug: 'ann', kind: 'PERSON', name: 'Ann' },
  { type: 'agent', slug: 'cy', kind: 'PERSON', name: 'Cy' },
  { type: 'agent', slug: 'twice', kind: 'UNKNOWN', name: 'Twice' },
  { type: 'referent', slug: 'twice', label: 'Twice' },
  { type: 'claim', slug: 'many', text: 'Many came.' },
  { type: 'coder', slug: 'kim', name: 'Kim' },
  { type: 'document', slug: 'd', text, language: 'en' },
  { type: 'document', slug: 'e', text: other, language: 'en' },
  { type: 'time', slug: 'd/may', document: 'd', span: at('May'), edtf: '2024-05' },
  { type: 'time', slug: 'e/june', document: 'e', span: at('June', other) },
  { type: 'figure', slug: 'd/came', document: 'd', label: 'came', value: 12, unit: 'person' },
  { type: 'statement', slug: 'd/1', document: 'd', content, speakers: ['ann'] },
  // Those whose names another one takes below: what names them then goes with them.
  { type: 'agent', slug: 'eve', kind: 'PERSON', name: 'Eve' },
  { type: 'referent', slug: 'eves', label: 'Those of Eve' },
  { type: 'claim', slug: 'few', text: 'Few came.' },
  { type: 'coder', slug: 'lee', name: 'Lee' },
  { type: 'document', slug: 'g', text: 'One.', language: 'en' },
]

const spoken = { type: 'statement', slug: 'd/2', document: 'd', content: at('13 to 15') }
const figure = { type: 'figure', slug: 'd/2', document: 'd', label: 'wrote', unit: 'person' }
const time = { type: 'time', slug: 'd/2', document: 'd', span: at('May') }
const change = { type: 'figureRelation', subject: 'd/came', kind: 'COMPARED_WITH', objects: ['d/came'] }
const membership = { type: 'membership', slug: 'm', member: 'ann', role: 'chair' }
const mention = { role: 'SOURCE', words: 'Cy', span: at('Cy') }
const stated = { claim: 'many', stance: 'SUPPORTS' }
const framed = { function: 'MORAL_EVALUATION', span: at('13') }

const bad = 'BAD_RECORD'
const reasoned = [bad, 'INFERRED needs a reason, and nothing else takes one'] as const
const ruled = [bad, 'AUTOMATIC needs a rule, and nothing else takes one'] as const

const refused: readonly (readonly [record: object, reason: string, why: string | undefined])[] = [
  [
    { type: 'agent', slug: 'o', kind: 'ORGANIZATION', name: 'O' },
    bad,
    'an ORGANIZATION has an organizationKind, and nobody else has one',
  ],
  [
    { type: 'agent', slug: 'p', kind: 'PERSON', organizationKind: 'PARTY', name: 'P' },
    bad,
    'an ORGANIZATION has an organizationKind, and nobody else has one',
  ],
  [{ type: 'agent', slug: 'b', kind: 'PERSON', name: ' ' }, bad, 'name: expected a name, not just blanks'],
  [
    { type: 'agent', slug: 'eve', kind: 'PERSON', name: 'Eva' },
    'DUPLICATE',
    'eve is “Eve” of interchange, a.jsonl, and “Eva” here',
  ],
  [
    { type: 'agent', slug: 'q', kind: 'PERSON', name: 'Q', dataset: 'none' },
    'UNKNOWN_REFERENCE',
    'the file has no dataset none',
  ],
  [{ type: 'claim', slug: 'few', text: 'None came.' }, 'DUPLICATE', 'few is “Few came.”, and “None came.” here'],
  [{ type: 'coder', slug: 'lee', name: 'Li' }, 'DUPLICATE', 'lee is “Lee”, and “Li” here'],
  [{ type: 'referent', slug: 'eves', label: 'Her own' }, 'DUPLICATE', 'eves is “Those of Eve”, and “Her own” here'],
  [{ type: 'document', slug: 'f', language: 'en' }, 'NO_TEXT', 'the text of f is left out'],
  [{ type: 'document', slug: 'f', text: 'e\u0301', language: 'fr' }, 'NOT_NORMALISED', 'it is not in NFC'],
  [{ type: 'document', slug: 'f', text: 'a\rb', language: 'fr' }, 'NOT_NORMALISED', 'its lines end with CR'],
  [{ type: 'document', slug: 'f', text: 'a\u0007b', language: 'fr' }, 'NOT_NORMALISED', 'it holds U+0007'],
  [
    { type: 'document', slug: 'f', text: '\uFEFFa', language: 'fr' },
    'NOT_NORMALISED',
    'it begins with a byte order mark',
  ],
  [
    { type: 'agent', slug: 'Ada Reyes', kind: 'PERSON', name: 'Ada' },
    bad,
    'slug: expected words of small letters and digits, joined by hyphens, such as ada-reyes',
  ],
  [{ type: 'document', slug: 'g', text: 'Another.', language: 'en' }, 'DUPLICATE', 'g says something else elsewhere'],
  [
    { type: 'document', slug: 'f', text: 'T.', language: 'en', published: 'soon' },
    'BAD_DATE',
    '“soon” is not an EDTF date or interval',
  ],
  [{ ...membership, organization: 'ann' }, bad, 'an agent is not a member of itself'],
  [{ ...membership, startDate: '2024', endDate: '2023' }, 'BAD_DATE', 'it ends in 2023, before it begins in 2024'],
  [
    { ...membership, startDate: '2024', bounds: '2020/2023' },
    'BAD_DATE',
    'it begins in 2024, outside its bounds 2020/2023',
  ],
  [{ ...membership, basis: 'INFERRED' }, ...reasoned],
  [{ ...membership, basis: 'STATED', reason: 'so it seems' }, ...reasoned],
  [{ ...membership, basis: 'AUTOMATIC' }, ...ruled],
  [{ ...membership, basis: 'STATED', rule: 'rule' }, ...ruled],
  [{ ...membership, basis: 'AUTOMATIC', rule: 'none' }, 'UNKNOWN_REFERENCE', 'there is no rule none'],
  [{ ...time, edtf: '2024-05', basis: 'UNRESOLVED' }, bad, 'a time without a date is UNRESOLVED'],
  [{ ...time, basis: 'STATED' }, bad, 'a time without a date is UNRESOLVED'],
  [{ ...time, edtf: '2024-05', basis: 'INFERRED' }, bad, 'INFERRED needs a reason'],
  [{ ...time, edtf: '2024-05', basis: 'AUTOMATIC' }, bad, 'AUTOMATIC needs a rule'],
  [{ ...time, edtf: '2024-05', basis: 'STATED', rule: 'rule' }, bad, 'what a rule read is AUTOMATIC or UNRESOLVED'],
  [{ ...time, span: { ...at('May'), exact: 'may' } }, 'NOT_VERBATIM', '“may” does not stand at 38-41'],
  [{ ...time, document: 'none' }, 'UNKNOWN_REFERENCE', 'there is no document none'],
  [{ ...figure }, bad, 'a figure has either a value or bounds'],
  [{ ...figure, value: 1, lower: 1 }, bad, 'a figure has either a value or bounds'],
  [{ ...figure, lower: 2, upper: 1 }, bad, 'the upper bound is less than the lower bound'],
  [{ ...figure, value: 1, time: 'd/may' }, bad, 'a time and the relation to it go together'],
  [{ ...figure, value: 1, timeRelation: 'AS_OF' }, bad, 'a time and the relation to it go together'],
  [{ ...figure, value: 1, time: 'e/june', timeRelation: 'AS_OF' }, bad, 'the time e/june is of another document'],
  [
    {
      ...figure,
      value: 1,
      conditions: [
        { aspect: 'where', value: 'here' },
        { aspect: 'where', value: 'there' },
      ],
    },
    bad,
    'an aspect has two conditions',
  ],
  [change, bad, 'a figure cannot relate to itself'],
  [{ ...change, kind: 'CHANGED_FROM' }, bad, 'a figure cannot relate to itself'],
  [{ ...change, objects: ['none'] }, 'UNKNOWN_REFERENCE', 'there is no figure none in this source'],
  [
    { ...spoken, time: 'd/may', said: '2024' },
    bad,
    'when it was said is either a time of the document or given as said',
  ],
  [{ ...spoken, time: 'e/june' }, bad, 'the time e/june is of another document'],
  [{ ...spoken, speakers: ['ann'], voice: 'UNIDENTIFIED' }, bad, 'a statement has either speakers or a voice'],
  [{ ...spoken, speakers: ['ann', 'ann'] }, bad, 'a speaker is named twice'],
  [{ ...spoken, voice: 'CHANNEL' }, bad, 'the voice of a channel needs the channel'],
  [
    { ...spoken, voice: 'DOCUMENT', cue: at('wrote') },
    bad,
    "the document's own voice has no source or cue, and is not reported in a statement",
  ],
  [
    { ...spoken, voice: 'DOCUMENT', reportedIn: 'd/1' },
    bad,
    "the document's own voice has no source or cue, and is not reported in a statement",
  ],
  [{ ...spoken, speakerBasis: 'INFERRED' }, ...reasoned],
  [{ ...spoken, addressee: 'cy', addresseeBasis: 'AUTOMATIC' }, ...ruled],
  [
    { ...spoken, mentions: [{ ...mention, link: 'EXACT_NAME' }] },
    bad,
    'a link is by what the words name an agent, where no rule says so',
  ],
  [
    { ...spoken, mentions: [{ ...mention, agent: 'cy', link: 'EXACT_NAME', basis: 'AUTOMATIC', rule: 'rule' }] },
    bad,
    'a link is by what the words name an agent, where no rule says so',
  ],
  [
    { ...spoken, mentions: [{ ...mention, span: { ...at('Cy'), exact: 'Di' } }] },
    'NOT_VERBATIM',
    '“Di” does not stand at 68-70',
  ],
  [{ ...spoken, stances: [stated, { ...stated, stance: 'OPPOSES' }] }, bad, 'a statement takes one stance to a claim'],
  [{ ...spoken, frames: [{ ...framed, target: 'twice' }] }, bad, 'twice is both an agent and a referent'],
  [{ ...spoken, frames: [{ ...framed, target: 'none' }] }, 'UNKNOWN_REFERENCE', 'there is no agent none'],
  [{ ...spoken, quotation: 'DIRECT' }, 'QUOTATION_MARKS', 'by its quotation marks it is INDIRECT, and not DIRECT'],
  [{ ...spoken, figures: [{ span: at('wrote') }] }, 'NOT_A_NUMBER', 'these words do not read as a number'],
  [
    { ...spoken, figures: [{ span: at('13 to 15'), approximation: 'BETWEEN', lower: 15, upper: 13 }] },
    bad,
    'the upper bound of a mention is less than the lower bound',
  ],
  [
    {
      ...spoken,
      figures: [{ span: at('13 to 15'), approximation: 'BETWEEN', lower: 13, upper: 15, quantifier: 'ALL' }],
    },
    bad,
    'NO_NUMBER has a quantifier, and nothing else has one',
  ],
  [
    { ...spoken, figures: [{ span: at('all'), approximation: 'NO_NUMBER' }] },
    bad,
    'NO_NUMBER has a quantifier, and nothing else has one',
  ],
  [
    { type: 'statementRelation', subject: 'd/1', kind: 'REPEATS', object: 'd/1' },
    bad,
    'a statement cannot relate to itself',
  ],
]

describe('a record that does not hold', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'a.jsonl')
  const lines = [...sound, ...refused.map(([record]) => record)].map(record => `${JSON.stringify(record)}\n`)
  writeFileSync(file, lines.join(''))

  test('is refused for what does not hold of it, and nothing else is', async () => {
    await importInto(folder, 'jsonl', file)
    const found: { line: number; reason: string; why?: string }[] = readFileSync(join(folder, 'rejects.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(found.map(({ line, reason, why }) => [line, reason, why])).toEqual(
      refused.map(([, reason, why], index) => [sound.length + index + 1, reason, why]),
    )
  })
})

test('a character that a text may hold is taken with the words that stand in it, and in no name', async () => {
  const folder = temporaryFolder()
  const old = 'Ann\u0092s mayor said so.'
  const named = { type: 'agent', slug: 'ann', kind: 'PERSON', name: 'Ann\u0092s mayor' }
  const said = {
    ...{ type: 'statement', slug: 'o/1', document: 'o', content: at('said so', old) },
    mentions: [{ role: 'SOURCE', words: 'Ann\u0092s mayor', span: at('Ann\u0092s mayor', old) }],
  }
  const records = [{ type: 'document', slug: 'o', text: old, language: 'en' }, said, named]
  writeFileSync(join(folder, 'a.jsonl'), records.map(record => `${JSON.stringify(record)}\n`).join(''))
  expect(tally(await importInto(folder, 'jsonl', join(folder, 'a.jsonl')))).toMatchObject([
    { taken: { document: 1, statement: 1 } },
  ])
  expect(readFileSync(join(folder, 'rejects.jsonl'), 'utf8')).toContain('U+0092')
})

test('a refused record stays one line, whatever it holds, when another source is imported', async () => {
  const folder = temporaryFolder()
  const write = (name: string, document: string) => {
    writeFileSync(
      join(folder, name),
      `${JSON.stringify({ type: 'document', slug: document, text: 'a\u2028b\u2029\u0007', language: 'en' })}\n`,
    )
    return join(folder, name)
  }
  await importInto(folder, 'jsonl', write('one.jsonl', 'd'))
  await importInto(folder, 'jsonl', write('two.jsonl', 'e'))
  const lines = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line).record.text)).toEqual(['a\u2028b\u2029\u0007', 'a\u2028b\u2029\u0007'])
})

test('the summary of an import says what is wrong, with the first three examples of each reason', async () => {
  const folder = temporaryFolder()
  const agents = ['A B', 'ann', 'ann', 'C D'].map(slug => ({ type: 'agent', slug, kind: 'PERSON', name: slug }))
  const dates = ['1', '1', '2', '3', '4'].map((published, index) => ({
    ...{ type: 'document', slug: `d${index}`, text: 'No.', language: 'en' },
    published,
  }))
  const file = join(folder, 'town.jsonl')
  writeFileSync(file, [...agents, ...dates].map(record => `${JSON.stringify(record)}\n`).join(''))
  const { out } = await dixit(['import', 'jsonl', file, '--no-readings'], { DIXIT_DB: join(folder, 'dixit.db') })
  const refusals = out.slice(out.indexOf('refused, '), out.indexOf('refused records'))
  expect(refusals.split('\n').map(line => line.trim())).toEqual([
    'refused, BAD_RECORD: A field is missing, unknown or not what its format says.',
    'town.jsonl:1: slug: expected words of small letters and digits, joined by hyphens, such as ada-reyes',
    '5  refused, BAD_DATE: The date is not valid EDTF, or ends before it begins.',
    'town.jsonl:5: “1” is not an EDTF date or interval',
    'town.jsonl:7: “2” is not an EDTF date or interval',
    'town.jsonl:8: “3” is not an EDTF date or interval',
    '',
  ])
})
