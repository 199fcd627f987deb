import { Failure } from '../model/failure.ts'
import { entities } from '../store/entities.ts'
import type { Reference } from '../store/filter.ts'

const typenames = new Set(entities.flatMap(entity => entity.typenames))

/** The global id of a node: its type and its slug, so that it is the same after every import. */
export function encodeId(typename: string, slug: string): string {
  return Buffer.from(`${typename}:${slug}`).toString('base64url')
}

/**
 * The type and the slug of a global id.
 *
 * @throws Failure BAD_ID if it is none
 */
export function decodeId(globalId: string): { typename: string; id: string } {
  const reference = tryDecode(globalId)
  if (reference === null) {
    throw new Failure('BAD_ID', `“${globalId}” is no id of this graph. Ids are opaque: take them from an id field.`)
  }
  return reference
}

/** What a person typed to name a node: its slug, or its global id. */
export function readReference(text: string): Reference {
  const decoded = tryDecode(text)
  if (decoded !== null) return { slug: decoded.id, typename: decoded.typename }
  if (text.trim() === '' || /\s/u.test(text)) {
    throw new Failure('BAD_ID', `“${text}” is neither a slug nor an id: it is empty or has spaces in it.`)
  }
  return { slug: text, typename: null }
}

function tryDecode(globalId: string): { typename: string; id: string } | null {
  const text = Buffer.from(globalId, 'base64url').toString()
  const colon = text.indexOf(':')
  const typename = text.slice(0, Math.max(colon, 0))
  const id = text.slice(colon + 1)
  return typenames.has(typename) && id !== '' && encodeId(typename, id) === globalId ? { typename, id } : null
}
