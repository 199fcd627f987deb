import type { AcceptedEntry } from './decisionLog.ts'
import type { DeskState } from './deskState.ts'
import type { DeskItem } from './item.ts'
import type { Next } from './queue.ts'

/** What stands on the desk now, for the state and for what is decided. */
export interface OnTop {
  readonly item: DeskItem
  /** What was proposed, or begun, before anything was set. */
  readonly from: DeskItem
  readonly next: Next | null
  readonly hidden: DeskState['hidden']
  /** What stands in the annotations and was opened again. */
  readonly replaces: AcceptedEntry | null
}

/** What a person has begun by themselves: something that was missed, or something that was opened again. */
export interface Begun {
  readonly item: DeskItem
  readonly replaces: AcceptedEntry | null
}
