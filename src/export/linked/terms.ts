import * as vocabularies from '../../model/vocabulary.ts'
import { type NodeColumn, nodeTables } from '../../store/query/nodeRows.ts'
import type { CompactIri } from './prefixes.ts'

/** What stands at the end of a property. */
export type ValueKind =
  | 'text'
  | 'integer'
  | 'offset'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'edtf'
  | 'address'
  | 'node'
  | 'term'

/** A property: how it is called in JSON-LD and in RDF, and what it leads to. */
export interface LinkedTerm {
  readonly iri: CompactIri
  readonly kind: ValueKind
  /** The vocabulary of a term: its values are dixit:VOCABULARY/VALUE. */
  readonly vocabulary?: string
}

/**
 * Columns whose property has a name that others know, or another name than the column, by column or by table and column. All
 * else is Dixit's own, by the name of the column.
 */
const named: Readonly<Record<string, { term?: string; iri?: CompactIri; kind?: ValueKind }>> = {
  affectedAgent: { term: 'affected' },
  affectedReferent: { term: 'affected' },
  author: { iri: 'schema:author' },
  coder: { iri: 'prov:wasAttributedTo' },
  document: { iri: 'prov:wasDerivedFrom' },
  licence: { iri: 'schema:license' },
  lower: { iri: 'schema:minValue' },
  upper: { iri: 'schema:maxValue' },
  member: { iri: 'org:member' },
  organization: { iri: 'org:organization' },
  name: { iri: 'schema:name' },
  label: { term: 'name', iri: 'schema:name' },
  language: { iri: 'schema:inLanguage' },
  meaning: { iri: 'schema:description' },
  passage: { iri: 'oa:hasTarget' },
  published: { iri: 'schema:datePublished', kind: 'edtf' },
  publisher: { iri: 'schema:publisher' },
  rule: { iri: 'prov:wasAttributedTo' },
  startDate: { iri: 'schema:startDate', kind: 'edtf' },
  endDate: { iri: 'schema:endDate', kind: 'edtf' },
  bounds: { kind: 'edtf' },
  edtf: { kind: 'edtf' },
  importedAt: { kind: 'dateTime' },
  targetAgent: { term: 'target' },
  targetReferent: { term: 'target' },
  text: { iri: 'schema:text' },
  title: { iri: 'schema:headline' },
  unit: { iri: 'schema:unitText' },
  url: { iri: 'schema:url', kind: 'address' },
  value: { iri: 'schema:value' },
  version: { iri: 'schema:version' },
  'documentAuthors.position': { iri: 'schema:position' },
  'decisions.document': { term: 'withinDocument' },
  'decisions.statement': { term: 'withinStatement' },
  'figureConditions.value': { term: 'textValue', iri: 'schema:value' },
  'identifiers.value': { term: 'textValue', iri: 'schema:value' },
  'identifiers.scheme': { term: 'propertyID', iri: 'schema:propertyID' },
  'labels.value': { term: 'textValue', iri: 'schema:value' },
  'labels.name': { term: 'propertyID', iri: 'schema:propertyID' },
  'figureConditions.aspect': { term: 'propertyID', iri: 'schema:propertyID' },
  'agentNames.name': { term: 'otherNames', iri: 'schema:alternateName' },
  'memberships.role': { term: 'prefLabel', iri: 'skos:prefLabel' },
  'notes.about': { iri: 'oa:hasTarget' },
  'notes.text': { term: 'bodyValue', iri: 'oa:bodyValue' },
  'passages.document': { term: 'hasSource', iri: 'oa:hasSource' },
  'passages.exact': { iri: 'oa:exact' },
  'passages.prefix': { iri: 'oa:prefix' },
  'passages.suffix': { iri: 'oa:suffix' },
  'passages.start': { iri: 'oa:start', kind: 'offset' },
  'passages.end': { iri: 'oa:end', kind: 'offset' },
  'referents.label': { term: 'prefLabel', iri: 'skos:prefLabel' },
  'reviews.statement': { term: 'itemReviewed', iri: 'schema:itemReviewed' },
  'statementSpeakers.agent': { term: 'item', iri: 'schema:item' },
  'statementSpeakers.position': { iri: 'schema:position' },
  'statementTimes.time': { term: 'mentionsTime' },
}

/** Columns that say nothing by themselves, or what the type says. */
const silent = new Set([
  'agents.kind',
  'documentAuthors.kind',
  'documents.publisherKind',
  'notes.aboutTable',
  'passages.selector',
  'statements.start',
])

/** Properties that are made of several columns, or lead to the parts of a node. */
const composed = {
  condition: { iri: 'dixit:condition', kind: 'node' },
  creator: { iri: 'schema:creator', kind: 'node' },
  decision: { iri: 'dixit:decision', kind: 'node' },
  differentFrom: { iri: 'owl:differentFrom', kind: 'node' },
  hedgedValue: { iri: 'dixit:hedgedValue', kind: 'decimal' },
  identifier: { iri: 'schema:identifier', kind: 'node' },
  isSameAs: { iri: 'owl:sameAs', kind: 'node' },
  jointSpeaker: { iri: 'dixit:jointSpeaker', kind: 'node' },
  label: { iri: 'schema:additionalProperty', kind: 'node' },
  motivatedBy: { iri: 'oa:motivatedBy', kind: 'node' },
  noQuantity: { iri: 'dixit:noQuantity', kind: 'node' },
  openEnd: { iri: 'dixit:openEnd', kind: 'boolean' },
  openStart: { iri: 'dixit:openStart', kind: 'boolean' },
  piece: { iri: 'dixit:piece', kind: 'node' },
  role: { iri: 'org:role', kind: 'node' },
  sameAs: { iri: 'schema:sameAs', kind: 'node' },
  selector: { iri: 'oa:hasSelector', kind: 'node' },
} as const satisfies Readonly<Record<string, LinkedTerm>>

/** Those of them that are Dixit's own, and say nowhere else what they mean. */
export type OwnComposed = {
  [Name in keyof typeof composed]: (typeof composed)[Name]['iri'] extends `dixit:${string}` ? Name : never
}[keyof typeof composed]

/** The vocabulary that has these values; that of times has one value more than that of all else, and is one with it. */
function vocabularyOf(values: readonly string[]): string {
  const found = Object.entries(vocabularies).find(
    ([, vocabulary]) => typeof vocabulary === 'object' && Object.keys(vocabulary).join() === values.join(),
  )
  if (found === undefined) throw new Error(`no vocabulary has ${values.join()}`)
  return found[0] === 'TimeBasis' ? 'Basis' : found[0]
}

const kinds = { TEXT: 'text', INTEGER: 'integer', REAL: 'decimal', DATE: 'date', TERM: 'term', NODE: 'node' } as const

function termOf(table: string, { name, kind, values }: NodeColumn): readonly [string, LinkedTerm] {
  const { term, iri, ...given } = named[`${table}.${name}`] ?? named[name] ?? {}
  const vocabulary = kind === 'TERM' ? vocabularyOf(values) : undefined
  // One word, and a vocabulary in each table: the kind of a channel, of a relation; the role in which somebody is mentioned.
  const isShared = vocabulary !== undefined && (name === 'kind' || name === 'role')
  const key = term ?? (isShared ? `${vocabulary.charAt(0).toLowerCase()}${vocabulary.slice(1)}` : name)
  return [
    key,
    {
      iri: iri ?? `dixit:${key}`,
      kind: given.kind ?? kinds[kind],
      ...(vocabulary === undefined ? {} : { vocabulary }),
    },
  ]
}

const byColumn = new Map(
  nodeTables.map(({ name, columns }) => [
    name,
    new Map(
      columns.flatMap(column =>
        silent.has(`${name}.${column.name}`) ? [] : [[column.name, termOf(name, column)] as const],
      ),
    ),
  ]),
)

/** What a column is called; null for one that is not. */
export function termOfColumn(table: string, column: string): string | null {
  return byColumn.get(table)?.get(column)?.[0] ?? null
}

/** The columns, with their tables, that say a property. */
export function columnsOfTerm(term: string): readonly (readonly [table: string, column: string])[] {
  return Array.from(byColumn).flatMap(([table, columns]) =>
    Array.from(columns).flatMap(([column, [key]]) => (key === term ? [[table, column] as const] : [])),
  )
}

/** Whether a property is made of several columns, or leads to the parts of a node. */
export function isComposed(term: string): boolean {
  return Object.hasOwn(composed, term)
}

/** Every property by its name in JSON-LD. */
export const terms: ReadonlyMap<string, LinkedTerm> = collected()

function collected(): ReadonlyMap<string, LinkedTerm> {
  const found = new Map<string, LinkedTerm>(Object.entries(composed))
  for (const columns of byColumn.values()) {
    for (const [key, term] of columns.values()) found.set(key, term)
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Properties that columns of several tables take for different things: there are none, which a test sees to. */
export function ambiguousTerms(): string[] {
  return Array.from(byColumn)
    .flatMap(([table, columns]) => Array.from(columns, ([column, [key, term]]) => ({ table, column, key, term })))
    .filter(({ key, term }) => JSON.stringify(terms.get(key)) !== JSON.stringify(term))
    .map(({ table, column, key }) => `${key}: ${table}.${column}`)
}
