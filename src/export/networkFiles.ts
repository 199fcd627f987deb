import type { Measures } from '../analysis/networkMeasures.ts'
import { replaceControls } from '../model/text.ts'
import { type CsvCell, writeCsv } from './csv.ts'
import { escapeXml } from './xml.ts'

/** A network as files write it: nodes with a key and a label, and the ties between keys. */
export interface FlatNetwork {
  readonly mode: 'ONE' | 'TWO'
  readonly nodes: readonly FlatNode[]
  readonly ties: readonly { readonly from: string; readonly to: string; readonly weight: number }[]
}

export interface FlatNode {
  /** `actor SLUG` or `claim SLUG`: an actor and a claim may share a slug. */
  readonly key: string
  readonly kind: 'actor' | 'claim'
  readonly slug: string
  readonly label: string
  readonly stances: number
}

interface Slugged {
  readonly slug: string
}

/** A network, from wherever it comes. */
export interface NamedNetwork {
  readonly actors: readonly { readonly row: Slugged & { readonly name: string }; readonly stances: number }[]
  readonly claims: readonly { readonly row: Slugged & { readonly text: string }; readonly stances: number }[]
  readonly edges: readonly { readonly from: Slugged; readonly to: Slugged; readonly weight: number }[]
}

/** The nodes and ties of a network. */
export function flatten(mode: FlatNetwork['mode'], network: NamedNetwork): FlatNetwork {
  const actors = network.actors.map(({ row, stances }) => node('actor', row.slug, row.name, stances))
  const claims = network.claims.map(({ row, stances }) => node('claim', row.slug, row.text, stances))
  return {
    mode,
    nodes: mode === 'ONE' ? actors : [...actors, ...claims],
    ties: network.edges.map(({ from, to, weight }) => ({
      from: `actor ${from.slug}`,
      to: `${mode === 'ONE' ? 'actor' : 'claim'} ${to.slug}`,
      weight,
    })),
  }
}

function node(kind: FlatNode['kind'], slug: string, label: string, stances: number): FlatNode {
  return { key: `${kind} ${slug}`, kind, slug, label, stances }
}

/** The ties as CSV: from, to, weight. */
export function networkCsv(network: FlatNetwork): string {
  const byKey = new Map(network.nodes.map(found => [found.key, found]))
  const end = (key: string): CsvCell[] => [byKey.get(key)?.slug ?? null, byKey.get(key)?.label ?? null]
  return writeCsv(
    ['from', 'fromName', 'to', network.mode === 'ONE' ? 'toName' : 'toText', 'weight'],
    network.ties.map(({ from, to, weight }) => [...end(from), ...end(to), weight]),
  )
}

/** The matrix in UCINET's DL format, whole: rows by columns in two modes, symmetric in one. Its names stand on a line each. */
export function networkDl({ mode, nodes, ties }: FlatNetwork): string {
  const rows = nodes.filter(({ kind }) => kind === 'actor')
  const columns = mode === 'ONE' ? rows : nodes.filter(({ kind }) => kind === 'claim')
  const weights = new Map(ties.map(({ from, to, weight }) => [`${from}\n${to}`, weight]))
  const label = ({ label }: FlatNode) => `"${replaceControls(label.replaceAll(/["']/g, '')).replaceAll(/\s+/g, ' ')}"`
  const header =
    mode === 'ONE'
      ? [`dl n = ${rows.length}, format = fullmatrix`, 'labels:', ...rows.map(label)]
      : [
          `dl nr = ${rows.length}, nc = ${columns.length}, format = fullmatrix`,
          'row labels:',
          ...rows.map(label),
          'col labels:',
          ...columns.map(label),
        ]
  const cell = (row: FlatNode, column: FlatNode) =>
    weights.get(`${row.key}\n${column.key}`) ?? (mode === 'ONE' ? weights.get(`${column.key}\n${row.key}`) : 0) ?? 0
  const data = rows.map(row => columns.map(column => ` ${cell(row, column)}`).join(''))
  return `${[...header, 'data:', ...data].join('\n')}\n`
}

/** What a file of a network says of it: how its weights follow from statements, what to mind, and the licences of what it was made of. */
export interface NetworkAbout {
  readonly formula: string
  readonly notes: readonly string[]
  readonly licences: readonly string[]
}

/** How whoever has the file gets from a tie to the words. */
const evidence =
  'Nodes have the slugs of the graph: what an actor said about a claim is listed by dixit statements --speaker SLUG --claim SLUG, with its words.'

/** What is said of a network as a whole, by name. */
export function aboutNetwork({ formula, notes, licences }: NetworkAbout): Readonly<Record<string, string>> {
  return { formula, notes: notes.join('\n'), evidence, licence: licences.join('\n') }
}

/** The network in GraphML, with the measures of its nodes: for Gephi, visone, igraph, NetworkX. */
export function networkGraphml({ nodes, ties }: FlatNetwork, measures: Measures, about: NetworkAbout): string {
  const keys = [
    ...Object.keys(aboutNetwork(about)).map(name => [name, 'graph', 'string']),
    ['kind', 'node', 'string'],
    ['slug', 'node', 'string'],
    ['label', 'node', 'string'],
    ['stances', 'node', 'int'],
    ['community', 'node', 'int'],
    ['betweenness', 'node', 'double'],
    ['weight', 'edge', 'double'],
  ].map(([id, of, type]) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`)
  const data = (values: Readonly<Record<string, CsvCell | undefined>>) =>
    Object.entries(values)
      .map(([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`)
      .join('')
  const nodeLines = nodes.map(({ key, kind, slug, label, stances }) => {
    const { community, betweenness } = measures.nodes.get(key) ?? { community: 0, betweenness: 0 }
    return `    <node id="${escapeXml(key)}">${data({ kind, slug, label, stances, community, betweenness })}</node>`
  })
  const tieLines = ties.map(
    ({ from, to, weight }) =>
      `    <edge source="${escapeXml(from)}" target="${escapeXml(to)}">${data({ weight })}</edge>`,
  )
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph edgedefault="undirected">',
    `    ${data(aboutNetwork(about))}`,
    ...nodeLines,
    ...tieLines,
    '  </graph>',
    '</graphml>',
  ].join('\n')}\n`
}
