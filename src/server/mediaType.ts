import { LRUCache } from 'lru-cache'

/** The media types that answers come in; of equals the last is taken, as yoga does. */
const types = ['application/graphql-response+json', 'application/json']

const known = new LRUCache<string, { readonly type: string | null }>({ max: 100 })

/**
 * The content type of an answer for what a client says that it accepts, as yoga finds it: by the first media type of the
 * list that fits. Null where it is for yoga to say.
 */
export function contentTypeFor(accept: string | undefined): string | null {
  const said = accept || '*/*'
  const found = known.get(said) ?? { type: chosen(said) }
  known.set(said, found)
  return found.type
}

function chosen(accept: string): string | null {
  for (const range of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';')
    if (parameters.some(parameter => parameter.includes('charset=') && parameter !== 'charset=utf-8')) continue
    const [main, sub] = name.split('/')
    const type = types.findLast(each => {
      const [ours, kind] = each.split('/')
      return (main === '*' || main === ours) && (sub === '*' || sub === kind)
    })
    if (type) return `${type}; charset=utf-8`
  }
  return null
}
