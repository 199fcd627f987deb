import { useEffect, useState } from 'preact/hooks'
import { Scroll } from '../frame/scroll.tsx'
import type { Graph } from './graph.ts'
import type { Settings } from './settings.ts'
import { useTieClicks } from './useTieClicks.ts'

interface Place {
  readonly x: number
  readonly y: number
}

const width = 720
const height = 520

/** Speakers tied with each other, laid out by forces (d3-force), the same each time. */
export function NetworkPicture({
  graph,
  measure,
  opened,
  open,
}: {
  readonly graph: Graph
  readonly measure: Settings['measure']
  readonly opened: string | null
  readonly open: (key: string) => void
}) {
  const picture = useTieClicks(open)
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map())
  useEffect(() => {
    let isOld = false
    import('./layOut.ts').then(({ layOut }) => {
      if (!isOld) setPlaces(layOut(graph, width, height))
    })
    return () => {
      isOld = true
    }
  }, [graph.formula, graph.edges.length, graph.actors.length, graph.stances])
  const heaviest = Math.max(1e-9, ...graph.edges.map(({ weight }) => Math.abs(weight)))
  const largest = Math.max(1e-9, ...graph.actors.map(actor => actor[measure] ?? 0))
  return (
    <Scroll name="The picture">
      <svg
        ref={picture}
        class="picture network"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Speakers and their ties; the table has each of them"
      >
        {graph.edges.map(({ key, from, to, weight }) => {
          const [a, b] = [places.get(from.slug), places.get(to.slug)]
          if (!a || !b || weight === 0) return null
          return (
            <line
              key={key}
              class={`tie${weight < 0 ? ' below' : ''}${key === opened ? ' on' : ''}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              stroke-width={1 + (5 * Math.abs(weight)) / heaviest}
              data-tie={key}
            />
          )
        })}
        {graph.actors.map(actor => {
          const place = places.get(actor.agent.slug)
          if (!place) return null
          const radius = 5 + 13 * Math.sqrt((actor[measure] ?? 0) / largest)
          return (
            <g key={actor.agent.slug}>
              <circle class="node" cx={place.x} cy={place.y} r={radius} />
              <text
                x={place.x}
                y={place.y + radius + 15}
                text-anchor={place.x < 150 ? 'start' : place.x > width - 150 ? 'end' : 'middle'}
              >
                {actor.agent.name}
              </text>
            </g>
          )
        })}
      </svg>
    </Scroll>
  )
}
