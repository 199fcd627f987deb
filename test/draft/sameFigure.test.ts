import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { articleFolder, deskOf, head } from '../support/desk.ts'

test('of the figures that stand, those of the same value are offered first as the same, and for an agent the agents', () => {
  const folder = articleFolder(
    '“We have 300 boats and 900 moorings, and 900 is not enough for us,” Ada Moss said.\n',
    `${head}agents:\n  ada-moss: { person: Ada Moss }\n`,
  )
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
  const desk = deskOf(folder)
  const accept = (values: Readonly<Record<string, string>>) => {
    for (const [field, value] of Object.entries(values)) desk.perform({ do: 'SET', field, value })
    desk.perform({ do: 'ACCEPT' })
  }
  const labels = ['boats', 'moorings']
  for (let top = desk.top(); top !== null; top = desk.top()) {
    const [label] = labels
    if (top.hidden !== null) desk.perform({ do: 'SHOW' })
    else if (top.item.kind === 'statement') accept({ who: 'ada-moss', speechAct: 'ASSERTIVE' })
    else if (top.item.kind !== 'figure') desk.perform({ do: 'UNSURE' })
    else if (label === undefined) break
    else {
      accept({ label, unit: label })
      labels.shift()
    }
  }
  const same = () =>
    stateOf(desk)
      .now?.fields.find(({ name }) => name === 'same')
      ?.choices.map(({ label }) => label)
  expect(same()).toEqual(['moorings', 'boats'])
  desk.perform({ do: 'ADD', kind: 'agent', at: null })
  expect(same()).toEqual(['Ada Moss'])
})
