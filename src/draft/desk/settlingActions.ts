import type { z } from 'zod'
import type { settlingSchema } from './settlingSchema.ts'

/** What a person can do who settles differences. */
export type SettlingAction = z.infer<typeof settlingSchema>

/** What a key does, in the terminal and in the browser. */
export const settlingActions: Readonly<Record<string, SettlingAction>> = {
  '1': { do: 'SETTLE', choice: 'FIRST' },
  '2': { do: 'SETTLE', choice: 'SECOND' },
  '0': { do: 'SETTLE', choice: 'NEITHER' },
  s: { do: 'LATER' },
  u: { do: 'UNDO' },
}
