import { useEffect, useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import type { Operation } from '../documents/operation.ts'
import type { Page } from '../usePages.ts'

/** Pages of a list that a document's view goes on loading by itself; a longer list is cut, and the view says so. */
const mostPages = 40

/** A list that is wanted whole: its first pages are shown while the next ones come. */
export function useEveryPage<Data, Item>(
  operation: Operation<Data, { slug: string; after?: string | null }>,
  slug: string,
  pageOf: (data: Data) => Page<Item> | undefined,
): { readonly items: readonly Item[]; readonly total: number | undefined; readonly isDone: boolean } {
  const [state, setState] = useState<{ items: readonly Item[]; total: number | undefined; isDone: boolean }>({
    items: [],
    total: undefined,
    isDone: false,
  })
  useEffect(() => {
    const controller = new AbortController()
    const run = async () => {
      const items: Item[] = []
      let after: string | null = null
      for (let number = 0; number < mostPages; number++) {
        const page = pageOf(await ask(operation, { slug, after }, controller.signal))
        if (!page) break
        items.push(...page.nodes)
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
        setState({ items: [...items], total: page.totalCount, isDone: after === null })
        if (after === null) break
      }
    }
    // What fails here the document's own question says.
    run().catch(() => undefined)
    return () => controller.abort()
  }, [operation, slug])
  return state
}
