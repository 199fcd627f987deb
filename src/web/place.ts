import { useEffect, useState } from 'preact/hooks'
import { withBase, withoutBase } from './base.ts'

/** Where the reader is: the path and the query of the address. All that a view can be set to stands there. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
}

/** Told when the place has changed; `moved` says that it is another page, and not the same one set otherwise. */
type Listener = (moved: boolean) => void

const listeners = new Set<Listener>()

export function placeNow(): Place {
  return { path: withoutBase(location.pathname), query: new URLSearchParams(location.search) }
}

/** Goes to an address of this page; `replace` leaves no step to go back to. */
export function go(href: string, { replace = false } = {}): void {
  const address = withBase(href)
  const moved = new URL(address, location.href).pathname !== location.pathname
  if (replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  for (const listen of listeners) listen(moved)
}

/** Sets parts of the query, and leaves the others; null takes one away. */
export function setQuery(parts: Readonly<Record<string, string | null>>, options = { replace: true }): void {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(parts)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  go(`${location.pathname}${text === '' ? '' : `?${text}`}`, options)
}

export function usePlace(onMove: () => void): Place {
  const [place, setPlace] = useState(placeNow)
  useEffect(() => {
    let path = location.pathname
    const listen: Listener = moved => {
      path = location.pathname
      setPlace(placeNow())
      if (moved) onMove()
    }
    // A link within the page leads here too.
    const back = () => listen(location.pathname !== path)
    listeners.add(listen)
    addEventListener('popstate', back)
    return () => {
      listeners.delete(listen)
      removeEventListener('popstate', back)
    }
  }, [onMove])
  return place
}

/** Follows links between views without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link?.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return
  const isOfServer = ['/graphql', '/feed'].includes(withoutBase(link.pathname))
  if (isOfServer || (link.hash !== '' && link.pathname === location.pathname)) return
  event.preventDefault()
  go(link.pathname + link.search + link.hash)
}

/** The address of a node's page: its permalink. */
export function addressOf(typename: string, slug: string): string {
  return `/id/${typename}/${slug.split('/').map(encodeURIComponent).join('/')}`
}
