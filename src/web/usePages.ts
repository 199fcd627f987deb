import { useEffect, useState } from 'preact/hooks'
import { AskError, ask } from './ask.ts'
import type { Operation } from './documents/operation.ts'
import { useAnswer } from './useAnswer.ts'

/** A page of a list, as every connection of the API has it. */
export interface Page<Item> {
  readonly totalCount?: number
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** A list that grows page by page. */
export interface Pages<Item> {
  readonly items: readonly Item[]
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly error: AskError | null
  more(): void
  /** All of them, as far as `most`: for downloads. */
  all(most: number): Promise<readonly Item[]>
}

/** Takes a first page that is there, and asks for the next ones with the same operation and `after`. */
export function usePages<Data, Variables extends { readonly after?: string | null }, Item>(
  operation: Operation<Data, Variables>,
  variables: Variables | null,
  pageOf: (data: Data) => Page<Item> | null | undefined,
): Pages<Item> & { readonly first: ReturnType<typeof useAnswer<Data, Variables>> } {
  const first = useAnswer(operation, variables)
  const begun = first.data === null ? null : (pageOf(first.data) ?? null)
  const [more, setMore] = useState<{ items: readonly Item[]; last: Page<Item> | null }>({ items: [], last: null })
  const [state, setState] = useState<{ isLoading: boolean; error: AskError | null }>({ isLoading: false, error: null })
  useEffect(() => {
    setMore({ items: [], last: null })
    setState({ isLoading: false, error: null })
  }, [first.data])

  const last = more.last ?? begun
  const next = async (after: string | null): Promise<Page<Item> | null> => {
    if (variables === null) return null
    return pageOf(await ask(operation, { ...variables, after }, new AbortController().signal)) ?? null
  }
  return {
    first,
    items: [...(begun?.nodes ?? []), ...more.items],
    hasMore: last?.pageInfo.hasNextPage ?? false,
    isLoading: state.isLoading,
    error: state.error,
    more() {
      if (!last?.pageInfo.hasNextPage || state.isLoading) return
      setState({ isLoading: true, error: null })
      next(last.pageInfo.endCursor).then(
        page => {
          if (page) setMore({ items: [...more.items, ...page.nodes], last: page })
          setState({ isLoading: false, error: null })
        },
        (reason: unknown) => {
          const error = reason instanceof AskError ? reason : new AskError('ERROR', String(reason))
          setState({ isLoading: false, error })
        },
      )
    },
    async all(most) {
      const items = [...(begun?.nodes ?? []), ...more.items]
      let page = last
      while (page?.pageInfo.hasNextPage && items.length < most) {
        page = await next(page.pageInfo.endCursor)
        items.push(...(page?.nodes ?? []))
      }
      return items
    },
  }
}
