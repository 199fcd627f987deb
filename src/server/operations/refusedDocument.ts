import type { DocumentRefusal } from './check.ts'

/** What a client is told whose document is refused. */
export interface RefusedAnswer {
  readonly status: number
  /** The code of the first error. */
  readonly code: string
  readonly json: Buffer
}

/** The codes of errors that have none of ours: what cannot be parsed, and what does not fit the schema. */
const codes = { unreadable: 'GRAPHQL_PARSE_FAILED', invalid: 'GRAPHQL_VALIDATION_FAILED' } as const

/** Why a document is refused, with the status that GraphQL over HTTP has for that: who accepts plain JSON is told with 200. */
export function refusedAnswer({ kind, errors }: DocumentRefusal, contentType: string): RefusedAnswer {
  const told = errors.map(each => {
    const { extensions, ...error } = each.toJSON()
    const { http, code = codes[kind], ...others } = extensions ?? {}
    return { ...error, extensions: { code, ...others } }
  })
  return {
    status: contentType.startsWith('application/json') ? 200 : 400,
    code: String(told[0]?.extensions.code),
    json: Buffer.from(JSON.stringify({ errors: told })),
  }
}
