/** The names that fields of hand-written files had in the release before: they are still read, and `dixit upgrade` replaces them. */

import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { z } from 'zod'

const formerNames = z.registry<{ readonly names: readonly string[] }>()

/** The field, which the release before calls by other names. */
export function formerly<S extends z.ZodType>(field: S, ...names: string[]): S {
  formerNames.add(field, { names })
  return field
}

/** A key of a file that has a former name. */
export interface FormerKey {
  /** Where it stands: UTF-16 indices of the text. */
  readonly start: number
  readonly end: number
  readonly former: string
  readonly name: string
}

/** Gives every key of a parsed file that has a former name its name of today; the keys stay at their places. */
export function renameFormerKeys(schema: z.core.$ZodType, contents: Node | null): FormerKey[] {
  const found: FormerKey[] = []
  rename(schema, contents, found)
  return found
}

function rename(schema: z.core.$ZodType, node: unknown, found: FormerKey[]): void {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) rename(schema.unwrap(), node, found)
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) rename(option, node, found)
  else if (schema instanceof z.ZodArray && isSeq(node)) {
    for (const item of node.items) rename(schema.element, item, found)
  } else if (schema instanceof z.ZodRecord && isMap(node)) {
    for (const { value } of node.items) rename(schema.valueType, value, found)
  } else if (schema instanceof z.ZodObject && isMap(node)) renameIn(schema, node, found)
}

function renameIn({ shape }: z.ZodObject, map: YAMLMap, found: FormerKey[]): void {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    const written = String(key.value)
    const name = Object.hasOwn(shape, written) ? written : nameOf(written, shape)
    if (name === undefined) continue
    // Where both stand, neither can be preferred: the former one is an unknown field.
    if (name !== written && !map.has(name) && key.range) {
      found.push({ start: key.range[0], end: key.range[1], former: written, name })
      key.value = name
    }
    const field = shape[name]
    if (field !== undefined) rename(field, value, found)
  }
}

function nameOf(former: string, shape: z.ZodObject['shape']): string | undefined {
  return Object.keys(shape).find(name => namesBefore(shape[name]).includes(former))
}

function namesBefore(field: z.core.$ZodType | undefined): readonly string[] {
  return field === undefined ? [] : (formerNames.get(field)?.names ?? [])
}

/** The former names of all fields of a schema, each with that of today. */
export function formerNamesOf(schema: z.core.$ZodType): (readonly [former: string, name: string])[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return formerNamesOf(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formerNamesOf)
  if (schema instanceof z.ZodArray) return formerNamesOf(schema.element)
  if (schema instanceof z.ZodRecord) return formerNamesOf(schema.valueType)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, field]) => [
    ...namesBefore(field).map(former => [former, name] as const),
    ...formerNamesOf(field),
  ])
}
