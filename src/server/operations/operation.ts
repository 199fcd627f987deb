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
