import { graphql, parse } from 'graphql'
import { type Note, OperationNames } from '../../graph/notes.ts'
import { schema } from '../../graph/schema.ts'
import { Failure } from '../../model/failure.ts'
import type { Database } from '../../store/engine/database.ts'
import { Reader } from '../../store/reader.ts'
import { accountsAsked } from '../accountsAsked.ts'

/** What the graph answers: its data, and why they may be empty. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>>
  readonly notes: readonly Note[]
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>

/** Asks the graph of a database by its own API, so that tools say nothing that the API does not. */
export function asking(database: Database, baseUrl: string): Ask {
  return async (source, variables = {}) => {
    const contextValue = { read: new Reader(database), baseUrl }
    const { data, errors } = await graphql({ schema, source, variableValues: { ...variables }, contextValue })
    if (errors?.[0]) throw errors[0]
    const notes = new OperationNames(parse(source), null).notes(database, variables)
    return { data: { ...data }, notes }
  }
}

/**
 * The data, where the graph has what an argument names.
 *
 * @throws Failure BAD_ID
 */
export function found({ data, notes }: Answer, argument: string): Answer['data'] {
  const missing = notes.find(({ code, path }) => code === 'NOT_FOUND' && path === argument)
  if (missing) throw new Failure('BAD_ID', missing.message)
  return data
}

/** What every statement comes with: its words where they stand, whose they are and how that is known, by whose account, and how to cite it. */
export const statementFields = `fragment StatementFields on Statement {
  uri
  text
  quotation
  ownWords { exact wording }
  basis
  reason
  speakerBasis
  ...Voiced
  ${accountsAsked('uri ...Voiced')}
  said { basis edtf }
  time { words }
  document { title uri url published authors publisher { name } }
  passage: content { uri exact start end }
}
fragment Voiced on Statement { voice speaker { name slug uri } channel { label uri } source { exact } }`
