import { expect, test } from 'vitest'
import { itemOf } from '../../src/draft/desk/itemOf.ts'
import { type KnownAgent, KnownAgents } from '../../src/draft/knownAgents.ts'

const ada = { key: 'ada', names: ['Ada Moss'], type: 'person' } as const
const bo = { key: 'bo', names: ['Bo Reed'], type: 'person' } as const

/** Whom the desk takes the words of a source for, of the agents that it knows. */
function whoIn(source: string, ...known: KnownAgent[]) {
  const about = { key: 's', start: 0, end: 9, confidence: 'HIGH', why: 'said', quotation: 'INDIRECT' } as const
  const proposal = { kind: 'statement', ...about, content: 'it closes', source } as const
  const { who, others } = itemOf(proposal, new KnownAgents(known)).values
  return { who, others }
}

test('several are taken for the speakers where each of them is known, else nobody is', () => {
  expect(whoIn('Ada Moss and Bo Reed', ada, bo)).toEqual({ who: 'ada', others: ['bo'] })
  expect(whoIn('Ada Moss and Bo Reed', ada)).toEqual({ who: undefined, others: undefined })
  expect(whoIn('Ada Moss', ada, bo)).toEqual({ who: 'ada', others: undefined })
  expect(whoIn('Cy Vane and Bo Reed', ada, bo).others).toBeUndefined()
  expect(whoIn('Nobody and no one', ada, bo)).toEqual({ who: undefined, others: undefined })
})
