import type { Measures } from '../analysis/networkMeasures.ts'
import { aboutNetwork, type FlatNetwork, type NetworkAbout } from './networkFiles.ts'
import { element, textElement } from './xml.ts'

const nodeAttributes = ['kind', 'slug', 'stances', 'community', 'betweenness'] as const

/** The network in GEXF 1.2, with the measures of its nodes: for Gephi, which shows what its description says. */
export function networkGexf({ nodes, ties }: FlatNetwork, measures: Measures, about: NetworkAbout): string {
  const said = Object.entries(aboutNetwork(about)).flatMap(([name, text]) => (text === '' ? [] : [`${name}: ${text}`]))
  const types = { kind: 'string', slug: 'string', stances: 'integer', community: 'integer', betweenness: 'double' }
  const declared = nodeAttributes.map(name => element('attribute', { id: name, title: name, type: types[name] }))
  const nodeLines = nodes.map(({ key, kind, slug, label, stances }) => {
    const { community, betweenness } = measures.nodes.get(key) ?? { community: 0, betweenness: 0 }
    const values = { kind, slug, stances, community, betweenness }
    const attributes = nodeAttributes.map(name => element('attvalue', { for: name, value: values[name] }))
    return element('node', { id: key, label }, element('attvalues', {}, attributes.join('')))
  })
  const tieLines = ties.map(({ from, to, weight }, index) =>
    element('edge', { id: index, source: from, target: to, weight }),
  )
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    `<meta><creator>Dixit</creator>${textElement('description', said.join('\n'))}</meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    `<attributes class="node">${declared.join('')}</attributes>`,
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
