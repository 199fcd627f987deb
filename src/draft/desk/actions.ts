import type { z } from 'zod'
import { SpeechAct, valuesOf } from '../../model/vocabulary.ts'
import type { actionSchema } from './actionSchema.ts'

/** What a person can do at the desk. */
export type Action = z.infer<typeof actionSchema>

/** Each speech act by its number in the codebook. */
const speechActs: Readonly<Record<string, Action>> = Object.fromEntries(
  valuesOf(SpeechAct).map((value, index) => [String(index + 1), { do: 'SET', field: 'speechAct', value }]),
)

/** What a key does by itself, in the terminal and in the browser; the other keys lead to a field. */
export const simpleActions: Readonly<Record<string, Action>> = {
  a: { do: 'ACCEPT' },
  '?': { do: 'UNSURE' },
  s: { do: 'SKIP' },
  u: { do: 'UNDO' },
  p: { do: 'SHOW' },
  '{': { do: 'MOVE', edge: 'START', by: -1 },
  '}': { do: 'MOVE', edge: 'START', by: 1 },
  '[': { do: 'MOVE', edge: 'END', by: -1 },
  ']': { do: 'MOVE', edge: 'END', by: 1 },
  ...speechActs,
}
