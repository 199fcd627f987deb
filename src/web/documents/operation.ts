import { hash } from 'node:crypto'
import type { TadaDocumentNode } from 'gql.tada'
import { print } from 'graphql'

/** A trusted document: its text, and the id by which the server knows it. The type says what it asks for and answers. */
export interface Operation<Data, Variables> {
  readonly id: string
  readonly text: string
  /** Never there: it keeps the types. */
  readonly types?: (variables: Variables) => Data
}

/** Runs when the page is built, and not in the browser: see `build/trustedDocuments.ts`. */
export function operation<Data, Variables>(document: TadaDocumentNode<Data, Variables>): Operation<Data, Variables> {
  const text = print(document)
  return { id: hash('sha256', text, 'hex'), text }
}

export function isOperation(value: unknown): value is Operation<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'id' in value && 'text' in value
}
