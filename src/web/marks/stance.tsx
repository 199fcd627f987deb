import type { ComponentChildren } from 'preact'
import type { StanceParts } from '../documents/fragments.ts'
import { Concluded } from './marks.tsx'
import { stanceInWords } from './names.ts'

/** How a statement stands to a claim, which comes behind it, and that a curator or a rule concluded it. */
export function Stance({
  of: { stance, manner, basis, reason },
  children,
}: {
  readonly children?: ComponentChildren
  readonly of: StanceParts
}) {
  return (
    <>
      <b>{stanceInWords({ stance, manner })}</b>
      {children ? <>: {children}</> : null}
      {'\u00a0'}
      <Concluded of="stance" basis={basis} reason={reason} />
    </>
  )
}
