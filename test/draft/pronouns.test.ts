import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { deskOf } from '../support/desk.ts'
import { temporaryFolder } from '../support/graph.ts'

test('who is named before a pronoun, also since the draft, is offered for it first, and nobody is set', () => {
  const folder = join(temporaryFolder(), 'pier')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'article.txt'),
    'Bo Lind and Ada Moss met on Friday.\n“The pier is unsafe and has to be closed,” she said.\nCy Holm was not there.\n',
  )
  writeFileSync(join(folder, 'annotations.yaml'), 'dossier: 1\ndocument: { language: en }\n')
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
  const named = ['ada-moss: { person: Ada Moss }', 'bo-lind: { person: Bo Lind }', 'cy-holm: { person: Cy Holm }']
  writeFileSync(
    join(folder, 'annotations.yaml'),
    `dossier: 1\ndocument: { language: en }\nagents:\n  ${named.join('\n  ')}\n`,
  )
  const desk = deskOf(folder)
  for (let top = desk.top(); top !== null; top = desk.top()) {
    if (top.hidden !== null) desk.perform({ do: 'SHOW' })
    else if (top.item.kind === 'statement' && top.item.values.source !== undefined) break
    else desk.perform({ do: 'UNSURE' })
  }
  const who = stateOf(desk).now?.fields.find(({ name }) => name === 'who')
  expect(who?.value).toBe('')
  expect(who?.choices.slice(0, 2)).toEqual([
    { value: 'ada-moss', label: 'Ada Moss', meaning: 'named before “she”' },
    { value: 'bo-lind', label: 'Bo Lind', meaning: 'named before “she”' },
  ])
  expect(who?.choices.find(({ value }) => value === 'cy-holm')?.meaning ?? null).toBeNull()
})
