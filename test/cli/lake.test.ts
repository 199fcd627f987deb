import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeCorpus } from '../../bench/generate.ts'
import { dixit } from '../support/cli.ts'
import { databaseIn, hasCorpora, importInto, polnear } from '../support/corpora.ts'
import { fillWithSeed, temporaryFolder, testDatabase } from '../support/graph.ts'
import { expectSame, lakeQuestions } from '../support/lake.ts'

const seed = testDatabase()
const folder = temporaryFolder()
const generated = databaseIn(folder)

async function exported(DIXIT_DB: string): Promise<string> {
  const out = join(temporaryFolder(), 'lake')
  expect((await dixit(['export', 'parquet', '--out', out], { DIXIT_DB })).code).toBe(0)
  return out
}

let seedLake: string
let generatedLake: string
beforeAll(async () => {
  const file = join(folder, 'corpus.jsonl')
  await writeCorpus(file, 2_000)
  await importInto(folder, 'jsonl', file, { dataset: 'bench' })
  seedLake = await exported(seed)
  generatedLake = await exported(generated)
})

describe('exported tables answer as their database does', () => {
  test('the seed', () =>
    expectSame(seed, `parquet:${seedLake}`, [
      ...lakeQuestions,
      ['wording', 'mark-green', '--with-paraphrase', '--format', 'json'],
      ['wording', 'mark-green', '--against', 'tony-gonzales', '--with-paraphrase', '--minimum', '1'],
      ['verbs', '--speaker', 'mark-green', '--document', 'wane-ice-435000'],
    ]))

  test('a generated corpus', () =>
    expectSame(generated, `parquet:${generatedLake}`, [
      ...lakeQuestions,
      ['wording', 'rival-1', '--against', 'rival-2', '--format', 'json', '--prior-size', '500'],
      ['wording', 'rival-1', '--during', '2010/2015', '--with-paraphrase'],
      ['verbs', '--during', '2012-05/..', '--publisher', 'publisher-1'],
      ['network', '--speaker', 'rival-1', 'rival-2', '--exclude-claim', 'claim-1', '--mode', 'two'],
      ['network', '--exclude-actor', 'rival-1', '--during', '../2010'],
    ]))

  test('the seed, where a third of the statements repeats others', async () => {
    const repeating = testDatabase(writer => {
      fillWithSeed(writer)
      writer.client.exec("update statements set repeat = 'CODING' where id % 3 = 0")
    })
    await expectSame(repeating, `parquet:${await exported(repeating)}`, [
      ['network', '--format', 'json'],
      ['network', '--mode', 'two', '--repeats'],
      ['network', '--mode', 'two', '--duplicates', 'document'],
      ['verbs', '--format', 'json'],
    ])
  })

  test.skipIf(!hasCorpora)('PolNeAR (skipped without the corpora)', async () => {
    const own = temporaryFolder()
    await importInto(own, 'polnear', polnear())
    await expectSame(databaseIn(own), `parquet:${await exported(databaseIn(own))}`, [
      ['stats', '--json'],
      ['verbs', '--format', 'json'],
      ['verbs', '--nested', '--first', '3', '--format', 'json'],
    ])
  })
})

test('two exports are counted as one', async () => {
  const both = [`parquet:${seedLake}`, `parquet:${generatedLake}`]
  const counts = async (...from: string[]): Promise<Record<string, number>> =>
    JSON.parse((await dixit(['stats', '--json', '--exported', ...from])).out)
  const [one, other, sum] = [await counts(both[0] ?? ''), await counts(both[1] ?? ''), await counts(...both)]
  expect(sum).toEqual(Object.fromEntries(Object.keys(one).map(name => [name, (one[name] ?? 0) + (other[name] ?? 0)])))

  // A database into which both were imported says the same.
  const united = testDatabase(fillWithSeed)
  const { openWriter } = await import('../../src/store/engine/openDatabase.ts')
  await importInto(folder, 'jsonl', join(folder, 'corpus.jsonl'), { dataset: 'bench', database: openWriter(united) })
  const questions = [
    ['verbs', '--format', 'json'],
    ['network', '--most', '500', '--format', 'json'],
  ]
  for (const question of questions) {
    const stored = await dixit(question, { DIXIT_DB: united })
    const asked = await dixit([...question, '--exported', ...both])
    expect(asked.err).toBe('')
    // Publishers with as many statements come in the order of their rows, which another database has in its own.
    const rows = (answer: string) => [JSON.parse(answer)].flat().map(row => JSON.stringify(row))
    expect(rows(asked.out).toSorted().join('\n') === rows(stored.out).toSorted().join('\n'), question.join(' ')).toBe(
      true,
    )
  }
})

describe('what cannot be read says why', () => {
  const run = async (...args: string[]) => {
    const { code, err } = await dixit(args)
    return `${code} ${err}`
  }

  test('no export, an unknown slug, an address of another kind, what a database alone knows', async () => {
    expect(await run('stats', '--exported', `parquet:${folder}`)).toContain('was not written by dixit export parquet')
    expect(await run('stats', '--exported', '/somewhere')).toContain(
      'is neither parquet:FOLDER nor spark://HOST:PORT/FOLDER',
    )
    const lake = `parquet:${seedLake}`
    expect(await run('verbs', '--exported', lake, '--speaker', 'nobody')).toContain(
      'nothing in the exported tables has the slug “nobody”',
    )
    expect(await run('network', '--exported', lake, '--actors', 'party')).toMatch(/^2 .*in a database alone/)
    expect(await run('wording', 'mark-green', '--exported', lake, '--phrases', '2')).toMatch(
      /^2 .*--phrases needs a database/,
    )
  })

  test('another layout', async () => {
    const lake = await exported(seed)
    const schema = join(lake, 'schema.json')
    writeFileSync(schema, readFileSync(schema, 'utf8').replace('"layout": 2', '"layout": 3'))
    expect(await run('stats', '--exported', `parquet:${lake}`)).toContain(
      'has layout 3, and this Dixit reads layout 2. Update Dixit.',
    )
  })
})
