import type { ComponentChildren } from 'preact'
import type { AgentParts, StatementParts, TimeParts } from '../documents/fragments.ts'
import { addressOf } from '../place.ts'
import { inWords, quotationNames } from './names.ts'
import { doubtOf, quotedAround } from './whoseWords.ts'
import { mayBeScareQuotes, voiceClass } from './words.tsx'

/** Whose wording it is. */
export function Whose({
  voice,
  quotation,
  content,
  reportedIn = null,
  ownWords = [],
}: Pick<StatementParts, 'voice' | 'quotation'> & Partial<Pick<StatementParts, 'content' | 'reportedIn' | 'ownWords'>>) {
  if (quotation === null) return <span class="whose unknown">whose wording is not coded</span>
  const outer = quotation === 'INDIRECT' ? quotedAround(content, reportedIn) : null
  if (outer) {
    return (
      <a class="whose around" href={statementAddress(outer.slug)} dir="auto">
        {speakerName(outer)}’s words
      </a>
    )
  }
  const doubt = quotation === 'MIXED' ? doubtOf(ownWords) : 'NONE'
  if (doubt === 'ALL') return <span class="whose doubted">in marks that may be scare quotes</span>
  if (doubt === 'SOME') return <span class="whose mixed">partly own words; some marks may be scare quotes</span>
  const name = voice === 'DOCUMENT' && quotation === 'INDIRECT' ? 'the document’s words' : quotationNames[quotation]
  return <span class={`whose ${quotation.toLowerCase()}`}>{name}</span>
}

/**
 * Whose wording a number is that stands in a statement, where there is room for a few words: empty if the speaker's own, and a
 * diamond if it is not stated who speaks.
 */
export function numberWording(
  wording: string | null,
  statement: (Pick<StatementParts, 'speakerBasis'> & Partial<Pick<StatementParts, 'content' | 'reportedIn'>>) | null,
): string {
  const mark = statement === null || statement.speakerBasis === 'STATED' ? '' : ' ◇'
  if (wording === 'SPEAKER') return mark
  if (wording === 'DOUBTFUL') return ` · ${mayBeScareQuotes}${mark}`
  const outer = quotedAround(statement?.content, statement?.reportedIn ?? null)
  return ` · ${outer ? speakerName(outer) : 'reporter'}’s words${mark}`
}

const basisNames: Readonly<Record<string, string>> = {
  STATED: 'stated',
  INFERRED: 'concluded by a curator',
  AUTOMATIC: 'read by a rule',
  UNRESOLVED: 'left open by the text',
}

interface Known {
  /** What is known so, where that does not stand beside it. */
  readonly of?: string
  readonly reason?: string | null
}

/** How it is known: as the text says, or as a curator or a rule concluded. */
export function Basis({ of, basis, reason }: Known & { readonly basis: string }) {
  return (
    <>
      <span class={`basis ${basis.toLowerCase()}`}>
        {basisNames[basis] ?? inWords(basis)}
        {of === undefined ? null : `: ${of}`}
      </span>
      {reason ? <span class="why">{reason}</span> : null}
    </>
  )
}

/** The hollow diamond alone, where there is no room for words. */
export function Concluded({ of, basis, reason }: Known & { readonly basis: string | null }) {
  if (basis === null || basis === 'STATED') return null
  const how = [of, basisNames[basis]].filter(Boolean).join(' ')
  const name = reason ? `${how}: ${reason}` : how
  return <span class={`concluded ${basis.toLowerCase()}`} role="img" aria-label={name} title={name} />
}

/** One mark for several things that were concluded of the same words; which they are, it says when pointed at. */
export function ConcludedParts({ parts }: { readonly parts: readonly (Known & { readonly basis: string | null })[] }) {
  const [first, ...others] = parts.filter(({ basis }) => basis !== null && basis !== 'STATED')
  if (!first) return null
  const reasons = others.map(({ of, basis, reason }) => {
    const how = [of, basisNames[basis ?? '']].filter(Boolean).join(' ')
    return reason ? `${how}: ${reason}` : how
  })
  return <Concluded {...first} reason={[first.reason, ...reasons].filter(Boolean).join('; ')} />
}

/**
 * That readings, or who says them, were concluded by a coder or read by a rule, in all or some of those counted: one mark, whatever
 * it says.
 */
export function ConcludedReadings({
  concluded,
  count,
  speakerBasis = null,
}: {
  readonly concluded: number
  readonly count: number
  readonly speakerBasis?: string | null
}) {
  if (concluded === 0) return <Concluded of="speaker" basis={speakerBasis} />
  return (
    <Concluded
      of={concluded === count ? 'reading or speaker' : `in ${concluded} of ${count}: reading or speaker`}
      basis={speakerBasis === 'AUTOMATIC' ? speakerBasis : 'INFERRED'}
    />
  )
}

/** Nothing was found: which is a finding about the coding, and not about the world. */
export function Nothing({ children = 'nothing coded' }: { readonly children?: ComponentChildren }) {
  return (
    <span class="none">
      <span class="nil" /> {children}
    </span>
  )
}

export function Agent({ agent, voice = 'AGENT' }: { readonly agent: AgentParts; readonly voice?: string }) {
  return (
    <a class={`who ${voiceClass(voice)}`} href={addressOf(agent.__typename, agent.slug)} dir="auto">
      {agent.name}
    </a>
  )
}

/** In whose voice something stands, by name where there is one. */
export function Speaker({
  of,
}: {
  readonly of: {
    readonly voice: string
    readonly speaker: AgentParts | null
    readonly channel?: { readonly label: string } | null
    readonly channelBasis?: string | null
    readonly channelReason?: string | null
    readonly source?: { readonly exact: string } | null
  }
}) {
  if (of.speaker) return <Agent agent={of.speaker} voice={of.voice} />
  return (
    <>
      <span class={`who ${voiceClass(of.voice)}`} dir="auto">
        {speakerName(of)}
      </span>
      {of.voice === 'CHANNEL' && of.channel ? (
        <Concluded of="channel" basis={of.channelBasis ?? null} reason={of.channelReason ?? null} />
      ) : null}
    </>
  )
}

export function speakerName(of: {
  readonly voice: string
  readonly speaker: { readonly name: string } | null
  readonly channel?: { readonly label: string } | null
  readonly source?: { readonly exact: string } | null
}): string {
  if (of.speaker) return of.speaker.name
  if (of.voice === 'DOCUMENT') return 'the document itself'
  if (of.voice === 'CHANNEL') return of.channel?.label ?? of.source?.exact ?? 'a text'
  if (of.voice === 'UNLINKED') return of.source ? `“${of.source.exact}”` : 'named, linked to nobody'
  return 'not identified'
}

export function TimeMark({ time }: { readonly time: TimeParts }) {
  return (
    <span class={`time ${time.basis.toLowerCase()}`} dir="auto">
      {time.words}
    </span>
  )
}

/** A time that a statement has from its channel is concluded where the channel is. */
export function SaidAt({
  time,
  of: { channel, channelBasis, channelReason },
}: {
  readonly time: TimeParts
  readonly of: Pick<StatementParts, 'channel' | 'channelBasis' | 'channelReason'>
}) {
  const isOfChannel = channel?.time?.slug === time.slug
  return (
    <span>
      <TimeMark time={time} />
      {isOfChannel ? <Concluded of="channel" basis={channelBasis} reason={channelReason} /> : null}
    </span>
  )
}

/** The address of a statement in its document. */
export function statementAddress(slug: string): string {
  return addressOf('Statement', slug)
}
