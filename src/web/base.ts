import { options } from 'preact'

/** What comes before every path where the server stands behind a proxy in a folder of another site: its BASE_PATH. */
export const base = document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? ''

/** The path within the explorer. */
export function withoutBase(path: string): string {
  return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path
}

/** The address under which the server has a path of the explorer. */
export function withBase(path: string): string {
  return base !== '' && path.startsWith('/') && !path.startsWith(`${base}/`) ? base + path : path
}

/** Views write the paths that they know; what the browser sees of links and forms has what comes before. */
export function prefixLinks(): void {
  if (base === '') return
  const { vnode } = options
  options.vnode = made => {
    const props: Record<string, unknown> = made.props
    for (const name of ['href', 'action']) {
      const address = props[name]
      if (typeof made.type === 'string' && typeof address === 'string') props[name] = withBase(address)
    }
    vnode?.(made)
  }
}
