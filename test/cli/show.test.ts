import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'

const article = `Ada Moss wrote that 40 boats were lost. “We lost forty boats,” she wrote. She looked on. The letter says
the pier was unsafe. Her brother says the owners say the pier was unsafe.
`

const annotations = `dossier: 1
document: { title: Pier, publisher: gazette, language: en }
agents:
  gazette: { organization: Gazette, kind: PUBLISHER }
  ada: { person: Ada Moss }
  brother: { person: her brother }
  owners: { organization: the owners, kind: GROUP }
channels:
  letter: { kind: LETTER, label: the letter, author: ada, words: The letter }
claims: { unsafe: The pier was unsafe. }
figures:
  boats:
    label: boats lost
    value: 40
    unit: boats
    population: { words: fishing boats, reason: No other boats are named. }
    conditions: { fate: lost, harbour: { value: the pier, reason: There is no other harbour. } }
statements:
  lead:
    speaker: ada
    reason: { speaker: Nobody else is named Moss. }
    content: 40 boats were lost
    source: Ada Moss
    cue: { exact: wrote, occurrence: 1 }
    quotation: INDIRECT
    speechAct: ASSERTIVE
    attribution: COMMUNICATION
    figures: [{ figure: boats, words: '40' }]
    relations: [{ paraphrases: quoted, difference: The quotation has the boats as hers. }]
  quoted:
    speaker: ada
    content: We lost forty boats
    source: she
    cue: { exact: wrote, occurrence: 2 }
    quotation: DIRECT
    speechAct: ASSERTIVE
    attribution: COMMUNICATION
    figures: [{ figure: boats, words: forty }]
  letter-says:
    voice: CHANNEL
    channel: letter
    source: The letter
    cue: { exact: says, occurrence: 1 }
    content: { exact: the pier was unsafe, occurrence: 1 }
    quotation: INDIRECT
    speechAct: ASSERTIVE
    attribution: COMMUNICATION
    stances: [{ claim: unsafe, stance: SUPPORTS, manner: ASSERTED }]
  told:
    speaker: brother
    source: Her brother
    cue: { exact: says, prefix: brother }
    content: the owners say the pier was unsafe
    quotation: INDIRECT
    speechAct: ASSERTIVE
    attribution: COMMUNICATION
  owners-say:
    speaker: owners
    reportedIn: told
    source: the owners
    cue: say
    content: the pier was unsafe
    quotation: INDIRECT
    speechAct: ASSERTIVE
    attribution: COMMUNICATION
    stances: [{ claim: unsafe, stance: SUPPORTS, manner: ASSERTED }]
`

const folder = temporaryFolder()
const pier = join(folder, 'pier')
mkdirSync(pier)
writeFileSync(join(pier, 'article.txt'), article)
writeFileSync(join(pier, 'annotations.yaml'), annotations)
const database = join(folder, 'dixit.db')
const writer = openWriter(database)
importDossier(writer, pier, { replace: false })
writer.close()

async function linesOf(...args: string[]): Promise<Readonly<Record<string, unknown>>[]> {
  const { code, out, err } = await dixit([...args, '--format', 'json'], { DIXIT_DB: database })
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

async function shown(thing: string, field: string) {
  return (await linesOf('show', thing)).filter(line => line.field === field)
}

test('a figure is shown with its conditions and population, each with its basis', async () => {
  expect(await shown('pier/boats', 'condition')).toMatchObject([
    { value: 'fate: lost', basis: 'STATED' },
    { value: 'harbour: the pier', basis: 'INFERRED' },
  ])
  expect(await shown('pier/boats', 'population')).toMatchObject([{ value: 'fishing boats' }])
  expect(await shown('pier/boats', 'populationBasis')).toMatchObject([{ value: 'INFERRED' }])
})

test('each wording of a figure is shown with its speaker, whose words it is in, and on what ground', async () => {
  expect(await shown('pier/boats', 'mentions')).toMatchObject([
    { value: '40', speakers: ['Ada Moss'], wording: 'REPORTER', basis: 'INFERRED' },
    { value: 'forty', speakers: ['Ada Moss'], wording: 'SPEAKER', basis: 'STATED' },
  ])
})

test('a relation of statements is shown with the other one and what differs, from either end', async () => {
  expect(await shown('pier/lead', 'relations')).toMatchObject([
    { value: 'PARAPHRASES pier/quoted: The quotation has the boats as hers.' },
  ])
  expect(await shown('pier/quoted', 'relatedBy')).toMatchObject([
    { value: 'pier/lead PARAPHRASES it: The quotation has the boats as hers.' },
  ])
})

test('what a text says by itself is shown with the text, where nobody speaks', async () => {
  expect(await shown('unsafe', 'stances')).toMatchObject([
    { speakers: [], voice: 'CHANNEL', channel: 'the letter' },
    { speakers: ['the owners'], reportedBy: ['her brother'], channel: null },
  ])
  expect(await shown('unsafe', 'statements')).toMatchObject([{ channel: 'the letter' }, { channel: null }])
})

test('claims and figures are listed with how many of their statements others only report', async () => {
  expect(await linesOf('list', 'claims')).toMatchObject([{ slug: 'unsafe', statements: 2, byAccount: 1 }])
  expect(await linesOf('list', 'figures')).toMatchObject([{ slug: 'pier/boats', statements: 2, byAccount: 0 }])
})
