import { useEffect, useState } from 'preact/hooks'
import { type SearchHit, search } from '../documents/search.ts'
import { usePages } from '../usePages.ts'

export type SearchType = SearchHit['type']

/** How long a pause in typing is taken for its end, in milliseconds. */
const pause = 150

/** What is found, as one types. */
export function useHits(
  query: string,
  { most = 20, types = null }: { readonly most?: number; readonly types?: SearchType[] | null } = {},
) {
  const [settled, setSettled] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), pause)
    return () => clearTimeout(timer)
  }, [query])
  const words = settled.trim()
  // The last word may be only begun.
  const asked = words === '' ? null : { query: /[\p{L}]{3,}$/u.test(words) ? `${words}*` : words, types, first: most }
  return { words, most, asked, list: usePages(search, asked, data => data.search) }
}

export type Found = ReturnType<typeof useHits>
