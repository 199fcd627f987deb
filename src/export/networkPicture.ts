import { dot, link, text } from '@observablehq/plot'
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Measures } from '../analysis/networkMeasures.ts'
import type { FlatNetwork, FlatNode } from './networkFiles.ts'
import { negativeInk, networkLegend } from './networkLegend.ts'
import { drawSvg, sheet } from './picture.ts'

const width = 960
const height = 640
const labelLength = 44
/** Of Observable, for up to ten communities; more take them again. */
const colours = [
  '#4269d0',
  '#efb118',
  '#ff725c',
  '#6cc5b0',
  '#3ca951',
  '#ff8ab7',
  '#a463f2',
  '#97bbf5',
  '#9c6b4e',
  '#9498a0',
]

interface Placed extends FlatNode {
  readonly x: number
  readonly y: number
  readonly community: number
  /** The side of its label that is next to it: away from what it is tied to. */
  readonly labelled: 'bottom' | 'top'
}

/**
 * A network as SVG: actors as dots, claims as squares, larger for more stances, coloured by community; ties wider for
 * greater weights, orange where the weight is negative. Placed by ForceAtlas2 (Jacomy et al. 2014) from a circle,
 * so that the same network gives the same picture.
 */
export function networkSvg(network: FlatNetwork, measures: Measures, title: string, notes: readonly string[]): string {
  const nodes = place(network, measures)
  const numbered = new Map(
    nodes
      .filter(({ label }) => label.length > labelLength)
      .map(({ key, label }, index) => [key, { index: index + 1, label }]),
  )
  const labelOf = ({ key, label }: Placed) => {
    const long = numbered.get(key)
    return long === undefined ? label : `[${long.index}]`
  }
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const heaviest = Math.max(...network.ties.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE)
  const ties = network.ties.flatMap(({ from, to, weight }) => {
    const [a, b] = [byKey.get(from), byKey.get(to)]
    return a && b && weight !== 0 ? [{ a, b, share: Math.abs(weight) / heaviest, isNegative: weight < 0 }] : []
  })
  const end = (side: 'a' | 'b', axis: 'x' | 'y') => (tie: (typeof ties)[number]) => tie[side][axis]
  const most = Math.max(...nodes.map(({ stances }) => stances), 1)
  const radiusOf = (stances: number) => 4 + 9 * Math.sqrt(stances / most)
  const names = [...new Set(nodes.map(({ community }) => community))].sort((one, other) => one - other)
  const communities = names.map((name, index) => ({ name, colour: colours[index % colours.length] ?? '#888' }))
  const legend = networkLegend(width, {
    hasClaims: network.nodes.some(({ kind }) => kind !== 'actor'),
    hasNegative: ties.some(({ isNegative }) => isNegative),
    most,
    heaviest,
    radiusOf,
    widthOf: weight => widthOf(weight / heaviest),
    communities,
  })
  const drawn = drawSvg({
    width,
    height,
    margin: 60,
    marginTop: 20,
    marginBottom: 20,
    x: { axis: null, inset: 60 },
    y: { axis: null, inset: 30 },
    r: { type: 'identity' },
    color: { domain: names.map(String), range: communities.map(({ colour }) => colour) },
    marks: [
      link(ties, {
        x1: end('a', 'x'),
        y1: end('a', 'y'),
        x2: end('b', 'x'),
        y2: end('b', 'y'),
        stroke: ({ isNegative }) => (isNegative ? negativeInk : '#5b6b7b'),
        strokeWidth: ({ share }) => widthOf(share),
        strokeOpacity: ({ share }) => 0.25 + 0.4 * share,
        strokeLinecap: 'round',
      }),
      dot(nodes, {
        x: 'x',
        y: 'y',
        symbol: ({ kind }: Placed) => (kind === 'actor' ? 'circle' : 'square'),
        r: ({ stances }: Placed) => radiusOf(stances),
        fill: ({ community }: Placed) => String(community),
        stroke: 'white',
        strokeWidth: 1.5,
      }),
      ...(['bottom', 'top'] as const).map(anchor =>
        text(
          nodes.filter(({ labelled }) => labelled === anchor),
          {
            x: 'x',
            y: 'y',
            dy: anchor === 'bottom' ? -14 : 14,
            text: labelOf,
            fontSize: 11,
            stroke: 'white',
            strokeWidth: 4,
            fill: 'black',
            lineAnchor: anchor,
            lineWidth: 13,
          },
        ),
      ),
    ],
  })
  const spelled = [...numbered.values()].map(({ index, label }) => `[${index}] ${label}`)
  return sheet({ width, title, notes: [...notes, ...spelled], parts: [legend, { svg: drawn, height }] })
}

function widthOf(share: number): number {
  return 0.75 + 6 * share
}

function place({ nodes, ties }: FlatNetwork, measures: Measures): Placed[] {
  const graph = new UndirectedGraph()
  for (const [index, { key }] of nodes.entries()) {
    const angle = (2 * Math.PI * index) / nodes.length
    graph.addNode(key, { x: Math.cos(angle), y: Math.sin(angle) })
  }
  for (const { from, to, weight } of ties) {
    // What parts two actors does not draw them together.
    if (weight > 0 && graph.hasNode(from) && graph.hasNode(to)) graph.addEdge(from, to, { weight })
  }
  const settings = {
    ...forceAtlas2.inferSettings(graph.order),
    gravity: 0.5,
    scalingRatio: 8,
    edgeWeightInfluence: 0.5,
  }
  const places = forceAtlas2(graph, { iterations: 500, settings })
  const yOf = (key: string) => places[key]?.y ?? 0
  return nodes.map(node => {
    const neighbours = graph.neighbors(node.key)
    const middle = neighbours.reduce((sum, key) => sum + yOf(key), 0) / Math.max(neighbours.length, 1)
    return {
      ...node,
      x: places[node.key]?.x ?? 0,
      y: yOf(node.key),
      community: measures.nodes.get(node.key)?.community ?? 0,
      labelled: middle > yOf(node.key) ? 'top' : 'bottom',
    }
  })
}
