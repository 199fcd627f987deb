import type { GraphQLFormattedError } from 'graphql'

/** An operation as a client asks for it. */
export interface Operation {
  readonly query: string
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
  /** Where permalinks begin. */
  readonly baseUrl: string
  /** The id of the request, by which the log has it. */
  readonly requestId?: string
}

/** One of the files that have stood at the path of the database while the server ran: processes answer from that which is asked about. */
export interface ServedFile {
  readonly number: number
  /** Which file it is (`fileIdentity`): from another one at that path nothing is answered. */
  readonly identity: string | null
}

/** The answer as JSON, with its errors apart. */
export interface OperationAnswer {
  readonly json: string
  readonly errors: readonly GraphQLFormattedError[]
}

/** Who asks: by address, and by the connection where several share an address. */
export interface Client {
  readonly address: string
  readonly connection: string
}
