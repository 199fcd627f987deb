import { beforeAll, describe, expect, test } from 'vitest'
import { forgetRepeats, readRepeats } from '../../src/ingest/repeats/readRepeats.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, type TestGraph, temporaryFolder } from '../support/graph.ts'

let folder: string
let graph: TestGraph
beforeAll(async () => {
  folder = temporaryFolder()
  // A wire story, what two papers made of it, that story in other words, and two short articles.
  await importInto(folder, 'jsonl', fixture('repeats'), { dataset: 'papers', strict: true })
  const database = openWriter(databaseIn(folder))
  expect(readRepeats(database, 'papers')).toEqual({ documents: 2, codings: 1 })
  database.close()
  graph = graphIn(folder)
})
const ask = async (query: string) => dataOf(await graph.ask(query))

describe('what repeats counts once', () => {
  test('a document repeats the earliest with nearly the same text; a short one, and one written anew, repeat nothing', async () => {
    const { documents } = (await ask('{ documents(first: 20) { nodes { slug repeatOf { slug } } } }')) as {
      documents: { nodes: { slug: string; repeatOf: { slug: string } | null }[] }
    }
    expect(Object.fromEntries(documents.nodes.map(({ slug, repeatOf }) => [slug, repeatOf?.slug ?? null]))).toEqual({
      'papers-early': null,
      'papers-late': 'papers-early',
      'papers-other': null,
      'papers-again': 'papers-other',
      'papers-thanks-1': null,
      'papers-thanks-2': null,
    })
    expect(await ask('{ document(slug: "papers-early") { repeats { nodes { slug } } } }')).toEqual({
      document: { repeats: { nodes: [{ slug: 'papers-late' }] } },
    })
  })

  test('of the coders of a document, the one who coded most counts', async () => {
    expect(await ask('{ statements(filter: { hasRepeat: true }) { nodes { slug repeat } } }')).toEqual({
      statements: {
        nodes: [
          { slug: 'papers-late/one', repeat: 'TEXT' },
          { slug: 'papers-early/two', repeat: 'CODING' },
        ],
      },
    })
  })

  const places = async (args: string) => {
    const { reportingVerbs } = (await ask(`{ reportingVerbs${args} { cueCount notes } }`)) as {
      reportingVerbs: { cueCount: number; notes: string[] }
    }
    return reportingVerbs
  }

  test('analyses leave it out and say so; they take it in, or the readings of other coders, where asked', async () => {
    const { cueCount, notes } = await places('')
    expect(cueCount).toBe(4)
    expect(notes).toContainEqual(expect.stringContaining('ONE_CODING_COUNTS): 1 statement.'))
    expect(notes).toContainEqual(expect.stringContaining('SAME_TEXT_IN_DATASET): 1 statement.'))
    expect(await places('(repeats: true)')).toMatchObject({ cueCount: 5 })
    expect(await places('(coders: ["papers-two"])')).toMatchObject({ cueCount: 2 })
  })

  test('it is taken back', () => {
    const database = openWriter(databaseIn(folder))
    forgetRepeats(database, 'papers')
    expect(database.value('select count(*) from statements where repeat is not null')).toBe(0)
    expect(database.value('select count(*) from documents where repeatOfId is not null')).toBe(0)
    database.close()
  })
})
