import type { ComponentChildren } from 'preact'
import type { SpeakerOfPage } from '../documents/speaker.ts'
import { Agent, Concluded, ConcludedParts, Nothing, Speaker, statementAddress } from '../marks/marks.tsx'
import { besidesOwn, counted, functionNames, inWords } from '../marks/names.ts'
import { Phrase } from '../marks/words.tsx'
import { commitment } from '../number/wording.ts'
import { addressOf } from '../place.ts'

/** Numbers, names for things, frames both ways. */
export function Aside({ agent }: { readonly agent: SpeakerOfPage }) {
  const { figureMentions, termUses, frameUses, framesDirectedAt } = agent
  const [ofThemselves, ofOthers] = parted(
    framesDirectedAt.nodes,
    frame => frame.statement?.speaker?.slug === agent.slug,
  )
  const terms = Map.groupBy(termUses.nodes, ({ referent }) => referent?.slug ?? '')
  return (
    <>
      <h2>Numbers used</h2>
      <AsReported
        thing="number"
        own={figureMentions.totalCount}
        others={agent.paraphrasedFigureMentions.totalCount}
        uncoded={agent.uncodedFigureMentions.totalCount}
      />
      <ul class="short">
        {figureMentions.nodes.map(({ slug, words, figure, statement, wording, approximation, value, lower, upper }) => (
          <li key={slug}>
            <a
              class="said fig"
              href={figure ? addressOf('Figure', figure.slug) : statementAddress(statement?.slug ?? '')}
            >
              {wording === 'SPEAKER' ? `“${words}”` : words}
            </a>{' '}
            <SpeakerMark of={statement} /> {commitment({ approximation, value, lower, upper })}
            <p class="note" dir="auto">
              {figure?.label}
            </p>
          </li>
        ))}
      </ul>
      <Rest shown={figureMentions.nodes.length} of={figureMentions.totalCount} />

      <h2>Names for things</h2>
      <AsReported
        thing="name"
        own={termUses.totalCount}
        others={agent.paraphrasedTermUses.totalCount}
        uncoded={agent.uncodedTermUses.totalCount}
      />
      {[...terms.values()].map(uses => (
        <div key={uses[0]?.referent?.slug}>
          {uses[0]?.referent ? (
            <p class="note">
              for{' '}
              <a href={addressOf('Referent', uses[0].referent.slug)} dir="auto">
                {uses[0].referent.label}
              </a>
            </p>
          ) : null}
          <ul class="short">
            {uses.map(({ slug, words, wording, basis, reason, statement }) => (
              <li key={slug}>
                {statement ? (
                  <a href={statementAddress(statement.slug)}>
                    <Phrase words={words} of={{ voice: 'AGENT', ...statement }} wording={wording} />
                  </a>
                ) : (
                  words
                )}
                <ConcludedParts parts={[speakerOf(statement), { of: 'what it names', basis, reason }]} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Rest shown={termUses.nodes.length} of={termUses.totalCount} />

      <h2>How they frame it</h2>
      <p class="note">Functions of frames are a coder’s reading.</p>
      <AsReported
        thing="frame"
        own={frameUses.totalCount}
        others={agent.paraphrasedFrameUses.totalCount}
        uncoded={agent.uncodedFrameUses.totalCount}
      />
      <ul class="short">
        {frameUses.nodes.map(({ targetAgent, targetReferent, ...frame }) => (
          <Frame key={frame.slug} frame={frame}>
            {targetAgent ? (
              <>
                , at <Agent agent={targetAgent} />
              </>
            ) : null}
            {targetReferent ? `, at ${targetReferent.label}` : ''}
          </Frame>
        ))}
      </ul>
      <Rest shown={frameUses.nodes.length} of={frameUses.totalCount} />

      <h2>How others frame them</h2>
      {ofOthers.length === 0 ? <Nothing>nobody else’s framing of them is coded</Nothing> : null}
      <ul class="short">
        {ofOthers.map(frame => (
          <Frame key={frame.slug} frame={frame}>
            <By frame={frame} />
          </Frame>
        ))}
      </ul>
      {ofThemselves.length === 0 ? null : (
        <>
          <h2>How they frame themselves</h2>
          <ul class="short">
            {ofThemselves.map(frame => (
              <Frame key={frame.slug} frame={frame} />
            ))}
          </ul>
        </>
      )}
      <Rest shown={framesDirectedAt.nodes.length} of={framesDirectedAt.totalCount} />

      <Affecting agent={agent} />
      <Channels agent={agent} />
    </>
  )
}

/** Those of which something holds, and the rest. */
function parted<T>(all: readonly T[], holds: (each: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter(each => !holds(each))]
}

/** How many there are besides those in their own words: as reported, and in wording that nobody has coded; that there are none. */
function AsReported({
  thing,
  own,
  others,
  uncoded,
}: {
  readonly thing: 'number' | 'name' | 'frame'
  readonly own: number
  /** Not known to be in their own words; among them, those of whose wording nothing is known. */
  readonly others: number
  readonly uncoded: number
}) {
  if (others === 0) return own === 0 ? <Nothing /> : null
  return (
    <p class="note">
      {own === 0 ? 'None in their own words; ' : 'In their own words; besides, '}
      {besidesOwn({ others, uncoded }, count => counted(count, thing))}: see the statements
    </p>
  )
}

/** A mark where it is not stated who speaks. */
function SpeakerMark({ of }: { readonly of: SpokenBy }) {
  return <Concluded {...speakerOf(of)} />
}

type SpokenBy = { readonly speakerBasis: string; readonly speakerReason: string | null } | null

function speakerOf(of: SpokenBy) {
  return { of: 'speaker', basis: of?.speakerBasis ?? null, reason: of?.speakerReason ?? null }
}

/** The frames by which somebody is harmed or served, whoever they are directed at. */
function Affecting({ agent: { framesAffecting } }: { readonly agent: SpeakerOfPage }) {
  if (framesAffecting.totalCount === 0) return null
  return (
    <>
      <h2>Frames that affect them</h2>
      <ul class="short">
        {framesAffecting.nodes.map(({ effect, ...frame }) => (
          <Frame key={frame.slug} frame={frame}>
            {effect ? `; ${inWords(effect)}` : ''}
            <By frame={frame} />
          </Frame>
        ))}
      </ul>
      <Rest shown={framesAffecting.nodes.length} of={framesAffecting.totalCount} />
    </>
  )
}

type SpokenFrame = SpeakerOfPage['framesDirectedAt']['nodes'][number]

/** What a frame does and in which words, and between the two what else is said of it. */
function Frame({ frame, children }: { readonly frame: SpokenFrame; readonly children?: ComponentChildren }) {
  const { function: does, dimension, wording, basis, reason, passage, statement } = frame
  return (
    <li>
      <b>{does ? functionNames[does] : 'Dimension'}</b>
      {dimension ? `, ${inWords(dimension)}` : ''}
      {children}
      <Concluded of="frame" basis={basis} reason={reason} />
      {passage && statement ? (
        <p>
          <a href={statementAddress(statement.slug)}>
            <Phrase words={passage.exact} of={statement} wording={wording} />
          </a>
        </p>
      ) : null}
    </li>
  )
}

function By({ frame: { statement } }: { readonly frame: SpokenFrame }) {
  if (!statement) return null
  return (
    <>
      , by <Speaker of={statement} />
    </>
  )
}

/** The letters, data and other texts that carry somebody's words. */
function Channels({ agent: { channelsAuthored } }: { readonly agent: SpeakerOfPage }) {
  if (channelsAuthored.totalCount === 0) return null
  return (
    <>
      <h2>Their letters and data</h2>
      <ul class="short">
        {channelsAuthored.nodes.map(({ slug, label, kind, basis, reason }) => (
          <li key={slug}>
            <a href={addressOf('Channel', slug)} dir="auto">
              {label}
            </a>{' '}
            <span class="note">{inWords(kind)}</span>
            {'\u00a0'}
            <Concluded of="channel" basis={basis} reason={reason} />
          </li>
        ))}
      </ul>
      <Rest shown={channelsAuthored.nodes.length} of={channelsAuthored.totalCount} />
    </>
  )
}

function Rest({ shown, of }: { readonly shown: number; readonly of: number }) {
  return of > shown ? (
    <p class="note">
      The first {shown} of {of.toLocaleString('en')}.
    </p>
  ) : null
}
