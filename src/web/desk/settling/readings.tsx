import type { SettlingAction } from '../../../draft/desk/settlingActions.ts'
import type { DifferenceShown, ReadingShown } from '../../../draft/desk/settlingState.ts'

interface ReadingsProps {
  readonly now: DifferenceShown
  readonly names: readonly [string, string]
  readonly send: (action: SettlingAction) => void
}

/** One difference with both readings, and what can be chosen. */
export function Readings({ now, names, send }: ReadingsProps) {
  const { kind, statement, first, second, missing } = now
  return (
    <section class="prop" aria-labelledby="difference">
      <h2 class="small" id="difference">
        Read otherwise: {kind}
      </h2>
      {statement !== null && <p class="doubt">for “{statement}”</p>}
      <div class="readings">
        <Reading name={names[0]} kind={kind} reading={first} />
        <Reading name={names[1]} kind={kind} reading={second} />
      </div>
      {missing !== null && (
        <p class="open" role="status">
          The second reading cannot be chosen yet: {missing}.
        </p>
      )}
      <div class="acts">
        <button type="button" class="btn" onClick={() => send({ do: 'SETTLE', choice: 'FIRST' })}>
          As {names[0]} <kbd>1</kbd>
        </button>
        <button
          type="button"
          class="btn"
          disabled={missing !== null}
          onClick={() => send({ do: 'SETTLE', choice: 'SECOND' })}
        >
          As {names[1]} <kbd>2</kbd>
        </button>
        <button type="button" class="btn" onClick={() => send({ do: 'SETTLE', choice: 'NEITHER' })}>
          Neither <kbd>0</kbd>
        </button>
        <button type="button" class="btn" onClick={() => send({ do: 'LATER' })}>
          Later <kbd>s</kbd>
        </button>
      </div>
    </section>
  )
}

interface ReadingProps {
  readonly name: string
  readonly kind: string
  readonly reading: ReadingShown | null
}

function Reading({ name, kind, reading }: ReadingProps) {
  return (
    <div>
      <h3>{name}</h3>
      {reading === null ? (
        <p class="empty">no {kind}</p>
      ) : (
        <dl>
          {reading.fields.map(({ name: field, value, isOther }) => (
            <div key={field} class={isOther ? 'other' : undefined}>
              <dt>
                {isOther && <span class="vh">differs: </span>}
                {field}
              </dt>
              <dd>{value || 'nothing'}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
