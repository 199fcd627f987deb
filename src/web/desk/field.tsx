import { useEffect, useState } from 'preact/hooks'
import type { Action } from '../../draft/desk/actions.ts'
import type { DeskField as Shown } from '../../draft/desk/deskState.ts'
import { selectedSpan } from './passage.tsx'

interface FieldProps {
  readonly field: Shown
  readonly send: (action: Action) => void
}

/** What can be set: words of the article, one of a list, a text. What stands there is what the desk has. */
export function Field({ field, send }: FieldProps) {
  const { form, choices } = field
  if (form === 'WORDS' || form === 'TEXT') return <Typed field={field} send={send} />
  if (choices.length === 0) return null
  if (form === 'VOCABULARY') return <Buttons field={field} send={send} />
  return form === 'SEVERAL' ? <Several field={field} send={send} /> : <List field={field} send={send} />
}

function Typed({ field, send }: FieldProps) {
  const { name, label, key, form, value } = field
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const set = () => {
    if (typed !== value) send({ do: 'SET', field: name, value: typed })
  }
  const takeSelection = () => {
    const span = selectedSpan()
    if (span !== null) send({ do: 'SET', field: name, value: span })
  }
  return (
    <label class="typed">
      <span>
        {label} <kbd>{key}</kbd>
      </span>
      <span class="with">
        <input
          type="text"
          data-key={key}
          class={form === 'WORDS' ? 'said' : undefined}
          value={typed}
          autocomplete="off"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={set}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            document.getElementById('now')?.focus()
          }}
        />
        {form === 'WORDS' && (
          // The selection is lost where the button takes the focus.
          <button type="button" class="btn" onPointerDown={event => event.preventDefault()} onClick={takeSelection}>
            Take<span class="vh"> what is selected in the article as {label}</span>
          </button>
        )}
      </span>
    </label>
  )
}

function List({ field, send }: FieldProps) {
  const { name, label, key, value, choices } = field
  return (
    <label class="typed">
      <span>
        {label} <kbd>{key}</kbd>
      </span>
      <select
        data-key={key}
        value={value}
        onChange={({ currentTarget }) => send({ do: 'SET', field: name, value: currentTarget.value })}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          document.getElementById('now')?.focus()
        }}
      >
        <option value="">not set</option>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
            {choice.meaning && ` (${choice.meaning})`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Several of a list: Enter takes the one that is chosen in, or out again. */
function Several({ field, send }: FieldProps) {
  const { name, label, key, value, choices } = field
  const [chosen, setChosen] = useState('')
  const inside = new Set(value.split(', '))
  const named = choices.flatMap(choice => (inside.has(choice.value) ? [choice.label] : []))
  const toggle = () => {
    if (chosen !== '') send({ do: 'SET', field: name, value: chosen })
    setChosen('')
    document.getElementById('now')?.focus()
  }
  return (
    <label class="typed">
      <span>
        {label} <kbd>{key}</kbd> <kbd>Enter</kbd>
        {named.length > 0 && <b> {named.join(', ')}</b>}
      </span>
      <span class="with">
        <select
          data-key={key}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            toggle()
          }}
        >
          <option value="">nobody else</option>
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {inside.has(choice.value) && '✓ '}
              {choice.label}
              {choice.meaning && ` (${choice.meaning})`}
            </option>
          ))}
        </select>
        <button type="button" class="btn" onClick={toggle}>
          Take<span class="vh"> as another speaker</span>
        </button>
      </span>
    </label>
  )
}

function Buttons({ field, send }: FieldProps) {
  const { name, label, key, value, choices } = field
  const set = (chosen: string) => send({ do: 'SET', field: name, value: chosen })
  return (
    <fieldset
      class="codes"
      onKeyDown={event => {
        const chosen = /^\d$/.test(event.key) ? choices[Number(event.key) - 1] : undefined
        if (!chosen) return
        event.preventDefault()
        set(chosen.value)
      }}
    >
      <legend>
        {label} <kbd>{key}</kbd>
      </legend>
      {choices.map((choice, index) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            {...(choice.value === value || (value === '' && index === 0) ? { 'data-key': key } : {})}
            checked={choice.value === value}
            onChange={() => set(choice.value)}
          />
          <span>
            <b>{choice.label.replaceAll('_', ' ').toLowerCase()}</b> <span class="why">{choice.meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
