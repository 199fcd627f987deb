import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import eigenvector from 'graphology-metrics/centrality/eigenvector.js'
import { tally } from '../model/tally.ts'

/** A tie between two nodes, by their names. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly weight: number
}

/** How a node stands in its network. */
export interface NodeMeasures {
  /** The number of the community (Louvain), from 1 for the largest. */
  readonly community: number
  /** How many others it is tied to. */
  readonly degree: number
  /** The sum of the weights of its ties. */
  readonly strength: number
  /** The share of the shortest paths between others that lead through it, 0 to 1 (Freeman); weights do not count. */
  readonly betweenness: number
  /** By the centrality of those that it is tied to and the weights (Bonacich); null where the computation finds none. */
  readonly eigenvector: number | null
}

export interface Measures {
  readonly nodes: ReadonlyMap<string, NodeMeasures>
  /** Newman's modularity of the communities. */
  readonly modularity: number
}

/**
 * Communities and centralities, by graphology's libraries: each is computed on first use.
 *
 * The communities are those of Louvain (Blondel et al. 2008) at resolution 1, without random walk, so that the same
 * network gives the same ones. Ties of weight 0 or below count for none of the measures.
 */
export function measure(nodes: readonly string[], ties: Iterable<Tie>): Measures {
  const graph = new UndirectedGraph()
  for (const node of nodes) graph.addNode(node)
  for (const { from, to, weight } of ties) if (weight > 0) graph.addEdge(from, to, { weight })
  if (graph.size === 0)
    return { nodes: new Map(nodes.map((node, index) => [node, isolated(index + 1)])), modularity: 0 }

  const communities = lazy(() => {
    const { communities, modularity } = louvain.detailed(graph, { randomWalk: false })
    return { communities, modularity, rank: rankOf(nodes.map(node => communities[node] ?? -1)) }
  })
  const between = lazy(() => betweenness(graph, { getEdgeWeight: null }))
  const eigen = lazy(() => tryEigenvector(graph))
  const measuresOf = (node: string): NodeMeasures => ({
    get community() {
      const { communities: all, rank } = communities()
      return rank.get(all[node] ?? -1) ?? 0
    },
    get degree() {
      return graph.degree(node)
    },
    get strength() {
      return graph.reduceEdges(node, (sum, _, { weight }) => sum + Number(weight), 0)
    },
    get betweenness() {
      return between()[node] ?? 0
    },
    get eigenvector() {
      return eigen()?.[node] ?? null
    },
  })
  return {
    nodes: new Map(nodes.map(node => [node, measuresOf(node)])),
    get modularity() {
      return communities().modularity
    },
  }
}

/** Computes once, when it is first asked. */
function lazy<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | null = null
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}

function isolated(community: number): NodeMeasures {
  return { community, degree: 0, strength: 0, betweenness: 0, eigenvector: null }
}

/** Numbers communities from the largest to the smallest; those of a size in the order in which they come. */
function rankOf(labels: readonly number[]): Map<number, number> {
  const ranked = [...tally(labels)].sort(([, a], [, b]) => b - a)
  return new Map(ranked.map(([label], index) => [label, index + 1]))
}

/** The power iteration does not settle on every network: in one of two modes it goes back and forth. */
function tryEigenvector(graph: UndirectedGraph): Record<string, number> | null {
  try {
    return eigenvector(graph, { maxIterations: 1000 })
  } catch {
    return null
  }
}
