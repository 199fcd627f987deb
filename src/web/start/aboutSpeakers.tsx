import { compareAddress } from '../compare/compareAddress.ts'
import type { AgentParts } from '../documents/fragments.ts'
import { type NamesLine, startNames } from '../documents/start.ts'
import { Answer } from '../frame/states.tsx'
import { Agent, ConcludedReadings, Nothing } from '../marks/marks.tsx'
import { counted } from '../marks/names.ts'
import { Phrase } from '../marks/words.tsx'
import { useAnswer } from '../useAnswer.ts'

/** What those who say most call the same thing, each in their own words. */
export function AboutNames({ speakers }: { readonly speakers: readonly string[] }) {
  const asked = useAnswer(startNames, { speakers: [...speakers] })
  const address = compareAddress(speakers)
  return (
    <article>
      <h3>
        <a href={address}>What does each speaker call the same thing?</a>
      </h3>
      <Answer asked={asked} what="the answer">
        {({ compareFraming: { terms, speakers: compared } }) => {
          // The referent that most of the speakers name, and each one's names for it.
          const referents = Map.groupBy(terms.lines, ({ keys }) => keys[0]?.label ?? '')
          const [label = '', lines = []] = [...referents].sort(([, a], [, b]) => spread(b) - spread(a))[0] ?? []
          if (lines.length === 0) return <Nothing>no name for a thing in what those who are quoted most say</Nothing>
          return (
            <>
              <p class="note">
                Names for <span dir="auto">{label}</span>
              </p>
              <ul class="ans">
                {compared.map(({ speaker }) => (
                  <li key={speaker.slug}>
                    <b>{speaker.name}</b>: <NamesOf speaker={speaker.slug} lines={lines} />
                  </li>
                ))}
              </ul>
              <p class="go">
                <a href={address}>The {compared.length} side by side</a>
              </p>
            </>
          )
        }}
      </Answer>
    </article>
  )

  function spread(lines: readonly { readonly cells: readonly { readonly count: number }[] }[]): number {
    const has = speakers.map((_, index) => lines.some(({ cells }) => (cells[index]?.count ?? 0) > 0))
    return has.filter(Boolean).length * 1_000 + lines.length
  }
}

/** What a speaker calls it, in the speaker's own words. */
function NamesOf({ speaker, lines }: { readonly speaker: string; readonly lines: readonly NamesLine[] }) {
  const names = lines.flatMap(({ keys, cells }) => {
    const cell = cells.find(found => found.speaker.slug === speaker)
    const statement = cell?.statements.nodes[0]
    return cell && statement ? [{ words: keys[1]?.label ?? '', cell, statement }] : []
  })
  if (names.length === 0) return <Nothing>nothing in their own words</Nothing>
  return names.slice(0, 3).map(({ words, cell, statement }) => (
    <span key={words}>
      <Phrase words={words} of={{ voice: 'AGENT', ...statement }} />
      <ConcludedReadings {...cell} speakerBasis={statement.basis} />{' '}
    </span>
  ))
}

/** Who says most: what can be asked of any graph in which somebody speaks by name. */
export function AboutSpeakers({
  speakers,
}: {
  readonly speakers: readonly { readonly count: number; readonly agent: AgentParts }[]
}) {
  const address = compareAddress(speakers.map(({ agent }) => agent.slug))
  return (
    <article>
      <h3>
        <a href={address}>How do those who are quoted most differ?</a>
      </h3>
      <ul class="ans">
        {speakers.map(({ count, agent }) => (
          <li key={agent.slug}>
            <Agent agent={agent} /> <span class="note">{counted(count, 'statement')}</span>
          </li>
        ))}
      </ul>
      <p class="go">
        <a href={address}>The {speakers.length} side by side</a>
      </p>
    </article>
  )
}
