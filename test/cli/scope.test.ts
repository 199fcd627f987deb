import { beforeAll, describe, expect, test } from 'vitest'
import { readRepeats } from '../../src/ingest/repeats/readRepeats.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { databaseIn, fixture, importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

let folder: string
beforeAll(async () => {
  folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('repeats'), { dataset: 'papers', strict: true })
  await importInto(folder, 'jsonl', fixture('wards'), { dataset: 'wards', strict: true })
  const database = openWriter(databaseIn(folder))
  readRepeats(database, 'papers')
  database.close()
})

const rows = async (...args: string[]) => {
  const { code, out, err } = await dixit([...args, '--format', 'json'], { DIXIT_DB: databaseIn(folder) })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

describe('every command takes the same options for which statements are asked for', () => {
  const places = async (...args: string[]) => {
    const [first] = await rows('verbs', ...args)
    return first?.cueCount ?? 0
  }

  test('verbs: what repeats counts once; a coder, a dataset, a language, a time', async () => {
    expect(await places()).toBe(4)
    expect(await places('--repeats')).toBe(5)
    expect(await places('--coder', 'Coder two')).toBe(2)
    expect(await places('--dataset', 'wards')).toBe(0)
    expect(await places('--language', 'de')).toBe(0)
    expect(await places('--from', '2024-03-02')).toBe(2)
    expect(await places('--to', '2024-03-01')).toBe(2)
  })

  test('list: what has a statement there, and how many', async () => {
    const people = await rows('list', 'people', '--dataset', 'papers')
    expect(people).toMatchObject([{ slug: 'papers-ada', statements: 6 }])
    const documents = await rows('list', 'documents', '--coder', 'papers-two')
    expect(documents.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['papers-early', 'papers-other'])
  })

  test('search and statements: statements alone, of that language and dataset', async () => {
    const found = await rows('search', 'million', '--dataset', 'wards', '--first', '10')
    expect(new Set(found.map(({ type }: { type: string }) => type))).toEqual(new Set(['Statement']))
    expect(await rows('statements', '--coder', 'papers-two')).toHaveLength(2)
    expect(await rows('statements', '--language', 'fr')).toEqual([])
  })
})
