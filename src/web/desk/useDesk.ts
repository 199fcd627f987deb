import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { importQuestion } from '../../draft/desk/importQuestion.ts'

interface Answer<State> {
  readonly state: State
  readonly said: string | null
}

export interface UsedDesk<State, Action> {
  readonly state: State | null
  /** What came of what was done last. */
  readonly said: string
  readonly send: (action: Action) => void
  readonly bringIn: () => void
}

/** What the desk shows. What the person does is sent in order; after a refusal, what waits behind it is not sent. */
export function useDesk<State extends { readonly revision: string; readonly left: number }, Action>(
  thing: Parameters<typeof importQuestion>[1],
): UsedDesk<State, Action> {
  const [{ state, said }, setShown] = useState<{ state: State | null; said: string }>({ state: null, said: '' })
  const revision = useRef('')
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const refusals = useRef(0)

  const take = useCallback((answer: Answer<State>) => {
    revision.current = answer.state.revision
    setShown({ state: answer.state, said: answer.said ?? '' })
  }, [])

  const queue = useCallback(
    (path: string, body: () => unknown) => {
      const sentAt = refusals.current
      line.current = line.current.then(async () => {
        if (sentAt !== refusals.current) return
        try {
          const response = await fetch(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body()),
          })
          if (!response.ok) refusals.current += 1
          take(await response.json())
        } catch {
          refusals.current += 1
          setShown(shown => ({
            ...shown,
            said: 'The desk does not answer: it was stopped. Your decisions are saved.',
          }))
        }
      })
    },
    [take],
  )

  useEffect(() => {
    fetch('state').then(
      async response => take(await response.json()),
      () => setShown({ state: null, said: 'The desk does not answer: it was stopped.' }),
    )
  }, [take])

  const left = state?.left ?? 0
  return {
    state,
    said,
    send: useCallback((action: Action) => queue('act', () => ({ revision: revision.current, action })), [queue]),
    bringIn: useCallback(() => {
      const question = importQuestion(left, thing)
      if (question === null || window.confirm(question)) queue('import', () => ({}))
    }, [queue, left, thing]),
  }
}
