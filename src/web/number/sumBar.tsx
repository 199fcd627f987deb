import type { Relation } from '../documents/number.ts'
import { shownNumber } from './shown.ts'

/** A sum as a bar of its parts, to scale. */
export function SumBar({ sum, self }: { readonly sum: NonNullable<Relation['subject']>; readonly self: string }) {
  const parts = sum.parts.nodes.flatMap(({ kind, object }) =>
    kind === 'SUM_OF' && object?.value != null ? [object] : [],
  )
  const whole = sum.value
  if (whole === null || parts.length === 0) return null
  return (
    <div class="sum">
      {parts.map(part => (
        <span
          key={part.slug}
          class={part.slug === self ? 'self' : ''}
          style={{ flexGrow: (part.value ?? 0) / whole, flexBasis: 0 }}
        >
          {shownNumber(part)}
        </span>
      ))}
    </div>
  )
}
