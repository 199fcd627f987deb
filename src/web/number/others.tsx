import { compareAddress, mostCompared } from '../compare/compareAddress.ts'
import type { AgentParts } from '../documents/fragments.ts'
import { type FigureOfPage, speakersWithout } from '../documents/number.ts'
import { Agent, Nothing } from '../marks/marks.tsx'
import { type Asked, useAnswer } from '../useAnswer.ts'

/** Leads to all who stand on the page side by side, with a number of theirs or without. */
export function CompareThem({ speakers }: { readonly speakers: readonly string[] }) {
  if (speakers.length < 2) return null
  return (
    <p class="go">
      <a class="btn" href={compareAddress(speakers)}>
        Compare {speakers.length > mostCompared ? `the first ${mostCompared}` : `these ${speakers.length}`} speakers
      </a>
    </p>
  )
}

/** Asks who speaks in the same document and is coded with none of these numbers. */
export function useOthers(figure: FigureOfPage, named: readonly string[]): Asked<readonly AgentParts[]> {
  const asked = useAnswer(speakersWithout, figure.document ? { document: figure.document.slug } : null)
  const agents = asked.data?.statementStats.nodes.flatMap(({ keys: [key] }) => {
    const node = key?.node
    return node && 'slug' in node && !named.includes(node.slug) ? [node] : []
  })
  return { ...asked, data: agents ?? null }
}

/** Who speaks in the same document and is coded with none of these numbers. */
export function Without({ agents }: { readonly agents: readonly AgentParts[] }) {
  if (agents.length === 0) return null
  return (
    <ul class="without">
      {agents.map(agent => (
        <li key={agent.slug}>
          <Agent agent={agent} /> <Nothing>no such number coded</Nothing>
        </li>
      ))}
      <li class="note">That is no finding about what they said elsewhere.</li>
    </ul>
  )
}
