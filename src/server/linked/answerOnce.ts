import { tagHeld, tagOf } from '../compression.ts'
import { type EntityTags, revalidate } from '../entityTags.ts'

interface Asked {
  readonly tags: EntityTags
  readonly request: Request
  readonly type: string
  readonly make: () => string
}

/** The answer with its entity tag; 304 where the client has it already, without making it. */
export function answerOnce({ tags, request, type, make }: Asked, Made: typeof Response): Response {
  const stamp = tags.stampOf(request.headers.get('accept'), request.url)
  const held = tagHeld(request.headers.get('if-none-match'), stamp)
  const headers = { 'cache-control': revalidate, etag: held ?? tagOf(stamp, null) }
  if (held !== null) return new Made(null, { status: 304, headers })
  const contentType = type.startsWith('text/') ? `${type}; charset=utf-8` : type
  return new Made(make(), { headers: { ...headers, 'content-type': contentType } })
}
