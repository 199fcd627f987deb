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
  const { status, answer } = await patiently<Data>(isShort ? address : withBase('/graphql'), {
    signal,
    ...(isShort
      ? { headers: { accept } }
      : {
          method: 'POST',
          headers: { accept, 'content-type': 'application/json' },
          body: JSON.stringify({ documentId: id, variables }),
        }),
  })
  const { data, errors, extensions } = answer
  const [error] = errors ?? []
  if (error) throw new AskError(error.extensions?.code ?? 'ERROR', error.message)
  if (!data) throw new AskError('NO_DATA', `The server answered ${status} without data.`)
  const notes = extensions?.notes ?? []
  return {
    data,
    notes: notes.map(({ message }) => message),
    nearest: notes.flatMap(({ nearest = [] }) => nearest),
  }
}

/** For how long a server that is busy is asked again, in milliseconds. Whoever waits can stop it. */
const patience = 60_000
const longestWait = 5_000

/** What a server refuses for now only. A question that is too slow would be so again. */
const passing: readonly (string | undefined)[] = ['BUSY', 'NOT_READY', 'BEHIND']

/** A page asks several questions at once: a busy server is asked again after as long as it says. */
async function patiently<Data>(
  address: string,
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<{ readonly status: number; readonly answer: Answer<Data> }> {
  for (let waited = 0; ; ) {
    const response = await fetch(address, init).catch((error: unknown) => {
      if (init.signal.aborted) throw error
      throw new AskError('UNREACHABLE', 'The server cannot be reached.')
    })
    // A proxy that has no server answers in its own way.
    const isOurs = response.headers.get('content-type')?.includes('json') ?? false
    const answer: Answer<Data> = isOurs ? await response.json() : {}
    const isPassing = isOurs ? passing.includes(answer.errors?.[0]?.extensions?.code) : response.status === 503
    if (!isPassing || waited >= patience) return { status: response.status, answer }
    // A proxy may send a date, which is no number.
    const seconds = Number(response.headers.get('retry-after')) || 1
    const wait = Math.min(longestWait, 1000 * Math.max(1, seconds))
    await pause(wait, init.signal)
    waited += wait
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
