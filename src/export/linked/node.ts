import type { CompactIri } from './prefixes.ts'

/** A node as it is described: its IRI, what it is, and what is said of it, by the names of `terms.ts`. */
export interface Node {
  readonly id: string
  readonly types: readonly CompactIri[]
  readonly values: readonly LinkedProperty[]
}

export type LinkedProperty = readonly [term: string, value: LinkedValue]

/** A text, also an IRI or the value of a vocabulary, as the term says; a part that has an IRI of its own is described where it stands. */
export type LinkedValue = string | number | boolean | Node

/** The IRI of the node of a key: Person/mark-green. */
export type IriOf = (key: string) => string

/** What a row says, to be described: cells by their columns. */
export interface LinkedRow {
  readonly table: string
  readonly id: string
  readonly cells: Readonly<Record<string, unknown>>
  readonly iriOf: IriOf
}
