/** The global id of a node, as the API writes it: type and slug, in base64url. */
export function globalId(typename: string, slug: string): string {
  const bytes = new TextEncoder().encode(`${typename}:${slug}`)
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
