import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDossier, importDossier } from '../../src/ingest/importDossier.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

const joint = new URL('../fixtures/joint/joint', import.meta.url).pathname

test('a joint statement is one statement of all who make it', async () => {
  const graph = testGraph(database => {
    importDossier(database, joint, { replace: false })
  })
  const query = `{
    statements { totalCount nodes { speaker { slug } speakers { nodes { slug } } } }
    ofOne: statements(filter: { speakers: { slug: { eq: "speaker-a" } } }) { totalCount }
    ofOther: statements(filter: { speakers: { slug: { eq: "speaker-b" } } }) { totalCount }
    people { nodes { slug jointStatements { totalCount } } }
  }`
  expect(dataOf(await graph.ask(query))).toEqual({
    statements: {
      totalCount: 1,
      nodes: [{ speaker: { slug: 'speaker-a' }, speakers: { nodes: [{ slug: 'speaker-a' }, { slug: 'speaker-b' }] } }],
    },
    ofOne: { totalCount: 1 },
    ofOther: { totalCount: 1 },
    people: {
      nodes: [
        { slug: 'speaker-a', jointStatements: { totalCount: 1 } },
        { slug: 'speaker-b', jointStatements: { totalCount: 1 } },
      ],
    },
  })
})

test('a speaker who is named twice is a slip', () => {
  const folder = join(temporaryFolder(), 'joint')
  cpSync(joint, folder, { recursive: true })
  const file = join(folder, 'annotations.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"speaker-b"\s*\]/, '"speaker-a"]'))
  expect(checkDossier(folder).problems.map(({ message }) => message)).toContain('this speaker appears twice')
})
