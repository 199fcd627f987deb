import { z } from 'zod'

/** What a person can do who settles differences; the terminal and the page send the same. */
export const settlingSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('SETTLE'), choice: z.enum(['FIRST', 'SECOND', 'NEITHER']) }),
  z.strictObject({ do: z.literal('LATER') }),
  z.strictObject({ do: z.literal('UNDO') }),
])
