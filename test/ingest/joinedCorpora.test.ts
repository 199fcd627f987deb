import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { corpus, databaseIn, graphIn, hasCorpora, importInto } from '../support/corpora.ts'
import { dataOf, seed, temporaryFolder } from '../support/graph.ts'

const example = (name: string) => new URL(`../../examples/corpora/${name}`, import.meta.url).pathname

describe.skipIf(!hasCorpora)('all of ../shared/corpora in one graph, beside the article', () => {
  test('Bernie Sanders in PolNeAR, LIAR and the register of legislators', { timeout: 300_000 }, async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'legislators', corpus('legislators'))
    await importInto(folder, 'polnear', corpus('polnear'))
    await importInto(folder, 'liar', corpus('liar'))
    await importInto(folder, 'dna', corpus('dna'))
    const database = openWriter(databaseIn(folder))
    importDossier(database, seed, { replace: false })
    replaceDecisions(database, readDecisions(example('bernie-sanders.yaml')).identities)
    database.close()

    const graph = graphIn(folder)
    const answer = dataOf(await graph.ask(readFileSync(example('bernie-sanders.graphql'), 'utf8')))
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot('snapshots/bernie-sanders.json')
    const query =
      '{ datasets { nodes { slug statements { totalCount } } } document(slug: "wane-ice-435000") { statements { totalCount } } }'
    expect(dataOf(await graph.ask(query))).toEqual({
      datasets: {
        nodes: [
          { slug: 'dna', statements: { totalCount: 40 } },
          { slug: 'legislators', statements: { totalCount: 0 } },
          { slug: 'liar', statements: { totalCount: 10_269 } },
          { slug: 'polnear', statements: { totalCount: 22_465 } },
        ],
      },
      document: { statements: { totalCount: 41 } },
    })
  })
})
