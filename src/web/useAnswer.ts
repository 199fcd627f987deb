import { useEffect, useState } from 'preact/hooks'
import { type Answered, AskError, askWithNotes } from './ask.ts'
import type { Operation } from './documents/operation.ts'

/** How far a question has come. While another is asked, the last answer stays. */
export interface Asked<Data> {
  readonly data: Data | null
  /** The server's notes on the answer. */
  readonly notes: readonly string[]
  /** What there is next to what was asked for and is not there. */
  readonly nearest: readonly string[]
  readonly error: AskError | null
  readonly isWaiting: boolean
  /** Gives the question up. */
  stop(): void
  /** Asks it again. */
  again(): void
}

/** Asks for a document whenever its variables change; null asks nothing. */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables | null,
): Asked<Data> {
  const [state, setState] = useState<{ key: string; answer: Answered<Data> | null; error: AskError | null }>()
  const [stopper, setStopper] = useState(() => new AbortController())
  const [turn, setTurn] = useState(0)
  const key = variables === null ? '' : JSON.stringify([operation.id, variables, turn])

  useEffect(() => {
    if (variables === null) return
    const controller = new AbortController()
    setStopper(controller)
    askWithNotes(operation, variables, controller.signal).then(
      answer => setState({ key, answer, error: null }),
      (reason: unknown) => {
        if (controller.signal.aborted && controller.signal.reason !== stopped) return
        setState({ key, answer: null, error: asError(reason) })
      },
    )
    return () => controller.abort()
    // The key stands for the operation and the variables.
  }, [key])

  return {
    data: variables === null ? null : (state?.answer?.data ?? null),
    notes: state?.answer?.notes ?? [],
    nearest: state?.answer?.nearest ?? [],
    error: state?.error ?? null,
    isWaiting: variables !== null && state?.key !== key,
    stop: () => stopper.abort(stopped),
    again: () => setTurn(turn + 1),
  }
}

const stopped = new AskError('STOPPED', 'You stopped it. Nothing was changed.')

function asError(reason: unknown): AskError {
  if (reason instanceof AskError) return reason
  return new AskError('ERROR', reason instanceof Error ? reason.message : String(reason))
}
