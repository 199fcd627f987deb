import { z } from 'zod'
import { codeKinds, textKinds } from './item.ts'

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })

/** What a person can do at the desk; the terminal and the page send the same. */
export const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('SET'),
    field: z.string().max(40),
    /** A text or a key; for words of the article also where they stand. Empty takes the value away. */
    value: z.union([z.string().max(100_000), span]),
  }),
  /** Moves where the words begin or end by a word, to the left (-1) or to the right (1). */
  z.strictObject({
    do: z.literal('MOVE'),
    edge: z.enum(['START', 'END']),
    by: z.union([z.literal(-1), z.literal(1)]),
  }),
  z.strictObject({ do: z.literal('ACCEPT') }),
  z.strictObject({ do: z.literal('REFUSE'), reason: z.string().max(2_000) }),
  z.strictObject({ do: z.literal('UNSURE') }),
  z.strictObject({ do: z.literal('SKIP') }),
  z.strictObject({ do: z.literal('UNDO') }),
  z.strictObject({ do: z.literal('SHOW') }),
  z.strictObject({ do: z.literal('READ_FIRST'), on: z.boolean() }),
  z.strictObject({ do: z.literal('ADD'), kind: z.enum(textKinds), at: span.nullable() }),
  z.strictObject({ do: z.literal('CODE'), kind: z.enum(codeKinds), statement: z.string().max(200) }),
  /** Opens again what stands, or what was refused or left unsure: one of those that the desk lists. */
  z.strictObject({ do: z.literal('REOPEN'), what: z.string().max(400) }),
  z.strictObject({ do: z.literal('CANCEL') }),
])
