import { z } from 'zod'
import { MOST_IN_KEY, SLUG_PATTERN } from '../slug.ts'
import { Basis, valuesOf } from '../vocabulary.ts'

/** What the fields of several records have in common. */

export const MOST_TEXT = 5_000_000

export const slugField = z
  .string()
  .max(160)
  .regex(SLUG_PATTERN, 'expected words of small letters and digits, joined by hyphens, such as ada-reyes')
  .describe('A stable name: words of small letters and digits, joined by hyphens.')
export const key = z
  .string()
  .min(1)
  .max(MOST_IN_KEY)
  .regex(/^\S+$/)
  .describe('A stable name that no other record of its kind has.')
/** Whose a record is: a corpus's own records say nothing of it. */
export const datasetField = slugField
  .nullable()
  .optional()
  .describe(
    "The dataset that it belongs to, if not the file's own: one of its dataset records; null if it came from a dossier.",
  )
export const MOST_IN_LINE = 10_000

export const line = z.string().min(1).max(MOST_IN_LINE)
/** What somebody or something is called. */
export const nameField = line.regex(/\S/, 'expected a name, not just blanks')
export const edtf = z.string().min(1).max(100).describe('A date or interval in EDTF (ISO 8601-2, levels 0 and 1).')
export const amount = z
  .number()
  .refine(
    value => !Number.isInteger(value) || Number.isSafeInteger(value),
    'larger than 2^53, so it would not be exact',
  )

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
    value: line.describe('Its value in the corpus, word for word.'),
  })
  .describe('An extra field from the corpus.')
export const labelFields = z.array(label).optional().describe('Extra fields from the corpus, as given.')

export const basis = z
  .enum(valuesOf(Basis))
  .optional()
  .describe('The basis. Where it is always known, STATED if left out.')
export const reason = line.optional().describe('Why it was concluded: only for INFERRED, and required there.')

/** On what ground an annotation stands. */
export const provenanceFields = {
  basis,
  reason,
  rule: slugField.optional().describe('The rule that read it: only for AUTOMATIC, and required there.'),
}

export type SpanRecord = z.infer<typeof span>
export type LabelRecord = z.infer<typeof label>

export interface Provenance {
  readonly basis?: Basis | undefined
  readonly reason?: string | undefined
  readonly rule?: string | undefined
}
