import type { Place } from './place.ts'

/** What a view is shown for: where the reader is, and the rest of the path. */
export interface ViewProps {
  readonly place: Place
  /** The parts of the path after the view's own name. */
  readonly rest: readonly string[]
}
