import type { Action } from '../../draft/desk/actions.ts'
import type { DeskState } from '../../draft/desk/deskState.ts'
import { selectedSpan } from './passage.tsx'

const kinds = [
  ['statement', 'Statement'],
  ['figure', 'Figure'],
  ['time', 'Time'],
  ['agent', 'Name'],
  ['membership', 'Role'],
  ['channel', 'Letter, report, interview …'],
  ['aside', 'Set aside'],
] as const

/** Adds what the draft has missed, with what is selected in the article. */
export function Adding({ state, send }: { readonly state: DeskState; readonly send: (action: Action) => void }) {
  if (state.now !== null && state.now.origin !== 'PROPOSED') return null
  return (
    <section class="adding" aria-labelledby="adding">
      <h2 class="small" id="adding">
        Add what was missed
      </h2>
      <p class="note">Select the words in the article, or type them afterwards.</p>
      <ul class="acts three-wide">
        {kinds.map(([kind, name], index) => (
          <li key={kind}>
            <button
              type="button"
              class="btn"
              {...(index === 0 ? { 'data-key': 'n' } : {})}
              onPointerDown={event => event.preventDefault()}
              onClick={() => send({ do: 'ADD', kind, at: selectedSpan() })}
            >
              {name} {index === 0 && <kbd>n</kbd>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
