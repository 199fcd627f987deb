import { isDeepStrictEqual } from 'node:util'
import type { AcceptedEntry, DeskDecision } from './decisionLog.ts'

/** What a decision has put into the annotations. */
export interface HeldEntry {
  readonly decision: DeskDecision
  readonly entry: AcceptedEntry
}

/** What was accepted and still holds: nothing later took it away, or put something else in its place. */
export function entriesHeld(held: readonly DeskDecision[]): HeldEntry[] {
  let left: HeldEntry[] = []
  for (const decision of held) {
    const { accepted, replaced } = decision
    if (replaced !== null) left = left.filter(({ entry }) => !isSameEntry(entry, replaced))
    if (accepted !== null) left.push({ decision, entry: accepted })
  }
  return left
}

/** Whether it stands in its section under a key; other entries are items of a list. */
export function isKeyed({ section, list }: Pick<AcceptedEntry, 'section' | 'list'>): boolean {
  return list === null && !isListed(section)
}

/** Whether a section is a list, and no map of keys. */
export function isListed(section: string): boolean {
  return section === 'memberships' || section === 'setAside'
}

/** Whether two are the same entry: by its key, or by all that it says where it is an item of a list. */
function isSameEntry(one: AcceptedEntry, other: AcceptedEntry): boolean {
  if (one.section !== other.section || one.list !== other.list) return false
  if (isKeyed(one)) return one.key === other.key
  return isDeepStrictEqual(one.value, other.value) && (one.list === null || one.key === other.key)
}
