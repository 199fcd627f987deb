import { useEffect } from 'preact/hooks'
import { type SettlingAction, settlingActions } from '../../../draft/desk/settlingActions.ts'
import type { SettlingState } from '../../../draft/desk/settlingState.ts'
import { Passage } from '../passage.tsx'
import { Shell } from '../shell.tsx'
import { type UsedDesk, useDesk } from '../useDesk.ts'
import { Readings } from './readings.tsx'
import { settlingLayers } from './settlingLayers.ts'

/** What two coders read otherwise: the article, and one difference with both readings. */
export function Page() {
  const desk = useDesk<SettlingState, SettlingAction>('difference')
  useKeys(desk)
  return (
    <Shell desk={desk} title="Settle differences" item="difference">
      {state => <Shown desk={desk} state={state} />}
    </Shell>
  )
}

interface ShownProps {
  readonly desk: UsedDesk<SettlingState, SettlingAction>
  readonly state: SettlingState
}

function Shown({ desk: { send, bringIn }, state }: ShownProps) {
  const { title, names, left, settled, now, text, paragraph } = state
  return (
    <>
      <div class="dochead">
        <div>
          <h1>Settle, one by one</h1>
          <p class="note">
            {title && `${title}. `}
            {names.join(' and ')}:{' '}
            <b>
              {settled} settled, {left} left
            </b>
          </p>
        </div>
      </div>
      <div class="desk settling">
        <div class="reading">
          <Passage text={text} paragraph={paragraph} layers={settlingLayers(state)}>
            {now && <span class="ds cur">now</span>} <span class="first">first: {names[0]} alone</span>{' '}
            <span class="second">second: {names[1]} alone</span>
          </Passage>
        </div>
        <div class="now" id="now" tabIndex={-1}>
          {now === null ? <End state={state} /> : <Readings now={now} names={names} send={send} />}
          <div class="bottom">
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

function End({ state: { problems } }: { readonly state: SettlingState }) {
  return (
    <section class="prop" aria-labelledby="end">
      <h2 class="small" id="end">
        All differences are settled
      </h2>
      {problems !== null && problems.length > 0 ? (
        <>
          <h3>Still to fix in annotations.yaml</h3>
          <ul class="problems">
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>The dossier is sound.</p>
      )}
    </section>
  )
}

/** The keys of the terminal. */
function useKeys({ send, bringIn }: UsedDesk<SettlingState, SettlingAction>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const action = settlingActions[event.key]
      if (action !== undefined) send(action)
      else if (event.key === 'i') bringIn()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [send, bringIn])
}
