import { z } from 'zod'
import { type InterchangeRecord, interchangeRecord, recordTypes } from '../model/interchange.ts'
import { surelyTakes } from '../model/surelyTakes.ts'
import { fieldMeant } from './fieldMeant.ts'
import type { RecordItem } from './formats/format.ts'

const isSurelyRecord = surelyTakes(interchangeRecord)

/** The record that an item gives, or why it is none: what any format makes is held to the interchange format, once. */
export function checkRecord(
  item: RecordItem,
): { readonly record: InterchangeRecord } | Extract<RecordItem, { readonly refused: unknown }> {
  if ('refused' in item) return item
  const { file, line } = item
  const found = 'record' in item ? item.record : item.claimed
  if (isSurelyRecord(found)) return { record: composed(found) }
  const { data: record, error } = interchangeRecord.safeParse(found)
  if (record !== undefined) return { record: composed(record) }
  const [issue] = error.issues
  return { file, line, refused: 'BAD_RECORD', why: whyOf(issue, found), found, ...givenBy(found) }
}

/** Names in NFC: two programs may write one name in two ways, and nobody sees that they differ. */
function composed(record: InterchangeRecord): InterchangeRecord {
  switch (record.type) {
    case 'agent': {
      const { name, otherNames } = record
      return {
        ...record,
        name: name.normalize(),
        ...(otherNames && { otherNames: otherNames.map(one => one.normalize()) }),
      }
    }
    case 'coder':
      return { ...record, name: record.name.normalize() }
    case 'claim':
      return { ...record, text: record.text.normalize() }
    case 'referent':
      return { ...record, label: record.label.normalize() }
    default:
      return record
  }
}

function whyOf(issue: z.core.$ZodIssue | undefined, value: object): string {
  if (issue === undefined) return 'not a record of this format'
  const schema = recordOf(value)
  const meant =
    issue.code === 'unrecognized_keys' && schema
      ? issue.keys.flatMap(key => fieldMeant(key, schema, issue.path) ?? [])
      : []
  const hint = meant.length === 0 ? '' : `. Did you mean ${meant.join(', ')}?`
  return `${issue.path.join('.')}: ${issue.message}${hint}`
}

const typed = z.object({ type: z.enum(recordTypes) })
const naming = z.object({ type: z.enum(recordTypes), slug: z.string() })

/** What a record of its type holds. */
function recordOf(value: object) {
  const { data } = typed.safeParse(value)
  return data && interchangeRecord.options.find(option => option.shape.type.value === data.type)
}

/** What a record that does not hold would have given. */
function givenBy(value: object) {
  const { data } = naming.safeParse(value)
  return data ? { gives: data } : {}
}
