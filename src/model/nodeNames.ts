/** Where the permalinks of nodes begin, below the address of the server. */
export const permalinkRoot = '/id/'

/** The path of a node's permalink: its type and its slug, the slashes in which stay as they are. */
export function permalinkPath(typename: string, slug: string): string {
  const escaped = encodeURI(slug).replaceAll('?', '%3F').replaceAll('#', '%23')
  return `${permalinkRoot}${typename}/${escaped}`
}

/** The global id of a node: its type and its slug, so that it is the same after every import. */
export function encodeId(typename: string, slug: string): string {
  return Buffer.from(`${typename}:${slug}`).toString('base64url')
}
