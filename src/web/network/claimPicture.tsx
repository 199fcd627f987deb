import { Scroll } from '../frame/scroll.tsx'
import type { Graph } from './graph.ts'
import { useTieClicks } from './useTieClicks.ts'

const row = 44
const left = 190
const right = 330
const width = 760

/** Speakers on the left, claims on the right: order and place mean nothing. */
export function ClaimPicture({
  graph,
  claims,
  opened,
  open,
}: {
  readonly graph: Graph
  readonly claims: NonNullable<Graph['claims']>
  readonly opened: string | null
  readonly open: (key: string) => void
}) {
  const picture = useTieClicks(open)
  const actors = graph.actors.toSorted((a, b) => a.agent.name.localeCompare(b.agent.name))
  const ordered = orderOf(
    graph,
    claims,
    actors.map(({ agent }) => agent.slug),
  )
  const height = Math.max(ordered.length, actors.length) * row + 20
  const claimAt = new Map(ordered.map(({ claim }, index) => [claim.slug, 20 + index * row]))
  const actorAt = new Map(
    actors.map(({ agent }, index) => [agent.slug, 20 + ((index + 0.5) * (height - 20)) / actors.length]),
  )
  const heaviest = Math.max(1e-9, ...graph.edges.map(({ weight }) => Math.abs(weight)))
  return (
    <Scroll name="The picture">
      <svg
        ref={picture}
        class="picture network"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Speakers and claims; the table has each tie"
      >
        {graph.edges.map(({ key, from, to, weight }) => {
          const [a, b] = [actorAt.get(from.slug), claimAt.get(to.slug)]
          if (a === undefined || b === undefined || weight === 0) return null
          const middle = (left + right) / 2
          return (
            <path
              key={key}
              class={`tie${weight < 0 ? ' below' : ''}${key === opened ? ' on' : ''}`}
              d={`M${left},${a} C${middle},${a} ${middle},${b} ${right},${b}`}
              stroke-width={1 + (4 * Math.abs(weight)) / heaviest}
              data-tie={key}
            />
          )
        })}
        {actors.map(({ agent }) => (
          <g key={agent.slug}>
            <circle class="node" cx={left} cy={actorAt.get(agent.slug)} r={6} />
            <text x={left - 12} y={(actorAt.get(agent.slug) ?? 0) + 5} text-anchor="end" font-weight="600">
              {agent.name}
            </text>
          </g>
        ))}
        {ordered.map(({ claim }) => (
          <g key={claim.slug}>
            <rect class="claim" x={right - 4} y={(claimAt.get(claim.slug) ?? 0) - 4} width={8} height={8} />

            {linesOf(claim.text).map((line, index, { length }) => (
              <text
                key={line}
                x={right + 12}
                y={(claimAt.get(claim.slug) ?? 0) + 5 + (index - (length - 1) / 2) * 16}
                class="small"
              >
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </Scroll>
  )
}

/** Claims beside the speakers who speak to them, so that lines cross less. */
function orderOf(graph: Graph, claims: NonNullable<Graph['claims']>, actors: readonly string[]) {
  const place = (slug: string) => {
    const of = graph.edges.filter(({ to }) => to.slug === slug).map(({ from }) => actors.indexOf(from.slug))
    return of.length === 0 ? actors.length : of.reduce((sum, index) => sum + index, 0) / of.length
  }
  return claims.toSorted((a, b) => place(a.claim.slug) - place(b.claim.slug))
}

/** A claim in at most two lines; what does not fit is cut between words, and says so. */
function linesOf(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    const isFull = line.length + word.length > 54
    if (isFull && lines.length < 2) lines.push(word)
    else if (isFull) {
      lines[lines.length - 1] = `${line} …`
      break
    } else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}
