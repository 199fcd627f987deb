import { Kind } from 'graphql'
import { type Aside, type Asked, pathOf, valueAsked } from './aside.ts'

/** What `changes` leaves out where it is not told where to begin. */
export interface ChangesNote {
  readonly code: 'UNLISTED'
  readonly message: string
  readonly path: string
}

/** Says how changes are listed, where they are asked for without a beginning; null of any other field. */
export function changesNote(asked: readonly Asked[]): Aside<ChangesNote> | null {
  const last = asked.at(-1)
  if (asked.length !== 1 || last?.node.name.value !== 'changes') return null
  // Whoever asks for the cursor alone begins to follow the graph.
  const { selections = [] } = last.node.selectionSet ?? {}
  if (!selections.some(each => each.kind !== Kind.FIELD || each.name.value === 'nodes')) return null
  const path = pathOf(asked, 'after')
  return (_, values) => {
    const after = valueAsked(last, 'after', values)
    return typeof after === 'string' ? null : { code: 'UNLISTED', message, path }
  }
}

const message =
  'Without `after` you get only a cursor. `after: ""` starts with the first change, `after: "2026-11-26"` with the first of that day.'
