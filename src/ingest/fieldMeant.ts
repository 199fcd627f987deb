import { z } from 'zod'
import { nearestWord } from '../model/nearest.ts'
import { namesMeant } from '../model/synonyms.ts'
import type { Path } from './yaml.ts'

/** The field that a key was meant to be, where a path leads: what others call so, or else what is spelt alike. */
export function fieldMeant(key: string, schema: z.core.$ZodType, path: Path): string | undefined {
  const fields = fieldsAt(schema, path)
  return namesMeant(key).find(name => fields.includes(name)) ?? nearestWord(key, fields)
}

/** The fields that a schema knows where a path leads. */
function fieldsAt(schema: z.core.$ZodType, path: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsAt(schema.unwrap(), path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => fieldsAt(option, path))
  const [step, ...rest] = path
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape)
    const field = schema.shape[String(step)]
    return field ? fieldsAt(field, rest) : []
  }
  if (step === undefined) return []
  if (schema instanceof z.ZodRecord) return fieldsAt(schema.valueType, rest)
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, rest)
  return []
}
