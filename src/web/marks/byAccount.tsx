import { speakerName, statementAddress } from './marks.tsx'

interface HowHeld {
  readonly attribution: string | null
  readonly cue: { readonly exact: string } | null
}

/** “said”, or the words of the text for knowing, fearing and vowing, as citations have them: none of these is a saying. */
export function HeldBy({ of: { attribution, cue } }: { readonly of: HowHeld }) {
  if (attribution === null || attribution === 'COMMUNICATION') return <>said</>
  return cue === null ? <>held</> : <span class="said">“{cue.exact}”</span>
}

interface Around {
  readonly slug: string
  readonly voice: string
  readonly speaker: { readonly name: string } | null
  readonly channel: { readonly label: string } | null
  readonly source: { readonly exact: string } | null
  readonly reportedIn?: Around | null
}

/** By whose account something was said, the nearest first; nothing where the document alone tells it. */
export function ByAccount({ of }: { readonly of: Around | null }) {
  if (of === null) return null
  return (
    <>
      {of.voice === 'DOCUMENT' ? null : (
        <>
          {' '}
          by the account of{' '}
          <a href={statementAddress(of.slug)} dir="auto">
            {speakerName(of)}
          </a>
        </>
      )}
      <ByAccount of={of.reportedIn ?? null} />
    </>
  )
}
