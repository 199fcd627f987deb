import type { Measures } from '../analysis/networkMeasures.ts'
import type { Grounds } from '../analysis/tieGrounds.ts'
import { replaceControls } from '../model/text.ts'
import { type CsvCell, writeCsv } from './csv.ts'
import { escapeXml } from './xml.ts'

/** A network as files write it: nodes with a key and a label, and the ties between keys. */
export interface FlatNetwork {
  readonly mode: 'ONE' | 'TWO'
  readonly nodes: readonly FlatNode[]
  readonly ties: readonly FlatTie[]
}

/** A tie, and what it rests on. */
export interface FlatTie extends Grounds {
  readonly from: string
  readonly to: string
  readonly weight: number
}

export interface FlatNode {
  /** `actor SLUG` or `claim SLUG`: an actor and a claim may share a slug. */
  readonly key: string
  readonly kind: 'actor' | 'claim'
  readonly slug: string
  readonly label: string
  readonly stances: number
  /** How many of its stances are in a reporter's wording, and how many were concluded; null of a claim. */
  readonly paraphrased: number | null
  readonly concluded: number | null
}

interface Slugged {
  readonly slug: string
}

/** A network, from wherever it comes. */
export interface NamedNetwork {
  readonly actors: readonly {
    readonly row: Slugged & { readonly name: string }
    readonly stances: number
    readonly grounds: Grounds
  }[]
  readonly claims: readonly { readonly row: Slugged & { readonly text: string }; readonly stances: number }[]
  readonly edges: readonly {
    readonly from: Slugged
    readonly to: Slugged
    readonly weight: number
    readonly grounds: Grounds
  }[]
}

/** The nodes and ties of a network. */
export function flatten(mode: FlatNetwork['mode'], network: NamedNetwork): FlatNetwork {
  const actors = network.actors.map(({ row, stances, grounds }) => actorNode(row, { ...grounds, stances }))
  const claims = network.claims.map(({ row, stances }) => claimNode(row, stances))
  return {
    mode,
    nodes: mode === 'ONE' ? actors : [...actors, ...claims],
    ties: network.edges.map(({ from, to, weight, grounds }) => ({
      from: `actor ${from.slug}`,
      to: `${mode === 'ONE' ? 'actor' : 'claim'} ${to.slug}`,
      weight,
      ...grounds,
    })),
  }
}

export function actorNode({ slug, name }: Slugged & { readonly name: string }, grounds: Grounds): FlatNode {
  return { key: `actor ${slug}`, kind: 'actor', slug, label: name, ...grounds }
}

export function claimNode({ slug, text }: Slugged & { readonly text: string }, stances: number): FlatNode {
  return { key: `claim ${slug}`, kind: 'claim', slug, label: text, stances, paraphrased: null, concluded: null }
}

/** The ties as CSV: from, to, weight, and what each rests on. */
export function networkCsv(network: FlatNetwork): string {
  const byKey = new Map(network.nodes.map(found => [found.key, found]))
  const end = (key: string): CsvCell[] => [byKey.get(key)?.slug ?? null, byKey.get(key)?.label ?? null]
  return writeCsv(
    ['from', 'fromName', 'to', network.mode === 'ONE' ? 'toName' : 'toText', 'weight', ...groundNames],
    network.ties.map(tie => [...end(tie.from), ...end(tie.to), tie.weight, ...groundNames.map(name => tie[name])]),
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

/** What a tie or an actor rests on, by name. */
export const groundNames = ['stances', 'paraphrased', 'concluded'] as const

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
    ...groundNames.map(name => [name, 'all', 'int']),
    ['community', 'node', 'int'],
    ['betweenness', 'node', 'double'],
    ['weight', 'edge', 'double'],
  ].map(([id, of, type]) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`)
  const data = (values: Readonly<Record<string, CsvCell | undefined>>) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`)
      .join('')
  const nodeLines = nodes.map(({ key, ...said }) => {
    const { community, betweenness } = measures.nodes.get(key) ?? { community: 0, betweenness: 0 }
    return `    <node id="${escapeXml(key)}">${data({ ...said, community, betweenness })}</node>`
  })
  const tieLines = ties.map(
    ({ from, to, ...said }) =>
      `    <edge source="${escapeXml(from)}" target="${escapeXml(to)}">${data({ ...said })}</edge>`,
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
