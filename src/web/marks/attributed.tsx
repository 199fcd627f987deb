import { conjoined } from '../../model/conjoined.ts'
import { labelledReasons } from '../../model/reasons.ts'
import type { StatementParts } from '../documents/fragments.ts'
import { Basis } from './marks.tsx'

type Of = Pick<
  StatementParts,
  'voice' | 'speakerBasis' | 'speakerReason' | 'channelBasis' | 'channelReason' | 'time'
> & {
  readonly speaker: object | null
  readonly channel: {
    readonly label: string
    readonly basis?: string | null
    readonly reason?: string | null
    readonly time?: { readonly slug: string } | null
  } | null
}

interface Part {
  readonly name: string
  readonly basis: string
  readonly reason: string | null
}

/** How it is known who said it, through what and when: a badge for each way, which says of what. */
export function Attributed({ of }: { readonly of: Of }) {
  return [...Map.groupBy(partsOf(of), ({ basis }) => basis)].map(([basis, parts]) => (
    <Basis
      key={basis}
      of={conjoined(parts.map(({ name }) => name))}
      basis={basis}
      reason={parts.length === 1 ? (parts[0]?.reason ?? null) : labelledReasons(parts)}
    />
  ))
}

function partsOf({ voice, speaker, speakerBasis, speakerReason, time, ...of }: Of): Part[] {
  // That it came through the text can be concluded, and so can what text that is.
  const via = of.channelBasis ?? 'STATED'
  const known = via === 'STATED' ? of.channel : { basis: via, reason: of.channelReason }
  const name = via === 'STATED' ? 'what the channel is' : 'channel'
  const channel = { name, basis: known?.basis ?? 'STATED', reason: known?.reason ?? null }
  const who = { name: speaker === null ? 'voice' : 'speaker', basis: speakerBasis, reason: speakerReason }
  const isOpen = channel.basis !== 'STATED'
  const parts: Part[] = []
  // Whose voice it is that comes through a text is known as the text is.
  if (voice === 'CHANNEL' && of.channel !== null) parts.push(isOpen ? { ...channel, name: who.name } : who)
  else parts.push(who, ...(of.channel === null ? [] : [channel]))
  if (time === null) return parts
  // That a time applies can be concluded, though its date stays open.
  const hasDate = time.basis !== 'UNRESOLVED'
  const isOfChannel = of.channel?.time?.slug === time.slug
  if (isOfChannel && isOpen) parts.push({ ...channel, name: hasDate ? 'time' : 'which time applies' })
  // Why a date stays open stands beside the time.
  if (!hasDate) return [...parts, { name: 'date', basis: time.basis, reason: null }]
  if (isOfChannel && isOpen) return parts
  return [...parts, { name: 'time', basis: time.basis, reason: time.basis === 'INFERRED' ? time.reason : null }]
}
