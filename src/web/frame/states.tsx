import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { AskError } from '../ask.ts'
import type { Asked } from '../useAnswer.ts'

/** The server's notes on the answer that is shown. */
const Notes = createContext<readonly string[]>([])

/** Shows an answer once it is there; until then that it is waited for, or why there is none. */
export function Answer<Data>({
  asked,
  children,
  what = 'this',
}: {
  readonly asked: Asked<Data>
  readonly children: (data: Data) => ComponentChildren
  readonly what?: string
}) {
  if (asked.isWaiting && asked.data === null) return <Waiting what={what} stop={asked.stop} />
  if (asked.error) return <Problem error={asked.error} again={asked.again} />
  if (asked.data === null) return null
  return (
    <>
      {asked.isWaiting ? <Waiting what={what} stop={asked.stop} /> : null}
      <Notes.Provider value={asked.notes}>{children(asked.data)}</Notes.Provider>
    </>
  )
}

/** Nothing for 400 ms, then still lines, and after 3 s a way to stop, where there is one. */
export function Waiting({ what, stop }: { readonly what: string; readonly stop?: () => void }) {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const timers = [400, 3_000, 10_000].map(time => setTimeout(() => setPassed(time), time))
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <div class="waiting" role="status" aria-busy="true">
      {passed < 400 ? null : (
        <>
          <p class="note">Loading {what}…</p>
          <div class="load" />
          <div class="load" />
        </>
      )}
      {passed < 3_000 || !stop ? null : (
        <p class="note">
          {passed < 10_000
            ? 'This takes longer than usual. '
            : 'This takes more than ten seconds. The server may be busy; a narrower question would be faster. '}
          <button type="button" class="btn" onClick={stop}>
            Stop
          </button>
        </p>
      )}
    </div>
  )
}

const ways: Readonly<Record<string, string>> = {
  TOO_COSTLY: 'Ask for less at once: fewer speakers, or a narrower filter.',
  TOO_SLOW: 'Narrow it: one document, one dataset, or fewer speakers.',
  BUSY: 'The server is busy. Try again in a moment.',
  UNREACHABLE: 'Check that it is running, and try again.',
  PERSISTED_QUERY_NOT_FOUND: 'The server was updated after this page was loaded: reload the page.',
  STOPPED: 'Ask again, or narrow the question.',
}

export function Problem({ error, again }: { readonly error: AskError; readonly again: () => void }) {
  return (
    <div class="problem" role="alert">
      <h2>{error.code === 'STOPPED' ? 'Stopped' : 'This could not be answered'}</h2>
      {error.code === 'BUSY' ? null : <p>{error.message}</p>}
      <p>{ways[error.code] ?? ''}</p>
      <p class="note">
        Code <span class="mono">{error.code}</span>{' '}
        <button type="button" class="btn" onClick={again}>
          Try again
        </button>
      </p>
    </div>
  )
}

export function NotFound({ what, children }: { readonly what: string; readonly children?: ComponentChildren }) {
  const notes = useContext(Notes)
  return (
    <div class="problem">
      <h1>Not found</h1>
      <p>{what}</p>
      {notes
        // That it is not there stands above.
        .filter(note => / (?:Did you mean|The graph has) /.test(note))
        .map(note => (
          <p key={note}>{note}</p>
        ))}
      {children}
      <p>
        <a href="/search">Search</a>, or browse <a href="/documents">the documents</a>,{' '}
        <a href="/speakers">the speakers</a> or <a href="/figures">the numbers</a>.
      </p>
    </div>
  )
}

export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>
}

/** The next page of a list. */
export function More({
  list,
  of,
}: {
  readonly list: {
    hasMore: boolean
    isLoading: boolean
    error: AskError | null
    more(): void
    items: readonly unknown[]
  }
  readonly of: number | undefined
}) {
  return (
    <p class="more" aria-live="polite">
      {list.error ? <span role="alert">{list.error.code === 'BUSY' ? ways.BUSY : list.error.message} </span> : null}
      {list.hasMore ? (
        <button type="button" class="btn" onClick={list.more} disabled={list.isLoading}>
          {list.isLoading ? 'Loading…' : 'Show more'}
        </button>
      ) : null}
      {of === undefined || of === 0 ? null : (
        <span class="note">
          {list.items.length} of {of.toLocaleString('en')}
        </span>
      )}
    </p>
  )
}
