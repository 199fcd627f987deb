import type { CuratedLists } from '../../store/query/curatedLists.ts'

/** How a review desk is opened. */
export interface DeskOptions {
  readonly by: string
  readonly now: () => Date
  /** Writes a file wholly or not at all. */
  readonly write: (file: string, content: string) => void
  /** What the graph has, for lists. */
  readonly graph?: CuratedLists
  /** Whether it is another coder of the article, who sees nothing of what was decided before and writes a log alone. */
  readonly isSecond?: boolean
  /** Whether what was decided is put into the annotations again where it is no longer there. */
  readonly isRestoring?: boolean
}
