import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { articleFolder, deskOf } from '../support/desk.ts'

const article = `Ada Moss said that 40 boats lay in the harbour on Monday.
“We counted twice,” Moss said. Cy Holm said the count was wrong.
`

/** As a person writes: flow maps of several habits, quotation marks of both kinds, comments, blank lines, lists at the left. */
const byHand = `# Coded by hand.
dossier: 1
document: {language: en,   title: "The count"}   # no headline

agents:
    ada-moss: {person: Ada Moss,otherNames: [ Moss ]}   # the mayor
    'cy-holm': { person: "Cy Holm" }

    # A body.
    harbour-office: {organization: 'Harbour Office', kind: AGENCY}

statements:
    wrong:
        speaker: cy-holm # him
        source: Cy Holm
        cue: {exact: said, suffix: "the count"}
        content: "the count was wrong"
        speechAct: ASSERTIVE
        frames:
        - {function: PROBLEM_DEFINITION, words: wrong,   reason: because}
        - {words:  "count", dimension: CAPACITY_AND_RESOURCES}

# What is left.
setAside:
- {words:   "40",reason: 'to be coded'}
# The end.
`

function drafted(annotations: string): string {
  const folder = articleFolder(article, annotations)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
  return folder
}

const read = (folder: string) => readFileSync(join(folder, 'annotations.yaml'), 'utf8')

/** Lines that are in the one and not in the other. */
function lost(before: string, after: string): string[] {
  const left = after.split('\n')
  return before.split('\n').filter(line => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(0, at + 1)
    return at < 0
  })
}

function add(folder: string, kind: 'statement' | 'agent' | 'aside' | 'time', values: Record<string, string>) {
  const desk = deskOf(folder)
  desk.perform({ do: 'ADD', kind, at: null })
  for (const [field, value] of Object.entries(values)) desk.perform({ do: 'SET', field, value })
  desk.perform({ do: 'ACCEPT' })
  return desk
}

const counted = {
  content: '40 boats lay in the harbour',
  source: 'Ada Moss',
  cue: 'said',
  who: 'ada-moss',
  speechAct: 'ASSERTIVE',
}

test.each([
  ['by hand', byHand],
  ['with line ends of Windows', byHand.replaceAll('\n', '\r\n')],
  ['without a line end at the end', byHand.trimEnd()],
])('what a decision adds leaves all lines as they are, and undone the file is as it was: %s', (_, annotations) => {
  const folder = drafted(annotations)
  const desk = add(folder, 'statement', counted)
  expect(lost(annotations, read(folder))).toEqual([])
  expect(Object.keys(parse(read(folder)).statements)).toEqual(['wrong', 'statement-added-1'])
  desk.perform({ do: 'UNDO' })
  expect(read(folder)).toBe(annotations)
})

test.each([
  ['agent', { words: 'Moss', name: 'Bo Lind', type: 'person' }, 'agents'],
  ['aside', { words: 'twice', reason: 'no number' }, 'setAside'],
  ['time', { words: 'Monday' }, 'times'],
] as const)('a new %s stands with the others of its kind', (kind, values, section) => {
  const folder = drafted(byHand)
  const desk = add(folder, kind, values)
  expect(lost(byHand, read(folder))).toEqual([])
  const size = (found: object) => Object.keys(found).length
  expect(size(parse(read(folder))[section])).toBe(size(parse(byHand)[section] ?? {}) + 1)
  desk.perform({ do: 'UNDO' })
  expect(read(folder)).toBe(byHand)
})

test('what is opened again and changed is all that is written anew', () => {
  const folder = drafted(byHand)
  const desk = deskOf(folder)
  desk.perform({ do: 'REOPEN', what: 'statements/wrong' })
  desk.perform({ do: 'SET', field: 'speechAct', value: 'EXPRESSIVE' })
  desk.perform({ do: 'ACCEPT' })
  expect(read(folder)).toBe(byHand.replace('ASSERTIVE', 'EXPRESSIVE'))
})

test('a code comes behind the others of its statement', () => {
  const folder = drafted(byHand)
  const desk = deskOf(folder)
  desk.perform({ do: 'CODE', kind: 'frame', statement: 'wrong' })
  desk.perform({ do: 'SET', field: 'words', value: 'was wrong' })
  desk.perform({ do: 'SET', field: 'function', value: 'MORAL_EVALUATION' })
  desk.perform({ do: 'ACCEPT' })
  expect(lost(byHand, read(folder))).toEqual([])
  expect(parse(read(folder)).statements.wrong.frames).toHaveLength(3)
})

test('a statement that is taken away leaves all others', () => {
  const folder = drafted(byHand)
  add(folder, 'statement', counted)
  const desk = deskOf(folder)
  desk.perform({ do: 'REOPEN', what: 'statements/wrong' })
  desk.perform({ do: 'REFUSE', reason: '' })
  const [statement] = /^ {4}wrong:\n(?: {8}.*\n)+/m.exec(byHand) ?? []
  expect(lost(byHand.replace(statement ?? '', ''), read(folder))).toEqual([])
  expect(read(folder)).not.toContain('wrong:')
})
