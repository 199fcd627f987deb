import { graphql } from 'graphql'
import { schema } from '../../graph/schema.ts'
import type { Database } from '../../store/engine/database.ts'
import { Reader } from '../../store/reader.ts'
import { accountsAsked } from '../accountsAsked.ts'

/** Asks the graph, and answers with the data. */
export type Ask = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>

/** Asks the graph of a database by its own API, so that tools say nothing that the API does not. */
export function asking(database: Database, baseUrl: string): Ask {
  return async (source, variableValues) => {
    const contextValue = { read: new Reader(database), baseUrl }
    const { data, errors } = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue })
    if (errors?.[0]) throw errors[0]
    return { ...data }
  }
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
