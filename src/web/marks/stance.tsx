import { Concluded } from './marks.tsx'
import { stanceInWords } from './names.ts'

/** How a statement stands to a claim, and that a curator or a rule concluded it. */
export function Stance({
  of: { stance, manner, basis, reason },
}: {
  readonly of: {
    readonly stance: string
    readonly manner: string | null
    readonly basis: string | null
    readonly reason: string | null
  }
}) {
  return (
    <>
      <b>{stanceInWords({ stance, manner })}</b>
      <Concluded of="stance" basis={basis} reason={reason} />
    </>
  )
}
