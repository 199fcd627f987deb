import { useEffect, useState } from 'preact/hooks'
import type { Action } from '../../draft/desk/actions.ts'
import type { DeskState } from '../../draft/desk/deskState.ts'

const kinds = [
  ['frame', 'Frame'],
  ['term', 'Term'],
  ['stance', 'Stance'],
  ['relation', 'Relation'],
] as const

/** Codes a statement that stands: by which frame, term, stance or relation. */
export function Coding({ state, send }: { readonly state: DeskState; readonly send: (action: Action) => void }) {
  const { statements, now } = state
  const latest = statements.at(-1)?.key ?? ''
  const [chosen, setChosen] = useState(latest)
  useEffect(() => setChosen(latest), [latest])
  if (statements.length === 0 || (now !== null && now.origin !== 'PROPOSED')) return null
  return (
    <section class="adding" aria-labelledby="coding">
      <h2 class="small" id="coding">
        Code a statement
      </h2>
      <label class="typed">
        <span>
          which <kbd>c</kbd>
        </span>
        <select data-key="c" value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {statements.map(({ key, who, words, codes }) => (
            <option key={key} value={key}>
              {who}: {words.slice(0, 60)}
              {codes > 0 && ` (${codes})`}
            </option>
          ))}
        </select>
      </label>
      <ul class="acts">
        {kinds.map(([kind, name]) => (
          <li key={kind}>
            <button type="button" class="btn" onClick={() => send({ do: 'CODE', kind, statement: chosen })}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
