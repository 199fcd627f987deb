import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { RejectReason } from '../../model/records/refusal.ts'
import { readText, Unreadable } from './files.ts'
import type { OnBytes } from './format.ts'

const lists = z.object({
  persons: z.array(z.unknown()).default([]),
  organizations: z.array(z.unknown()).default([]),
  memberships: z.array(z.unknown()).default([]),
  posts: z.array(z.unknown()).default([]),
  areas: z.array(z.unknown()).default([]),
  events: z.array(z.unknown()).default([]),
})

/** What a file of Popolo holds, by kind. */
export type PopoloLists = z.infer<typeof lists>

const kinds = ['persons', 'organizations', 'memberships', 'posts', 'areas', 'events'] as const

/** Why a file of Popolo cannot be read. */
interface Refusal {
  readonly refused: RejectReason
  readonly found: string
}

/** The lists of a file: as they stand in it, or those of the one object, or of the array of objects, that it is. */
export function readPopolo(file: string, onBytes: OnBytes): PopoloLists | Refusal {
  try {
    const value: unknown = JSON.parse(readText(dirname(file), file, onBytes))
    const own = z.looseObject({}).safeParse(value)
    if (own.success && kinds.some(kind => Array.isArray(own.data[kind]))) return withInner(lists.parse(own.data))
    const objects = z.array(z.looseObject({})).safeParse(Array.isArray(value) ? value : [value])
    const found = objects.success ? objects.data.map(object => ({ object, kind: kindOf(object, file) })) : []
    if (found.length > 0 && found.every(({ kind }) => kind !== null)) {
      const byKind = kinds.map(kind => [kind, found.filter(one => one.kind === kind).map(({ object }) => object)])
      return withInner(lists.parse(Object.fromEntries(byKind)))
    }
    return {
      refused: 'BAD_RECORD',
      found:
        'expected an object with persons, organizations or memberships, or a single person, organization or membership',
    }
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.reason, found: error.message }
    if (error instanceof SyntaxError) return { refused: 'NOT_JSON', found: error.message }
    if (error instanceof z.ZodError) return { refused: 'BAD_RECORD', found: z.prettifyError(error) }
    throw error
  }
}

const holder = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  memberships: z.array(z.looseObject({})).nullish(),
  legislative_periods: z.array(z.unknown()).nullish(),
})

/** The memberships and periods that stand within their person or organization, beside those of the file. */
function withInner(found: PopoloLists): PopoloLists {
  const inner = (objects: readonly unknown[], field: 'person_id' | 'organization_id') =>
    objects.flatMap(object => {
      const { data } = holder.safeParse(object)
      return (data?.memberships ?? []).map(membership => ({ [field]: data?.id, ...membership }))
    })
  const more = [...inner(found.persons, 'person_id'), ...inner(found.organizations, 'organization_id')]
  const periods = found.organizations.flatMap(object => holder.safeParse(object).data?.legislative_periods ?? [])
  return { ...found, memberships: [...found.memberships, ...more], events: [...found.events, ...periods] }
}

/** Whether a file needs no other one: it has people, or cannot be read at all. */
export function isWhole(read: PopoloLists | Refusal): boolean {
  return 'refused' in read || read.persons.length > 0
}

/** What a single object is: by the name of its file, as in the specification's examples, or by its fields. */
function kindOf(object: Readonly<Record<string, unknown>>, file: string): keyof PopoloLists | null {
  const name = basename(file).toLowerCase()
  const named = kinds.find(kind => name.startsWith(kind.slice(0, -1)))
  if (named) return named
  if ('person_id' in object || 'member_id' in object) return 'memberships'
  if ('classification' in object && 'start_date' in object && !('founding_date' in object)) return 'events'
  if ('classification' in object || 'founding_date' in object) return 'organizations'
  return 'family_name' in object || 'given_name' in object || 'birth_date' in object ? 'persons' : null
}
