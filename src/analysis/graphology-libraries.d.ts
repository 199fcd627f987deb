// The types that these libraries ship do not say, in the manner of Node's modules, that the function is all that they
// export. Declared here is what this project calls.
declare module 'graphology-communities-louvain' {
  import type { AbstractGraph } from 'graphology-types'

  interface Louvain {
    detailed(
      graph: AbstractGraph,
      options: { randomWalk: boolean },
    ): { communities: Record<string, number>; modularity: number }
  }
  const louvain: Louvain
  export default louvain
}

declare module 'graphology-metrics/centrality/betweenness.js' {
  import type { AbstractGraph } from 'graphology-types'

  export default function betweenness(graph: AbstractGraph, options: { getEdgeWeight: null }): Record<string, number>
}

declare module 'graphology-metrics/centrality/eigenvector.js' {
  import type { AbstractGraph } from 'graphology-types'

  /** Throws where the power iteration does not settle. */
  export default function eigenvector(graph: AbstractGraph, options: { maxIterations: number }): Record<string, number>
}

declare module 'graphology-layout-forceatlas2' {
  import type { AbstractGraph } from 'graphology-types'

  interface ForceAtlas2 {
    (
      graph: AbstractGraph,
      options: { iterations: number; settings: Record<string, number | boolean> },
    ): Record<string, { x: number; y: number }>
    inferSettings(order: number): Record<string, number | boolean>
  }
  const forceAtlas2: ForceAtlas2
  export default forceAtlas2
}
