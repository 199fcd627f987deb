import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

const article = `Ada Moss and Ben Lind said: “The dam is safe.” Ben Lind said: “The dam is dear.”
`

const annotations = `dossier: 1
document: { title: Dam, language: en }
agents: { ada: { person: Ada Moss }, ben: { person: Ben Lind }, cid: { person: Cid Roe } }
claims: { safe: The dam is safe., dear: The dam is dear. }
statements:
  both:
    speaker: [ada, ben]
    source: Ada Moss and Ben Lind
    cue: { exact: said, occurrence: 1 }
    content: The dam is safe
    quotation: DIRECT
    speechAct: ASSERTIVE
    stances: [{ claim: safe, stance: SUPPORTS, manner: ASSERTED }]
  own:
    speaker: ben
    source: { exact: Ben Lind, occurrence: 2 }
    cue: { exact: said, occurrence: 2 }
    content: The dam is dear
    quotation: DIRECT
    speechAct: ASSERTIVE
    stances: [{ claim: dear, stance: SUPPORTS, manner: ASSERTED }]
`

const dossier = join(temporaryFolder(), 'dam')
mkdirSync(dossier)
writeFileSync(join(dossier, 'article.txt'), article)
writeFileSync(join(dossier, 'annotations.yaml'), annotations)
const graph = testGraph(writer => importDossier(writer, dossier, { replace: false }))

const isJoint = '1 statement is joint: it counts for the first of its speakers alone.'
const leftOut =
  'Left out, because a joint statement counts for the first of its speakers alone: 1 statement of Ben Lind.'

async function notesOf(query: string): Promise<readonly string[]> {
  const [answer] = Object.values(dataOf(await graph.ask(query)) as Record<string, { notes: string[] }>)
  return answer?.notes ?? []
}

test('a comparison says that a joint statement counts for the first of its speakers, and whose it is besides', async () => {
  const notes = await notesOf('{ compareFraming(speakers: ["ada", "ben"]) { notes } }')
  expect(notes).toEqual(expect.arrayContaining([isJoint, leftOut]))
  // Even where who is named first is not compared.
  expect(await notesOf('{ compareFraming(speakers: ["ben", "cid"]) { notes } }')).toContain(leftOut)
  expect(await notesOf('{ compareFraming(speakers: ["ada", "cid"]) { notes } }')).not.toContain(leftOut)
})

test('what is compared about something else says nothing of joint statements', async () => {
  const notes = await notesOf('{ compareFraming(speakers: ["ada", "ben"], about: { claim: "dear" }) { notes } }')
  expect(notes).not.toContainEqual(expect.stringContaining('joint'))
})

test.each([
  '{ discourseNetwork { notes } }',
  '{ affiliationNetwork { notes } }',
  '{ reportingVerbs { notes } }',
  '{ distinctiveWording(one: { speakerMatches: { slug: { eq: "ada" } } }) { notes } }',
])('%s says it too', async query => {
  expect(await notesOf(query)).toContain(isJoint)
})

test('the command line says it of a database and of its Parquet', async () => {
  const folder = temporaryFolder()
  const DIXIT_DB = join(folder, 'dixit.db')
  const writer = openWriter(DIXIT_DB)
  importDossier(writer, dossier, { replace: false })
  writer.close()
  expect((await dixit(['compare', 'ada', 'ben'], { DIXIT_DB })).out).toContain(leftOut)
  const lake = join(folder, 'lake')
  expect(await dixit(['export', 'parquet', '--texts', '--out', lake], { DIXIT_DB })).toMatchObject({ code: 0 })
  const stored = await dixit(['network'], { DIXIT_DB })
  expect(stored.out).toContain(isJoint)
  expect((await dixit(['network', '--exported', `parquet:${lake}`], { DIXIT_DB })).out).toBe(stored.out)
})
