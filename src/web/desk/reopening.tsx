import { useEffect, useState } from 'preact/hooks'
import type { Action } from '../../draft/desk/actions.ts'
import { answerNames, type DeskState } from '../../draft/desk/deskState.ts'

/** Opens again what stands in the annotations, or what was refused or left unsure; Enter in the list does it. */
export function Reopening({ state, send }: { readonly state: DeskState; readonly send: (action: Action) => void }) {
  const { reopenable, now } = state
  const first = reopenable[0]?.what ?? ''
  const [chosen, setChosen] = useState(first)
  const isThere = reopenable.some(({ what }) => what === chosen)
  useEffect(() => {
    if (!isThere) setChosen(first)
  }, [isThere, first])
  if (reopenable.length === 0 || (now !== null && now.origin !== 'PROPOSED')) return null
  const open = () => send({ do: 'REOPEN', what: chosen })
  return (
    <section class="adding" aria-labelledby="reopening">
      <h2 class="small" id="reopening">
        Open again
      </h2>
      <label class="typed">
        <span>
          what stands, or was refused <kbd>g</kbd> <kbd>Enter</kbd>
        </span>
        <select
          data-key="g"
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            open()
          }}
        >
          {reopenable.map(({ what, kind, words, answer }) => (
            <option key={what} value={what}>
              {words.slice(0, 60)} ({kind}, {answerNames[answer]})
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="btn" onClick={open}>
        Open again
      </button>
    </section>
  )
}
