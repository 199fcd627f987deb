import { useEffect, useRef } from 'preact/hooks'
import { type Action, simpleActions } from '../../draft/desk/actions.ts'
import type { DeskState } from '../../draft/desk/deskState.ts'
import { Adding } from './adding.tsx'
import { Coding } from './coding.tsx'
import { Decisions } from './decisions.tsx'
import { End } from './end.tsx'
import { Gaps } from './gaps.tsx'
import { Hidden } from './hidden.tsx'
import { isForField } from './keys.ts'
import { Passage, selectedSpan } from './passage.tsx'
import { Proposal } from './proposal.tsx'
import { Reopening } from './reopening.tsx'
import { reviewLayers } from './reviewLayers.ts'
import { Shell } from './shell.tsx'
import { type UsedDesk, useDesk } from './useDesk.ts'

/** The review desk: what was decided, the article, and what is to be decided now. */
export function Page() {
  const desk = useDesk<DeskState, Action>('proposal')
  useKeys(desk)
  return (
    <Shell
      desk={desk}
      title="Review desk"
      item="proposal"
      assurance="Nothing from a draft enters the graph until a person has accepted it."
    >
      {state => <Shown desk={desk} state={state} />}
    </Shell>
  )
}

function Shown({ desk, state }: { readonly desk: UsedDesk<DeskState, Action>; readonly state: DeskState }) {
  const { send, bringIn } = desk
  const { tally, left, title, now, hidden, isReadFirst } = state
  // The number of decisions: what was typed for one is not carried over to the next.
  const turn = `${state.revision.split('.')[0]} ${now?.origin}`
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('now')?.focus({ preventScroll: true })
  }, [turn])
  const decided = tally.accepted + tally.changed + tally.refused + tally.unsure + tally.added
  return (
    <>
      <div class="dochead">
        <div>
          <h1>Review, one by one</h1>
          <p class="note">
            {title && `${title}. `}
            <b>
              {decided} decided, {left} left
            </b>
            : {tally.accepted} accepted, {tally.changed} changed, {tally.refused} refused, {tally.unsure} unsure,{' '}
            {tally.added} added.
          </p>
        </div>
        <Keys />
      </div>
      <div class="desk">
        <Decisions state={state} />
        <div class="reading">
          <Gaps state={state} send={send} />
          <Passage text={state.text} paragraph={state.paragraph} layers={reviewLayers(state)}>
            <span class="ds done">decided</span>
            {now && <span class="ds cur">now</span>}
            <span class="uncovered">unannotated</span>
          </Passage>
        </div>
        <div class="now" id="now" tabIndex={-1}>
          {hidden !== null && <Hidden why={hidden} send={send} />}
          {now !== null && <Proposal key={turn} now={now} state={state} send={send} />}
          {hidden === null && now === null && <End state={state} />}
          <Adding state={state} send={send} />
          <Coding state={state} send={send} />
          <Reopening state={state} send={send} />
          <div class="bottom">
            <label class="check">
              <input
                type="checkbox"
                checked={isReadFirst}
                onChange={({ currentTarget }) => send({ do: 'READ_FIRST', on: currentTarget.checked })}
              />
              Passages first, proposals after <kbd>h</kbd>
            </label>
            <button type="button" class="btn" onClick={() => send({ do: 'UNDO' })}>
              Undo <kbd>u</kbd>
            </button>
            <button type="button" class="btn" onClick={bringIn}>
              Import into the graph <kbd>i</kbd>
            </button>
          </div>
        </div>
      </div>
    </>
  )
}

function Keys() {
  const keys = [
    ['a', 'accept'],
    ['1–5', 'speech act'],
    ['e', 'edit'],
    ['r', 'refuse'],
    ['?', 'unsure'],
    ['s', 'skip'],
    ['n', 'add'],
    ['c', 'code'],
    ['g', 'go back'],
    ['u', 'undo'],
  ]
  return (
    <ul class="keys" aria-label="Keys">
      {keys.map(([key, does]) => (
        <li key={key}>
          <kbd>{key}</kbd> {does}
        </li>
      ))}
    </ul>
  )
}

/** The keys of the terminal; Escape leaves a field, so that they are keys again. */
function useKeys({ state, send, bringIn }: UsedDesk<DeskState, Action>): void {
  const now = useRef(state)
  now.current = state
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key } = event
      const shown = now.current
      if (event.ctrlKey || event.metaKey || event.altKey || shown === null) return
      if (key === 'Escape') {
        document.getElementById('now')?.focus()
        return
      }
      if (isForField(event)) return
      const simple = simpleActions[key]
      if (simple !== undefined) send(simple)
      else if (key === 'r' && shown.now?.origin === 'ADDED') send({ do: 'CANCEL' })
      else if (key === 'h') send({ do: 'READ_FIRST', on: !shown.isReadFirst })
      else if (key === 'i') bringIn()
      else if (key === 'n' && selectedSpan() !== null) send({ do: 'ADD', kind: 'statement', at: selectedSpan() })
      else {
        const field = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
        if (!field) return
        field.focus()
        if (field instanceof HTMLInputElement && field.type === 'text') field.select()
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [send, bringIn])
}
