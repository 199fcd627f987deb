import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measure } from '../../src/analysis/networkMeasures.ts'
import { type FlatNetwork, networkCsv, networkDl, networkGraphml } from '../../src/export/networkFiles.ts'
import { networkGexf } from '../../src/export/networkGexf.ts'
import { networkSvg } from '../../src/export/networkPicture.ts'
import { renderPng } from '../../src/export/picture.ts'
import { temporaryFolder } from '../support/graph.ts'
import { pythonWith } from '../support/python.ts'

const node = (kind: 'actor' | 'claim', slug: string, label: string) => ({
  key: `${kind} ${slug}`,
  kind,
  slug,
  label,
  stances: 3,
  paraphrased: kind === 'actor' ? 1 : null,
  concluded: kind === 'actor' ? 0 : null,
})
const grounds = { stances: 5, paraphrased: 2, concluded: 1 }
const oneMode: FlatNetwork = {
  mode: 'ONE',
  nodes: [node('actor', 'ann', 'Ann "A." Lee'), node('actor', 'bob', 'Bob & Sons'), node('actor', 'cid', 'Cid')],
  ties: [
    { from: 'actor ann', to: 'actor bob', weight: 1.5, ...grounds },
    { from: 'actor bob', to: 'actor cid', weight: -2, ...grounds },
  ],
}
const twoMode: FlatNetwork = {
  mode: 'TWO',
  nodes: [node('actor', 'ann', 'Ann'), node('actor', 'bob', 'Bob'), node('claim', 'ann', 'Tax, now.')],
  ties: [{ from: 'actor bob', to: 'claim ann', weight: 4, ...grounds }],
}
const measuresOf = ({ nodes, ties }: FlatNetwork) =>
  measure(
    nodes.map(({ key }) => key),
    ties,
  )

const about = { formula: 'a < b & c', notes: ['Few stances.'], licences: ['Town: CC BY 4.0'] }

describe('files of networks', () => {
  test('CSV quotes what has commas and quotation marks', () => {
    expect(networkCsv(oneMode)).toBe(
      'from,fromName,to,toName,weight,stances,paraphrased,concluded\r\nann,"Ann ""A."" Lee",bob,Bob & Sons,1.5,5,2,1\r\nbob,Bob & Sons,cid,Cid,-2,5,2,1\r\n',
    )
    expect(networkCsv(twoMode)).toBe(
      'from,fromName,to,toText,weight,stances,paraphrased,concluded\r\nbob,Bob,ann,"Tax, now.",4,5,2,1\r\n',
    )
  })

  test('DL is a whole matrix, symmetric in one mode', () => {
    expect(networkDl(oneMode)).toBe(
      'dl n = 3, format = fullmatrix\nlabels:\n"Ann A. Lee"\n"Bob & Sons"\n"Cid"\ndata:\n 0 1.5 0\n 1.5 0 -2\n 0 -2 0\n',
    )
    expect(networkDl(twoMode)).toBe(
      'dl nr = 2, nc = 1, format = fullmatrix\nrow labels:\n"Ann"\n"Bob"\ncol labels:\n"Tax, now."\ndata:\n 0\n 4\n',
    )
  })

  test('DL keeps each name on a line of its own, whatever it holds', () => {
    const nodes = oneMode.nodes.map((each, index) =>
      index === 0 ? { ...each, label: 'Ann\n"data:"\u0007\tLee' } : each,
    )
    expect(networkDl({ ...oneMode, nodes })).toContain('labels:\n"Ann data:\uFFFD Lee"\n"Bob & Sons"\n"Cid"\ndata:\n')
  })

  test('GraphML escapes names, and keeps an actor and a claim of the same slug apart', () => {
    expect(networkGraphml(oneMode, measuresOf(oneMode), about)).toContain('<data key="label">Bob &amp; Sons</data>')
    const graphml = networkGraphml(twoMode, measuresOf(twoMode), about)
    expect(graphml).toContain('<node id="actor ann">')
    expect(graphml).toContain(
      '<edge source="actor bob" target="claim ann"><data key="weight">4</data><data key="stances">5</data><data key="paraphrased">2</data><data key="concluded">1</data></edge>',
    )
  })
})

describe('files for Gephi and NetworkX', () => {
  const kept = '<b>"Ann"</b> &amp; \u202Eback\n ]]> 🌊'
  const hostile: FlatNetwork = {
    mode: 'ONE',
    nodes: [node('actor', 'ann', `${kept} \u0007\0`), node('actor', 'bob', 'Bob')],
    ties: [{ from: 'actor ann', to: 'actor bob', weight: 1.5, ...grounds }],
  }
  const networkx = pythonWith('networkx')

  test.skipIf(networkx === null)(
    'are read by NetworkX, whatever the names hold (skipped without python3 with networkx)',
    () => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'n.graphml'), networkGraphml(hostile, measuresOf(hostile), about))
      writeFileSync(join(folder, 'n.gexf'), networkGexf(hostile, measuresOf(hostile), about))
      const script = `
import sys, json, networkx
graphml, gexf = networkx.read_graphml(sys.argv[1] + '/n.graphml'), networkx.read_gexf(sys.argv[1] + '/n.gexf')
print(json.dumps([[graph.nodes['actor ann']['label'], graph.nodes['actor ann']['stances'], graph.edges['actor ann', 'actor bob']['weight'], graph.edges['actor ann', 'actor bob']['paraphrased'], graph.nodes['actor ann']['paraphrased']] for graph in (graphml, gexf)]))
print(json.dumps(graphml.graph['formula']), json.dumps(graphml.graph['licence']))`
      const read = [`${kept} \uFFFD\uFFFD`, 3, 1.5, 2, 1]
      const [nodes = '', graph] = (networkx?.(script, folder) ?? '').split('\n')
      expect(JSON.parse(nodes)).toEqual([read, read])
      expect(graph).toBe('"a < b & c" "Town: CC BY 4.0"')
      expect(networkGexf(hostile, measuresOf(hostile), about)).toContain('formula: a &lt; b &amp; c')
    },
  )
})

describe('pictures of networks', () => {
  test('are the same for the same network, name every node, and become PNG without a browser', () => {
    const svg = networkSvg(oneMode, measuresOf(oneMode), 'Title', ['caption'])
    expect(networkSvg(oneMode, measuresOf(oneMode), 'Title', ['caption'])).toBe(svg)
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    for (const words of ['Title', 'caption', 'Bob &amp; Sons', 'Cid']) expect(svg).toContain(words)
    expect(Buffer.from(renderPng(svg)).subarray(1, 4).toString()).toBe('PNG')
  })

  test('an empty network has one too', () => {
    const empty: FlatNetwork = { mode: 'ONE', nodes: [], ties: [] }
    expect(networkSvg(empty, measuresOf(empty), 'Nothing', [])).toContain('Nothing')
  })
})

describe('measures', () => {
  test('find two groups and the bridge between them', () => {
    const group = (a: string, b: string, c: string) => [
      { from: a, to: b, weight: 5 },
      { from: b, to: c, weight: 5 },
      { from: a, to: c, weight: 5 },
    ]
    const ties = [...group('a', 'b', 'c'), ...group('x', 'y', 'z'), { from: 'c', to: 'x', weight: 1 }]
    const { nodes, modularity } = measure(['a', 'b', 'c', 'x', 'y', 'z', 'alone'], ties)
    const communities = ['a', 'b', 'c', 'x', 'y', 'z', 'alone'].map(name => nodes.get(name)?.community)
    expect(communities).toEqual([1, 1, 1, 2, 2, 2, 3])
    expect(modularity).toBeCloseTo(2 * (15 / 31 - (31 / 62) ** 2), 9)
    // Of the 15 pairs of others, the 2 × 3 that the bridge parts, and none else, pass through c.
    expect(nodes.get('c')).toMatchObject({ degree: 3, strength: 11, betweenness: expect.closeTo(6 / 15, 9) })
    expect(nodes.get('alone')).toMatchObject({ degree: 0, strength: 0, betweenness: 0 })
  })

  test('count no tie of weight 0 or below', () => {
    expect(measure(['a', 'b'], [{ from: 'a', to: 'b', weight: -1 }]).nodes.get('a')).toMatchObject({
      degree: 0,
      community: 1,
    })
  })
})
