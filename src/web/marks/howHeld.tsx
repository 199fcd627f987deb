import { heldInWords } from '../../model/howHeld.ts'
import type { HeldParts } from '../documents/fragments.ts'

/** How a statement is held that is not plainly affirmed: “denied”, as a denial. Nothing before plain ones. */
export function HowHeld({ of }: { readonly of: Partial<HeldParts> }) {
  const held = heldOf(of)
  return held === null ? null : <b dir="auto">{held}: </b>
}

/** The same for a cell of a table. */
export function heldOf({ cue, polarity = null, certainty = null, concessions }: Partial<HeldParts>): string | null {
  return heldInWords({ cue: cue?.exact ?? null, polarity, certainty, concessions: concessions?.totalCount ?? 0 })
}
