import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Limits } from '../settings/limits.ts'
import { readBounded } from './boundedBody.ts'
import { nestsBeyond } from './jsonNesting.ts'
import { operationsCap, overLimit, refusal, refuseOver, tooDeep, variablesDepthCap } from './refusals.ts'

const badRequest = { status: 400, spec: true }

/** Bounds what a request may hold before GraphQL sees it: its URL, its body, its operations, the depth of its variables. */
export function useRequestLimits(allowed: Limits): Plugin {
  return {
    onRequestParse({ url, requestParser, setRequestParser, fetchAPI }) {
      refuseOver('MAX_URL_BYTES', Buffer.byteLength(url.pathname + url.search), allowed)
      if (nestsBeyond(Buffer.from(url.searchParams.get('variables') ?? ''), variablesDepthCap)) throw tooDeep()
      if (requestParser) {
        setRequestParser(async whole => {
          if (whole.body === null || whole.method === 'GET') return readable(() => requestParser(whole))
          const body = await readBody(whole.body, allowed)
          const { method, headers, signal } = whole
          const bounded = new fetchAPI.Request(whole.url, { method, headers, signal, body })
          return readable(() => requestParser(bounded))
        })
      }
      return {
        onRequestParseDone({ requestParserResult }) {
          if (!Array.isArray(requestParserResult)) return
          const value = requestParserResult.length
          throw refusal(
            'NO_BATCHING',
            `Refused: an array of ${value} operations; the limit is ${operationsCap} operation a request, not in an array.`,
            { status: 400, spec: false },
            { limit: operationsCap, value },
          )
        },
      }
    },
  }
}

async function readBody(body: ReadableStream<Uint8Array>, { MAX_BODY_BYTES }: Limits): Promise<Buffer<ArrayBuffer>> {
  const { length, bytes } = await readBounded(body, MAX_BODY_BYTES).catch(() => {
    // A client that goes away is not a fault of ours: nobody reads this.
    throw refusal('BAD_REQUEST', 'The request ended before its body did.', badRequest)
  })
  if (bytes === null) throw overLimit('MAX_BODY_BYTES', length, MAX_BODY_BYTES)
  // The variables are one level down.
  if (nestsBeyond(bytes, variablesDepthCap + 1)) throw tooDeep()
  return bytes
}

/** What the parser says, whose complaint about the syntax of what it reads is the client's to mend. */
async function readable<T>(parse: () => T): Promise<Awaited<T>> {
  try {
    return await parse()
  } catch (error) {
    if (error instanceof GraphQLError) throw withoutOriginal(error)
    const why = error instanceof Error ? error.message : String(error)
    throw refusal('BAD_REQUEST', `The request cannot be read: ${why}.`, badRequest)
  }
}

/** The error without that of the JSON parser, which repeats the whole body. */
function withoutOriginal({ message, extensions }: GraphQLError): GraphQLError {
  const { originalError, ...rest } = extensions
  return new GraphQLError(message, { extensions: { ...rest, http: { status: 400 } } })
}
