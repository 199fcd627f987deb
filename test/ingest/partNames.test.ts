import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dixit } from '../support/cli.ts'
import { databaseIn, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const text = 'Tax 12 and 13 people, said Ada.'

function spanOf(words: string) {
  const start = text.indexOf(words)
  return { at: [[start, start + words.length]], exact: words }
}

const named = (slug: string | null) => (slug === null ? {} : { slug })

/** A statement with parts of each kind that may be named; null is left to the import. */
function said(
  slug: string,
  names: { terms?: (string | null)[]; figures?: (string | null)[]; frames?: (string | null)[] },
) {
  return {
    ...{ type: 'statement', slug, document: 'd', content: spanOf('Tax 12 and 13 people') },
    terms: names.terms?.map(name => ({ ...named(name), referent: 'people', span: spanOf('people') })),
    figures: names.figures?.map((name, index) => ({ ...named(name), span: spanOf(index === 0 ? '12' : '13') })),
    frames: names.frames?.map(name => ({ ...named(name), function: 'PROBLEM_DEFINITION', span: spanOf('Tax') })),
  }
}

const referent = { type: 'referent', slug: 'people', label: 'people' }
const document = { type: 'document', slug: 'd', text, language: 'en' }

/** Imports files of records one after the other: how many statements were taken, why others were not, and what the doctor finds. */
async function importing(...files: (readonly object[])[]) {
  const folder = temporaryFolder()
  let taken = 0
  const why: string[] = []
  for (const [index, records] of files.entries()) {
    const file = join(folder, `${index}.jsonl`)
    writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
    const [source] = await importInto(folder, 'jsonl', file, { dataset: 'talks' })
    taken += source?.taken.get('statement') ?? 0
    if ((source?.refused.size ?? 0) === 0) continue
    const rejects = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
    for (const line of rejects) {
      const { reason, why: said } = z.object({ reason: z.string(), why: z.string() }).parse(JSON.parse(line))
      why.push(`${reason}: ${said}`)
    }
  }
  const { err: doctor } = await dixit(['doctor'], { DIXIT_DB: databaseIn(folder) })
  return { folder, taken, why, doctor }
}

const shared = [referent, document]
const sound = { doctor: '' }

test('what rules read stands beside what a source has named like that', async () => {
  const at = (start: number, exact: string) => ({ at: [[start, start + exact.length]], exact })
  const figures = [{ slug: 'a/read/4-6', span: spanOf('13') }]
  const there = { ...said('a', {}), figures }
  const elsewhere = { ...said('b', {}), content: spanOf('Tax 12') }
  const apart = { ...said('c', {}), figures: [{ slug: 'b/read/4-6', span: spanOf('12') }] }
  const time = { type: 'time', slug: 'd/time/32-40', document: 'd', span: at(0, 'Tax'), edtf: null }
  const dated = { ...document, text: `${text} May 2020, he said.` }
  const late = { ...said('e', {}), content: at(32, 'May 2020') }
  const records = [referent, dated, there, elsewhere, apart, { ...time, edtf: undefined }, late]
  const { folder, ...outcome } = await importing(records)
  expect(outcome).toEqual({ taken: 4, why: [], ...sound })
  const { out } = await dixit(['read'], { DIXIT_DB: databaseIn(folder) })
  expect(out).toContain('numbers read: 3 quantities and 1 times')
  const graph = graphIn(folder)
  expect(dataOf(await graph.ask('{ a: figureMention(slug: "a/read/4-6/2") { words } }'))).toEqual({
    a: { words: '12' },
  })
  expect(await dixit(['doctor'], { DIXIT_DB: databaseIn(folder) })).toMatchObject({ err: '' })
})

test('when a statement was said is not a time that is named like that', async () => {
  const time = { type: 'time', slug: 'd/said/2020', document: 'd', span: spanOf('Tax'), edtf: '1999' }
  expect(await importing([...shared, time, { ...said('a', {}), said: '2020' }])).toMatchObject({
    ...{ taken: 0, why: [expect.stringContaining('the time d/said/2020, and words of a text have that name')] },
    ...sound,
  })
})

describe('what stands in statements has slugs of its own', () => {
  test.each([
    ['terms', 'a/term/1', 'two of its terms have the slug a/term/1: give each one of its own, or none'],
    [
      'figures',
      'a/figure/1',
      'two of its mentions of figures have the slug a/figure/1: give each one of its own, or none',
    ],
    ['frames', 'a/frame/1', 'two of its frames have the slug a/frame/1: give each one of its own, or none'],
  ])('no name among the %s of a statement is the number of another', async (kind, name, why) => {
    expect(await importing([...shared, said('a', { [kind]: [null, name] })])).toMatchObject({
      ...{ taken: 0, why: [`BAD_RECORD: ${why}`] },
      ...sound,
    })
  })

  test.each([
    ['terms', 'term'],
    ['figures', 'figure'],
  ])('no name among the %s of a statement is the number of one in a statement below it', async (kind, name) => {
    const above = said('b', { [kind]: [`b/x/${name}/1`] })
    const below = said('b/x', { [kind]: [null] })
    const refused = { taken: 1, why: [expect.stringContaining(`slug b/x/${name}/1, which is that of a`)], ...sound }
    expect(await importing([...shared, above, below])).toMatchObject(refused)
    expect(await importing([...shared, below, above])).toMatchObject(refused)
    expect(await importing([...shared, below], [above])).toMatchObject(refused)
  })

  test.each([
    ['terms', 'term'],
    ['figures', 'figure'],
    ['frames', 'frame'],
  ])('no name among the %s of a statement is the number of one in another', async (kind, name) => {
    const numbered = said('c1', { [kind]: [null] })
    const naming = said('c2', { [kind]: [`c1/${name}/1`] })
    const refused = (other: string) => ({
      ...{
        taken: 1,
        why: [expect.stringMatching(`slug c1/${name}/1, which is that of a .* of the statement ${other}:`)],
      },
      ...sound,
    })
    expect(await importing([...shared, numbered, naming])).toMatchObject(refused('c1'))
    expect(await importing([...shared, naming, numbered])).toMatchObject(refused('c2'))
    expect(await importing([...shared, naming], [numbered])).toMatchObject(refused('c2'))
  })

  test.each([
    ['below it', 'b/x', 'b/x/people'],
    ['elsewhere', 'q', 'b/x/people'],
    ['elsewhere, without a slash', 'q', 'people-of-b'],
  ])('nor is it the name of one in a statement %s', async (_, slug, name) => {
    const one = said('b', { terms: [name] })
    const other = said(slug, { terms: [name] })
    const refused = { taken: 1, why: [expect.stringContaining(`slug ${name}, which is that of a term`)], ...sound }
    expect(await importing([...shared, one, other])).toMatchObject(refused)
    expect(await importing([...shared, other, one])).toMatchObject(refused)
    expect(await importing([...shared, one], [other])).toMatchObject(refused)
  })

  test('what is named as it would be numbered, or like nothing else, is taken, and comes again', async () => {
    const records = [
      ...[...shared, said('a', { terms: ['a/term/2', 'a/x', 'people-of-a'], figures: ['a/figure/1', 'e/figure/7'] })],
      said('a/x', { terms: [null, 'a/x/1'], frames: [null, 'frame-of-a'] }),
      said('e', { figures: [null, 'e/figure/2'] }),
    ]
    expect(await importing(records, records)).toMatchObject({ taken: 3, why: [], ...sound })
  })
})
