import { z } from 'zod'
import { SLUG_PATTERN } from '../slug.ts'
import { Basis, valuesOf } from '../vocabulary.ts'

/** What the fields of several records have in common. */

export const MOST_TEXT = 5_000_000

export const slugField = z
  .string()
  .max(160)
  .regex(SLUG_PATTERN)
  .describe('A stable name: words of small letters and digits, joined by hyphens.')
export const key = z
  .string()
  .min(1)
  .max(400)
  .regex(/^\S+$/)
  .describe('A stable name that no other record of its kind has.')
/** Whose a record is: a corpus's own records say nothing of it. */
export const datasetField = slugField
  .nullable()
  .optional()
  .describe(
    "The dataset that it belongs to, where that is not the file's own: one of its dataset records; null for what a dossier brought.",
  )
export const line = z.string().min(1).max(10_000)
/** What somebody or something is called. */
export const nameField = line.regex(/\S/, 'expected a name, and not blanks alone')
export const edtf = z.string().min(1).max(100).describe('A date or interval in EDTF (ISO 8601-2, levels 0 and 1).')
export const amount = z
  .number()
  .refine(value => !Number.isInteger(value) || Number.isSafeInteger(value), 'larger than 2^53: it would not be exact')

export const span = z
  .strictObject({
    at: z
      .array(z.tuple([z.int().min(0), z.int().min(1)]))
      .min(1)
      .describe(
        'Where the words stand: start (included) and end (not included) of each piece, in Unicode code points.',
      ),
    exact: z.string().min(1).describe('The words that stand there; the pieces of a broken passage joined by “ … ”.'),
  })
  .describe('Words of the document. A record whose words do not stand at its offsets is refused.')

export const label = z
  .strictObject({
    name: line.describe('The name of the field.'),
    value: line.describe('What the corpus has in it, word for word.'),
  })
  .describe('What the corpus says in a field of its own.')
export const labelFields = z.array(label).optional().describe('What the corpus says in fields of its own, as given.')

export const basis = z
  .enum(valuesOf(Basis))
  .optional()
  .describe('On what ground it is said; STATED, if left out where the ground is always known.')
export const reason = line.optional().describe('Why it was concluded: for INFERRED, and only for it.')

/** On what ground an annotation stands. */
export const provenanceFields = {
  basis,
  reason,
  rule: slugField.optional().describe('The rule that read it: for AUTOMATIC, and only for it.'),
}

export type SpanRecord = z.infer<typeof span>
export type LabelRecord = z.infer<typeof label>

export interface Provenance {
  readonly basis?: Basis | undefined
  readonly reason?: string | undefined
  readonly rule?: string | undefined
}
