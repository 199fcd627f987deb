import { z } from 'zod'
import { nearestWord } from '../model/nearest.ts'
import { namesMeant } from '../model/synonyms.ts'
import type { Path } from './yaml.ts'

/**
 * The field that a key was meant to be, where a path leads: what others call so, or else what is spelt alike; failing both, the
 * field of that name, in whatever case, that one other part of the file has.
 */
export function fieldMeant(key: string, schema: z.core.$ZodType, path: Path): string | undefined {
  const fields = fieldsAt(schema, path)
  const here = namesMeant(key).find(name => fields.includes(name)) ?? nearestWord(key, fields)
  if (here !== undefined) return here
  const elsewhere = [...new Set(placesOf(key.toLowerCase(), schema, []))]
  return elsewhere.length === 1 ? elsewhere[0] : undefined
}

/** The fields of parts of a file that have a name, given in small letters, each with its part. */
function placesOf(asked: string, schema: z.core.$ZodType, parts: readonly string[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return placesOf(asked, schema.unwrap(), parts)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => placesOf(asked, option, parts))
  if (schema instanceof z.ZodRecord) return placesOf(asked, schema.valueType, parts)
  if (schema instanceof z.ZodArray) return placesOf(asked, schema.element, parts)
  if (!(schema instanceof z.ZodObject)) return []
  const own = Object.keys(schema.shape).find(name => name.toLowerCase() === asked)
  return [
    ...(own === undefined || parts.length === 0 ? [] : [`${own}, a field of ${parts.join(': ')}`]),
    ...Object.entries(schema.shape).flatMap(([name, field]) => placesOf(asked, field, [...parts, name])),
  ]
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
