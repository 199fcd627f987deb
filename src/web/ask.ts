import { withBase } from './base.ts'
import type { Operation } from './documents/operation.ts'

/** What the server says of what it cannot answer, or that it cannot be reached. */
export class AskError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly extensions?: {
    readonly notes?: readonly { readonly message: string; readonly nearest?: readonly string[] }[]
  }
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/** Longer addresses are not sent: what is asked then goes in a body. */
const longestAddress = 6_000

/** The data, with the server's notes on them: names that are not there, and what may be meant instead. */
export interface Answered<Data> {
  readonly data: Data
  readonly notes: readonly string[]
  /** What there is next to what was asked for and is not there. */
  readonly nearest: readonly string[]
}

/**
 * Asks this server for the data of a trusted document.
 *
 * @throws AskError; or the signal's reason, if it is aborted
 */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  return (await askWithNotes(operation, variables, signal)).data
}

/**
 * The same, with the notes.
 *
 * @throws AskError; or the signal's reason, if it is aborted
 */
export async function askWithNotes<Data, Variables>(
  { id }: Operation<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answered<Data>> {
  const address = `${withBase('/graphql')}?${new URLSearchParams({ documentId: id, variables: JSON.stringify(variables) })}`
  const accept = 'application/graphql-response+json'
  const isShort = address.length <= longestAddress
  const response = await patiently(isShort ? address : withBase('/graphql'), {
    signal,
    ...(isShort
      ? { headers: { accept } }
      : {
          method: 'POST',
          headers: { accept, 'content-type': 'application/json' },
          body: JSON.stringify({ documentId: id, variables }),
        }),
  })
  const { data, errors, extensions }: Answer<Data> = await response.json()
  const [error] = errors ?? []
  if (error) throw new AskError(error.extensions?.code ?? 'ERROR', error.message)
  if (!data) throw new AskError('NO_DATA', `The server answered ${response.status} without data.`)
  const notes = extensions?.notes ?? []
  return {
    data,
    notes: notes.map(({ message }) => message),
    nearest: notes.flatMap(({ nearest = [] }) => nearest),
  }
}

/** How often a server that is busy is asked again. */
const mostTimes = 3
const longestWait = 5_000

/** A page asks several questions at once: a busy server is asked again after as long as it says. */
async function patiently(address: string, init: RequestInit & { readonly signal: AbortSignal }): Promise<Response> {
  for (let times = 0; ; times += 1) {
    const response = await fetch(address, init).catch((error: unknown) => {
      if (init.signal.aborted) throw error
      throw new AskError('UNREACHABLE', 'The server cannot be reached.')
    })
    if (response.status !== 503 || times === mostTimes) return response
    const seconds = Number(response.headers.get('retry-after') ?? 1)
    await pause(Math.min(longestWait, 1000 * Math.max(1, seconds)), init.signal)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

/** The address at which GraphiQL opens with the query and its variables. */
export function graphiqlAddress<Data, Variables>({ text }: Operation<Data, Variables>, variables: Variables): string {
  return `/graphql?${new URLSearchParams({ query: text, variables: JSON.stringify(variables, null, 2) })}`
}
