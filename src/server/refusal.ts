import type { GraphQLError } from 'graphql'
import { errorBody, statusOf } from './errors.ts'

/** Ends a request with an error, in the one shape that errors have on every path. */
export type Refuse = (status: number, code: string, message: string, headers?: Readonly<Record<string, string>>) => void

export function refusing(endResponse: (response: Response) => void, Of: typeof Response): Refuse {
  return (status, code, message, headers = {}) => {
    const json = { 'content-type': 'application/json; charset=utf-8' }
    endResponse(new Of(errorBody(code, message), { status, headers: { ...json, ...headers } }))
  }
}

/** The status and the code of what an operation behind another path was refused with. */
export function refusalOf({ extensions: { code, http } }: GraphQLError): { status: number; code: string } {
  const status = typeof http === 'object' && http !== null && 'status' in http ? Number(http.status) : statusOf(code)
  return { status, code: String(code ?? 'BAD_REQUEST') }
}
