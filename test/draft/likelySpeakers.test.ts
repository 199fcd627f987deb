import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { simpleActions } from '../../src/draft/desk/actions.ts'
import type { Desk } from '../../src/draft/desk/desk.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { articleFolder, deskOf, head, proposalsFor } from '../support/desk.ts'

/** A desk over an article, whose agents were named after it was drafted. */
function deskOver(article: string, agents: readonly string[]): Desk {
  const folder = articleFolder(article)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
  writeFileSync(join(folder, 'annotations.yaml'), `${head}agents:\n${agents.map(agent => `  ${agent}\n`).join('')}`)
  return deskOf(folder)
}

/** What the statements say that are proposed for an article. */
function contentsIn(article: string) {
  return proposalsFor(article).flatMap(each => (each.kind === 'statement' ? [each.content] : []))
}

/** Whom the first statement with a source can be given to. */
function whoSays(desk: Desk) {
  for (let top = desk.top(); top !== null; top = desk.top()) {
    if (top.hidden !== null) desk.perform({ do: 'SHOW' })
    else if (top.item.kind === 'statement' && top.item.values.source !== undefined) break
    else desk.perform({ do: 'UNSURE' })
  }
  return stateOf(desk).now?.fields.find(({ name }) => name === 'who')
}

const agents = ['ada-moss: { person: Ada Moss }', 'bo-lind: { person: Bo Lind }', 'cy-holm: { person: Cy Holm }']

test('who is named before a pronoun, also since the draft, is offered for it first, and nobody is set', () => {
  const who = whoSays(
    deskOver(
      'Bo Lind and Ada Moss met on Friday.\n“The pier is unsafe and has to be closed,” she said.\nCy Holm was not there.\n',
      agents,
    ),
  )
  expect(who?.value).toBe('')
  expect(who?.choices.slice(0, 2)).toEqual([
    { value: 'ada-moss', label: 'Ada Moss', meaning: 'named before “she”' },
    { value: 'bo-lind', label: 'Bo Lind', meaning: 'named before “she”' },
  ])
  expect(who?.choices.find(({ value }) => value === 'cy-holm')?.meaning ?? null).toBeNull()
})

test('a surname has whom it may be of offered first', () => {
  const who = whoSays(deskOver('“The pier is unsafe and has to be closed,” Holm said on Friday.\n', agents))
  expect(who?.choices[0]?.value).toBe('cy-holm')
  expect(who?.value).toBe('cy-holm')
  const two = whoSays(
    deskOver('“The pier is unsafe and has to be closed,” Holm said on Friday.\n', [
      ...agents,
      'di-holm: { person: Di Holm }',
    ]),
  )
  expect(two?.value).toBe('')
})

test('whoever the source names by a role and a full name is set, once they are known; the act is not', () => {
  const desk = deskOver('“The pier is unsafe and has to be closed,” Harbour Master Ada Moss said on Friday.\n', agents)
  expect(whoSays(desk)?.value).toBe('ada-moss')
  expect(() => desk.perform({ do: 'ACCEPT' })).toThrow('Not yet: the speech act (t).')
  desk.perform(simpleActions['1'] ?? { do: 'SHOW' })
  expect(desk.perform({ do: 'ACCEPT' })).toBe('accepted')
})

test('who heads an organization is not the organization', () => {
  const desk = deskOver('The pier is unsafe and has to be closed, the head of the Pier Line board said on Friday.\n', [
    'pier-line: { organization: Pier Line board, kind: COMPANY }',
  ])
  expect(whoSays(desk)?.value).toBe('')
})

test('“she” stands for no organization, and for whom the text names by surname last', () => {
  const who = whoSays(
    deskOver(
      'Ada Moss and Cy Holm met. Moss spoke to the board of Pier Line.\n“It is unsafe and has to be closed,” she said.\n',
      [...agents, 'pier-line: { organization: Pier Line, kind: COMPANY }'],
    ),
  )
  expect(who?.choices.map(({ value }) => value).slice(0, 2)).toEqual(['ada-moss', 'cy-holm'])
  expect(who?.choices.find(({ value }) => value === 'pier-line')?.meaning).toBeNull()
})

test('the stop of an abbreviation before a bracket, or before a small letter, ends no sentence', () => {
  const first = 'Senator Cy Holm (R-Fla.) did not get very far with the pier this year'
  expect(contentsIn(`${first}. The winter was long and the summer was short.\n`)).toEqual([
    first,
    'The winter was long and the summer was short',
  ])
})

test('an ellipsis ends no sentence that goes on', () => {
  expect(contentsIn('“It is not my job to comment ... because they might win,” Cy Holm said.\n')).toEqual([
    'It is not my job to comment ... because they might win',
  ])
})
