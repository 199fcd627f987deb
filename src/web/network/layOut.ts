import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Graph } from './graph.ts'

interface Node extends SimulationNodeDatum {
  readonly slug: string
}

/** How many steps the forces take: by then they rest. */
const steps = 300

/** Places for the speakers: those with ties near each other. Without chance: the same network lies the same. */
export function layOut(graph: Graph, width: number, height: number): Map<string, { x: number; y: number }> {
  const nodes: Node[] = graph.actors.map(({ agent }) => ({ slug: agent.slug }))
  const known = new Set(nodes.map(({ slug }) => slug))
  const heaviest = Math.max(1e-9, ...graph.edges.map(({ weight }) => Math.abs(weight)))
  const links = graph.edges
    .filter(({ from, to, weight }) => weight > 0 && known.has(from.slug) && known.has(to.slug))
    .map(({ from, to, weight }) => ({ source: from.slug, target: to.slug, weight }))
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .id(({ slug }) => slug)
        .distance(({ weight }) => 150 - (80 * weight) / heaviest)
        .strength(0.4),
    )
    .force('charge', forceManyBody().strength(-400))
    .force('collide', forceCollide(42))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    .stop()
    .tick(steps)
  const xs = nodes.map(({ x = 0 }) => x)
  const ys = nodes.map(({ y = 0 }) => y)
  const spread = (value: number, all: readonly number[], size: number, margin: number) => {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return most - least < 1 ? size / 2 : margin + ((value - least) / (most - least)) * (size - 2 * margin)
  }
  return new Map(
    nodes.map(({ slug, x = 0, y = 0 }) => [slug, { x: spread(x, xs, width, 90), y: spread(y, ys, height, 50) }]),
  )
}
