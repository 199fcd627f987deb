import type { Measures } from '../analysis/networkMeasures.ts'
import { aboutNetwork, type FlatNetwork, groundNames, type NetworkAbout } from './networkFiles.ts'
import { element, textElement } from './xml.ts'

const nodeAttributes = ['kind', 'slug', ...groundNames, 'community', 'betweenness'] as const

const types = {
  kind: 'string',
  slug: 'string',
  stances: 'integer',
  paraphrased: 'integer',
  concluded: 'integer',
  community: 'integer',
  betweenness: 'double',
}

const declaredOf = (names: readonly (keyof typeof types)[]) =>
  names.map(name => element('attribute', { id: name, title: name, type: types[name] })).join('')

const valuesOf = <N extends string>(names: readonly N[], of: Readonly<Record<N, string | number | null>>) =>
  element(
    'attvalues',
    {},
    names.flatMap(name => (of[name] === null ? [] : [element('attvalue', { for: name, value: of[name] })])).join(''),
  )

/** The network in GEXF 1.2, with the measures of its nodes: for Gephi, which shows what its description says. */
export function networkGexf({ nodes, ties }: FlatNetwork, measures: Measures, about: NetworkAbout): string {
  const said = Object.entries(aboutNetwork(about)).flatMap(([name, text]) => (text === '' ? [] : [`${name}: ${text}`]))
  const nodeLines = nodes.map(node => {
    const { community, betweenness } = measures.nodes.get(node.key) ?? { community: 0, betweenness: 0 }
    const values = valuesOf(nodeAttributes, { ...node, community, betweenness })
    return element('node', { id: node.key, label: node.label }, values)
  })
  const tieLines = ties.map(({ from, to, weight, ...grounds }, index) =>
    element('edge', { id: index, source: from, target: to, weight }, valuesOf(groundNames, grounds)),
  )
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    `<meta><creator>Dixit</creator>${textElement('description', said.join('\n'))}</meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    `<attributes class="node">${declaredOf(nodeAttributes)}</attributes>`,
    `<attributes class="edge">${declaredOf(groundNames)}</attributes>`,
    '<nodes>',
    ...nodeLines,
    '</nodes>',
    '<edges>',
    ...tieLines,
    '</edges>',
    '</graph>',
    '</gexf>',
  ].join('\n')}\n`
}
