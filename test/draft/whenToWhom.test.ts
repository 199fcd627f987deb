import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Desk } from '../../src/draft/desk/desk.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { articleFolder, deskOf, head } from '../support/desk.ts'

const article = `Ada Moss wrote to Bo Lind on Tuesday that the pier is unsafe, in a letter that the Gazette has seen.
According to the letter, 40 boats lay there. “We counted twice,” she told the council at the hearing, last spring.
`

const before = `${head}agents:
  ada-moss: { person: Ada Moss }
  bo-lind: { person: Bo Lind }
`

const unsafe = {
  content: 'the pier is unsafe',
  source: 'Ada Moss',
  cue: 'wrote',
  who: 'ada-moss',
  speechAct: 'ASSERTIVE',
}

let folder: string

beforeEach(() => {
  folder = articleFolder(article, before)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
})

const annotations = () => parse(readFileSync(join(folder, 'annotations.yaml'), 'utf8'))

function set(desk: Desk, values: Readonly<Record<string, string>>): void {
  for (const [field, value] of Object.entries(values)) desk.perform({ do: 'SET', field, value })
}

function add(desk: Desk, kind: 'statement' | 'channel' | 'time', values: Readonly<Record<string, string>>): void {
  desk.perform({ do: 'ADD', kind, at: null })
  set(desk, values)
  desk.perform({ do: 'ACCEPT' })
}

function addLetter(desk: Desk): void {
  const letter = { channelKind: 'LETTER', label: 'the letter to Lind', words: 'in a letter', key: 'letter' }
  add(desk, 'channel', { ...letter, author: 'ada-moss', addressee: 'bo-lind' })
}

test('a statement says when, to whom and through what it was made, in words of the article', () => {
  const desk = deskOf(folder)
  addLetter(desk)
  add(desk, 'statement', { ...unsafe, time: 'on Tuesday', addressee: 'bo-lind', channel: 'letter' })
  const { statements, times, channels } = annotations()
  const [statement] = Object.values<Record<string, string>>(statements)
  expect(statement).toMatchObject({ addressee: 'bo-lind', channel: 'letter' })
  // The words of the draft for the same time, with its key: its proposal comes later, and is the same time.
  expect(times).toEqual({
    [statement?.time ?? '']: { words: 'Tuesday', reason: 'The text does not say which date is meant.' },
  })
  expect(channels.letter).toEqual({
    ...{ kind: 'LETTER', label: 'the letter to Lind', author: 'ada-moss', addressee: 'bo-lind', words: 'in a letter' },
  })
  expect(checkDossier(folder).problems).toEqual([])
})

test('words that no time has are a new one, with the date that they fix', () => {
  const desk = deskOf(folder)
  add(desk, 'statement', {
    ...{ content: 'We counted twice', source: 'she', cue: 'told', who: 'ada-moss', speechAct: 'ASSERTIVE' },
    time: 'at the hearing',
  })
  expect(annotations().times).toEqual({
    'at-the-hearing': { words: 'at the hearing', reason: 'The text does not say which date is meant.' },
  })
  desk.perform({ do: 'UNDO' })
  expect(annotations()).not.toHaveProperty('times')
})

test('words that are not in the article, and what nobody listed, are not set', () => {
  const desk = deskOf(folder)
  desk.perform({ do: 'ADD', kind: 'statement', at: null })
  const wrong: [string, string][] = [
    ['time', 'on Sunday'],
    ['addressee', 'cy-holm'],
    ['channel', 'letter'],
  ]
  for (const [field, value] of wrong) {
    expect(() => desk.perform({ do: 'SET', field, value }), field).toThrow(/not in the article|not one of the choices/)
  }
})

test('“according to the letter” is by the letter, once it stands', () => {
  const desk = deskOf(folder)
  const said = { content: '40 boats lay there', cue: 'According to', source: 'the letter', speechAct: 'ASSERTIVE' }
  desk.perform({ do: 'ADD', kind: 'statement', at: null })
  set(desk, { ...said, who: 'CHANNEL' })
  expect(stateOf(desk).now?.missing).toMatch(/the channel/)
  desk.perform({ do: 'CANCEL' })
  addLetter(desk)
  add(desk, 'statement', { ...said, who: 'CHANNEL', channel: 'letter' })
  expect(Object.values(annotations().statements)).toMatchObject([{ voice: 'CHANNEL', channel: 'letter' }])
  expect(checkDossier(folder).problems).toEqual([])
})

test('opened again, a statement has its time in words; another one goes with what it brought', () => {
  const desk = deskOf(folder)
  add(desk, 'statement', { ...unsafe, time: 'Tuesday', addressee: 'bo-lind' })
  const what = stateOf(desk).reopenable.find(({ kind }) => kind === 'statement')?.what ?? ''
  desk.perform({ do: 'REOPEN', what })
  const shown = Object.fromEntries(stateOf(desk).now?.fields.map(({ name, value }) => [name, value]) ?? [])
  expect(shown).toMatchObject({ time: 'Tuesday', addressee: 'bo-lind' })
  desk.perform({ do: 'ACCEPT' })
  expect(desk.log.decisions).toHaveLength(1)
  desk.perform({ do: 'REOPEN', what })
  set(desk, { time: 'last spring', addressee: '' })
  desk.perform({ do: 'ACCEPT' })
  const { statements, times } = annotations()
  const [statement] = Object.values<Record<string, string>>(statements)
  expect(statement).not.toHaveProperty('addressee')
  expect(times[statement?.time ?? ''].words).toMatch(/last spring/)
})

test('a time that a statement brought is decided by itself later, and undone it is as it was', () => {
  const desk = deskOf(folder)
  add(desk, 'statement', { ...unsafe, time: 'Tuesday' })
  const [key = ''] = Object.keys(annotations().times)
  add(desk, 'time', { words: 'Tuesday', date: '2024-05-07', reason: 'The paper is of May 8.', key })
  expect(annotations().times[key]).toEqual({ words: 'Tuesday', edtf: '2024-05-07', reason: 'The paper is of May 8.' })
  desk.perform({ do: 'UNDO' })
  expect(annotations().times[key]).toEqual({ words: 'Tuesday', reason: 'The text does not say which date is meant.' })
})

test('from the log alone come the same annotations again', () => {
  const desk = deskOf(folder)
  addLetter(desk)
  add(desk, 'statement', { ...unsafe, time: 'on Tuesday', addressee: 'bo-lind', channel: 'letter' })
  const made = annotations()
  writeFileSync(join(folder, 'annotations.yaml'), before)
  deskOf(folder, { isRestoring: true })
  expect(annotations()).toEqual(made)
})

test('a channel that a statement names is not taken away before it', () => {
  const desk = deskOf(folder)
  addLetter(desk)
  add(desk, 'statement', { ...unsafe, channel: 'letter' })
  desk.perform({ do: 'REOPEN', what: 'channels/letter' })
  expect(() => desk.perform({ do: 'REFUSE', reason: '' })).toThrow(/statements\/statement-added-2 refers to it/)
})
