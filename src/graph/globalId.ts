import { Failure } from '../model/failure.ts'
import { didYouMean } from '../model/nearest.ts'
import { encodeId } from '../model/nodeNames.ts'
import { slugify } from '../model/slug.ts'
import type { NodeReference } from '../store/query/filter.ts'
import { entities } from '../store/schema/entities.ts'

const typenames = new Set(entities.flatMap(entity => entity.typenames))

/** What a global id names: its type and slug; a type of no name where it is none, which `knownId` refuses. */
export interface NodeId {
  readonly typename: string
  readonly id: string
}

/** Reads a global id. It never throws, because an operation is weighed before any of it is answered. */
export function decodeId(globalId: string): { typename: string; id: string } {
  return tryDecode(globalId) ?? { typename: '', id: globalId }
}

/**
 * The same id, if it is one.
 *
 * @throws Failure BAD_ID if it is none
 */
export function knownId<Id extends NodeId>(id: Id): Id {
  if (id.typename !== '') return id
  throw new Failure('BAD_ID', `“${id.id}” is not an id of this graph. Ids are opaque: take them from an id field.`)
}

/** What a person typed to name a node: its slug, or its global id. */
export function readReference(text: string): NodeReference {
  const decoded = tryDecode(text)
  if (decoded !== null) return { slug: decoded.id, typename: decoded.typename }
  if (text.trim() === '' || /\s/u.test(text)) {
    const why = text.trim() === '' ? 'it is empty' : 'it has spaces in it'
    const slug = slugify(text)
    throw new Failure(
      'BAD_ID',
      `“${text}” is neither a slug nor an id: ${why}.${slug === '' ? ' Slugs are like mark-green.' : didYouMean([slug])}`,
    )
  }
  return { slug: text, typename: null }
}

/** What a global id names; null if the text is none. */
export function tryDecode(globalId: string): { typename: string; id: string } | null {
  const text = Buffer.from(globalId, 'base64url').toString()
  const colon = text.indexOf(':')
  const typename = text.slice(0, Math.max(colon, 0))
  const id = text.slice(colon + 1)
  return typenames.has(typename) && id !== '' && encodeId(typename, id) === globalId ? { typename, id } : null
}
