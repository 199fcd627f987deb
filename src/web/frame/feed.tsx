import { useEffect } from 'preact/hooks'
import { withBase } from '../base.ts'

/** Leads to all statements that meet a filter, as a table: more than the page shows. */
export function AllStatements({ filter }: { readonly filter: object }) {
  return (
    <a class="btn" href={`/export/statements.csv?${new URLSearchParams({ filter: JSON.stringify(filter) })}`}>
      All statements (CSV)
    </a>
  )
}

/** Leads to the feed of new statements that meet a filter, and tells the browser of it. */
export function Feed({ filter, title }: { readonly filter: object; readonly title: string }) {
  const name = `New about: ${title}`
  const address = `/feed?${new URLSearchParams({ filter: JSON.stringify(filter), title: name })}`
  useEffect(() => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'alternate', type: 'application/atom+xml', title: name, href: withBase(address) })
    document.head.append(link)
    return () => link.remove()
  }, [address, name])
  return (
    <a class="btn" href={address} type="application/atom+xml">
      Feed
    </a>
  )
}
