import { told } from './told.ts'

/** Where the reader left the page, kept in the browser. GraphiQL keeps its tabs itself. */
const key = 'dixit:graphiql'

interface Place {
  /** Whether GraphiQL was open, and not the first view. */
  readonly isEditing: boolean
  /** The name of the worked question that was shown. */
  readonly example: string | null
}

export function placeLeft(): Place {
  const nowhere = { isEditing: false, example: null }
  try {
    return { ...nowhere, ...JSON.parse(localStorage.getItem(key) ?? '{}') }
  } catch {
    return nowhere
  }
}

export function leaveAt(place: Place): void {
  try {
    localStorage.setItem(key, JSON.stringify(place))
  } catch {
    // Without storage it holds for this visit.
  }
}

/** The question in the address, as permalinks and the explorer write it; null if there is none. */
export function asked(): { readonly query: string; readonly variables: string | null } | null {
  const parts = new URLSearchParams(location.search)
  const query = parts.get('query')
  return query === null ? null : { query, variables: parts.get('variables') }
}

export const exampleCalled = (name: string | null) =>
  told.examples.find(example => example.name === name) ?? told.examples[0]
