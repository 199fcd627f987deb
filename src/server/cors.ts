const methods = ['GET', 'POST', 'OPTIONS']
const exposed = ['ETag', 'Retry-After']
const maxAge = 86_400

/** What a page of another site may do: ask without credentials, if its site is among those that are allowed. */
export function corsOptions(allowed: string, origin: string | null) {
  if (!isAllowed(allowed, origin)) return false
  // The origin is named in a list of two, so that the response varies by it.
  return { origin: [origin, allowed], credentials: false, methods, exposedHeaders: exposed, maxAge }
}

/** The headers that yoga makes of these options, for an answer; `vary` names the origin in any case. */
export function corsHeaders(allowed: string, origin: string | null): readonly string[] {
  if (!isAllowed(allowed, origin)) return []
  return [
    ...['access-control-allow-origin', origin],
    ...['access-control-allow-methods', methods.join(', ')],
    ...['access-control-expose-headers', exposed.join(', ')],
    ...['access-control-max-age', String(maxAge)],
  ]
}

function isAllowed(allowed: string, origin: string | null): origin is string {
  return origin !== null && (allowed === '*' || allowed.split(',').includes(origin))
}
