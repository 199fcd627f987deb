/** What the fields of several entries of a dossier have in common. */

import { z } from 'zod'
import { SLUG_PATTERN } from '../../model/slug.ts'
import { controlInName } from '../../model/text.ts'
import { Basis, valuesOf } from '../../model/vocabulary.ts'
import { formerly } from '../formerNames.ts'

const NOT_A_KEY = 'a key is words in small letters and digits joined by hyphens, such as mark-green'

export const anyKey = z.string().max(160, 'a key has at most 160 characters').regex(SLUG_PATTERN, NOT_A_KEY)

/** A curator's own words, or a name. What ends a block of YAML is none of them. */
export const text = z
  .string()
  .max(10_000, 'at most 10,000 characters')
  .regex(/\S/, 'expected some words')
  .refine(value => value.isWellFormed() && controlInName(value) === null, 'expected text without control characters')
  .transform(value => value.replace(/\n+$/, ''))

/** What a corpus says in a field of its own, as given. */
export const given = z.string().min(1, 'expected some words').max(10_000, 'at most 10,000 characters')

export const keyField = (thing: string) => anyKey.describe(`The key of ${thing}.`)
export const agentKey = keyField('an agent, of this dossier or of a register that it uses')
export const datasetKey = keyField('a dataset')

/** A name in the graph that need not be made of keys. */
const name = z
  .string()
  .min(1, 'expected a name')
  .max(400, 'at most 400 characters')
  .regex(/^\S+$/, 'a name in the graph must not contain spaces')

/** The name of what has a key. */
export const slug = name.optional().describe("Its name in the graph, if not made of the document's key and its own.")

/** What may stand in another document, which is there already. */
export const outside = (thing: string) =>
  z
    .string()
    .max(401, 'at most 400 characters')
    .regex(
      /^(\S*\/\S*|[a-z0-9]+(-[a-z0-9]+)*)$/,
      `expected the key of a ${thing} or, in another document, document/key`,
    )

export const verbatim = z
  .string()
  .max(100_000, 'at most 100,000 characters')
  .regex(/\S/, 'expected the words of the article')
const context = z.string().max(1_000, 'at most 1,000 characters').regex(/\S/, 'expected the words of the article')

export const selectorField = z
  .strictObject({
    exact: verbatim.describe('The words, verbatim.'),
    prefix: context.optional().describe('The words right before them, to tell them from others that read the same.'),
    suffix: context.optional().describe('The words right after them, to tell them from others that read the same.'),
    occurrence: z
      .int()
      .min(1, 'occurrences are counted from 1')
      .max(10_000, 'at most 10,000')
      .optional()
      .describe('Which place is meant, counted from 1, among those that match prefix and suffix.'),
    start: z
      .int()
      .min(0, 'characters are counted from 0')
      .optional()
      .describe('Where they start, in Unicode code points from 0; only if words cannot identify them.'),
  })
  .describe('Words of the article, with what identifies them.')

export const quote = z
  .union([verbatim.describe('The words, verbatim.'), selectorField])
  .describe('Words of the article, verbatim; whitespace may differ. There are no offsets: the import finds the words.')

/** Words of the article in one piece or, if others stand between them, in several. */
export const words = z
  .union([...quote.options, z.array(quote).min(2, 'broken words need at least two pieces')])
  .describe('Words of the article, verbatim; a list, in text order, if other words interrupt them.')

export const evidence = formerly(z.union(words.options).describe('The words of the article that say so.'), 'evidence')

export const reasonField = formerly(
  text.describe('Why a curator concludes this although the article does not say it in words.'),
  'inferred',
)
export const reasonIfInferred = formerly(reasonField.optional(), 'inferred')
export const noteField = text.optional().describe('Why it is coded this way; the graph shows it.')

export const ruleField = keyField('a rule').optional().describe('The rule by which a machine read it, unreviewed.')
export const basisField = z
  .enum(valuesOf(Basis))
  .nullable()
  .optional()
  .describe('Its basis. Left out: INFERRED with a reason, AUTOMATIC with a rule, else STATED. null: nobody has said.')

export const labelsField = z
  .array(
    z.strictObject({
      name: given.describe('The name of the field.'),
      value: given.describe('Its value in the corpus, verbatim.'),
    }),
  )
  .optional()
  .describe("The corpus's own fields, as given.")

/** Whose something is, where that is not the document's dataset. */
export const owner = datasetKey
  .nullable()
  .optional()
  .describe("Its dataset, if that is not the document's; null for none.")

export const edtfField = z
  .string()
  .max(100, 'at most 100 characters')
  .describe('A date or interval in EDTF (ISO 8601-2), such as 2024-07-21, 2024-07, 2023-05/2024-07 or 2024-07~.')

export type Quote = z.infer<typeof quote>
export type Words = z.infer<typeof words>
