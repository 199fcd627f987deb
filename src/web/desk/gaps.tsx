import type { Action } from '../../draft/desk/actions.ts'
import type { DeskState } from '../../draft/desk/deskState.ts'
import { counted } from '../marks/names.ts'

/** What neither the annotations nor the rest of the draft covers stands above the text. */
export function Gaps({ state, send }: { readonly state: DeskState; readonly send: (action: Action) => void }) {
  const { gaps, text } = state
  if (gaps.length === 0) return null
  return (
    <details class="alarm" open={gaps.length <= 4}>
      <summary>
        <b>{sayGaps(gaps)}</b>
      </summary>
      <ul>
        {gaps.map(({ kind, start, end, words }) => (
          <li key={start}>
            <span class={kind === 'NUMBER' ? 'fig' : 'said'}>{words}</span>{' '}
            <span class="hint">{text.slice(end, end + 40).split('\n')[0]}</span>{' '}
            <button
              type="button"
              class="btn"
              onClick={() =>
                send({ do: 'ADD', kind: kind === 'NUMBER' ? 'figure' : 'statement', at: inside(words, start, end) })
              }
            >
              Add<span class="vh"> {words}</span>
            </button>{' '}
            <button type="button" class="btn" onClick={() => send({ do: 'ADD', kind: 'aside', at: { start, end } })}>
              Set aside<span class="vh"> {words}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** “1 number or quotation is not annotated”. */
export function sayGaps({ length }: DeskState['gaps']): string {
  return `${counted(length, 'number or quotation is', 'numbers or quotations are')} not annotated`
}

/** A quotation without its marks. */
function inside(words: string, start: number, end: number) {
  const first = /^[“"„«]/u.test(words) ? 1 : 0
  const last = /[”"“»]$/u.test(words) ? 1 : 0
  return { start: start + first, end: end - last }
}
