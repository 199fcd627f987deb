import { useEffect, useState } from 'preact/hooks'
import { AskError, ask } from '../ask.ts'
import type { Operation } from '../documents/operation.ts'
import type { Page } from '../usePages.ts'

/** Pages of a list that a document's view goes on loading by itself; a longer list is cut, and the view says so. */
const mostPages = 40

export interface EveryPage<Item> {
  readonly items: readonly Item[]
  /** How many there are in all, once it is known. */
  readonly total: number | undefined
  /** Why no more of them come. */
  readonly error: AskError | null
  again(): void
}

/** A list that is wanted whole: its first pages are shown while the next ones come. */
export function useEveryPage<Data, Item>(
  operation: Operation<Data, { slug: string; after?: string | null }>,
  slug: string,
  pageOf: (data: Data) => Page<Item> | undefined,
): EveryPage<Item> {
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<Omit<EveryPage<Item>, 'again'>>({ items: [], total: undefined, error: null })
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
        setState({ items: [...items], total: page.totalCount, error: null })
        if (after === null) break
      }
    }
    run().catch((reason: unknown) => {
      if (controller.signal.aborted) return
      const error = reason instanceof AskError ? reason : new AskError('ERROR', String(reason))
      setState(before => ({ ...before, error }))
    })
    return () => controller.abort()
  }, [operation, slug, turn])
  return { ...state, again: () => setTurn(turn + 1) }
}
