/** Where the permalinks of nodes begin, below the address of the server. */
export const permalinkRoot = '/id/'

/** The path of a node's permalink: its type and its slug, the slashes in which stay as they are. */
export function permalinkPath(typename: string, slug: string): string {
  const escaped = encodeURI(slug).replaceAll('?', '%3F').replaceAll('#', '%23')
  return `${permalinkRoot}${typename}/${escaped}`
}

/** The type and the slug that a path names; null if it is no permalink's. */
export function readPermalink(path: string): { typename: string; slug: string } | null {
  if (!path.startsWith(permalinkRoot)) return null
  if (!path.startsWith(permalinkRoot)) return null
  const [typename = '', ...rest] = path.slice(permalinkRoot.length).split('/')
  try {
    const slug = decodeURIComponent(rest.join('/'))
    return typename === '' || slug === '' ? null : { typename, slug }
  } catch {
    return null
  }
}
