import { useState } from 'preact/hooks'
import type { Action } from '../../draft/desk/actions.ts'
import type { DeskState, OnDesk } from '../../draft/desk/deskState.ts'
import { Field } from './field.tsx'

interface ProposalProps {
  readonly now: OnDesk
  readonly state: DeskState
  readonly send: (action: Action) => void
}

const titles = { PROPOSED: 'Proposal', ADDED: 'You add', REOPENED: 'Opened again' } as const
const accepting = { PROPOSED: 'Accept', ADDED: 'Add', REOPENED: 'Change' } as const

/** What is to be decided: what it says, what is still open, and the five answers. Enter decides nothing. */
export function Proposal({ now, state, send }: ProposalProps) {
  const { kind, origin, confidence, fields, missing, overlaps, spans } = now
  const [reason, setReason] = useState('')
  const title = `${titles[origin]}: ${kind}`
  const words = spans.map(({ start, end }) => state.text.slice(start, end)).join(' … ')
  return (
    <form
      class={`prop ${confidence === 'LOW' ? 'low' : ''}`}
      aria-label={title}
      onSubmit={event => event.preventDefault()}
    >
      <p class="steps">
        <span>{title}</span>
        {confidence && <Confidence now={now} />}
      </p>
      <p class="said">{words || 'No words yet: select them in the article and press Take, or type them.'}</p>
      {origin === 'PROPOSED' && <p class="doubt">{now.why}</p>}
      {overlaps && <p class="caution note">These words are marked already. {overlaps}</p>}
      <p class="borders">
        <Border keys={['{', '}']} edge="START" name="begins" send={send} />
        <Border keys={['[', ']']} edge="END" name="ends" send={send} />
      </p>
      <div class="fields">
        {fields.map(field => (
          <Field key={field.name} field={field} send={send} />
        ))}
      </div>
      <p class="open" role="status">
        {missing === null ? 'Nothing is missing.' : `Still open: ${missing}`}
      </p>
      <div class="acts">
        <button type="button" class="btn solid" disabled={missing !== null} onClick={() => send({ do: 'ACCEPT' })}>
          {accepting[origin]} <kbd>a</kbd>
        </button>
        {origin !== 'PROPOSED' ? (
          <button type="button" class="btn" onClick={() => send({ do: 'CANCEL' })}>
            {origin === 'ADDED' ? 'Leave it' : 'Leave it as it was'} <kbd>{origin === 'ADDED' ? 'r' : 'u'}</kbd>
          </button>
        ) : (
          <>
            <button type="button" class="btn" onClick={() => send({ do: 'UNSURE' })}>
              Unsure <kbd>?</kbd>
            </button>
            <button type="button" class="btn" onClick={() => send({ do: 'SKIP' })}>
              Skip <kbd>s</kbd>
            </button>
          </>
        )}
      </div>
      {origin !== 'ADDED' && (
        <div class="refusing">
          <label>
            <span>why not (may be left empty)</span>
            <input
              type="text"
              data-key="r"
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
              onKeyDown={event => {
                if (event.key === 'Enter') send({ do: 'REFUSE', reason })
              }}
            />
          </label>
          <button type="button" class="btn" onClick={() => send({ do: 'REFUSE', reason })}>
            {origin === 'REOPENED' ? 'Remove it' : 'Refuse'} <kbd>r</kbd> <kbd>Enter</kbd>
          </button>
        </div>
      )}
    </form>
  )
}

const filled = { HIGH: 5, FAIR: 3, LOW: 1 } as const

function Confidence({ now: { confidence, right } }: { readonly now: OnDesk }) {
  if (confidence === null) return null
  const said = right === null ? '' : `, ${Math.round(100 * right)} in 100 like it are right`
  return (
    <span>
      {confidence === 'LOW' ? <b>low confidence</b> : `${confidence.toLowerCase()} confidence`}
      {said}{' '}
      <span class="sure" aria-hidden="true">
        {[1, 2, 3, 4, 5].map(bar => (
          <i key={bar} class={bar <= filled[confidence] ? 'f' : ''} />
        ))}
      </span>
    </span>
  )
}

interface BorderProps {
  readonly keys: readonly [string, string]
  readonly edge: 'START' | 'END'
  readonly name: string
  readonly send: (action: Action) => void
}

function Border({ keys, edge, name, send }: BorderProps) {
  return (
    <span>
      {name}{' '}
      {([-1, 1] as const).map((by, index) => (
        <button type="button" class="btn" key={by} onClick={() => send({ do: 'MOVE', edge, by })}>
          <span aria-hidden="true">{by < 0 ? '←' : '→'}</span>
          <span class="vh">
            {name} a word {by < 0 ? 'before' : 'after'}
          </span>
          <kbd>{keys[index]}</kbd>
        </button>
      ))}
    </span>
  )
}
