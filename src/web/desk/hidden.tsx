import type { Action } from '../../draft/desk/actions.ts'

interface HiddenProps {
  readonly why: 'MARK_FIRST' | 'READ_FIRST'
  readonly send: (action: Action) => void
}

/** In place of a proposal that does not show yet. */
export function Hidden({ why, send }: HiddenProps) {
  return (
    <section class="prop hiding" aria-labelledby="hiding">
      <h2 class="small" id="hiding">
        {why === 'MARK_FIRST' ? 'First mark what is said here' : 'Read the passage'}
      </h2>
      <p>
        {why === 'MARK_FIRST'
          ? 'In one paragraph of ten the proposals are hidden until you have marked what you see. Add each statement, then show the proposals.'
          : 'The proposal shows when you ask for it.'}
      </p>
      <p>
        <button type="button" class="btn" onClick={() => send({ do: 'SHOW' })}>
          {why === 'MARK_FIRST' ? 'I have marked what is here' : 'Show the proposal'} <kbd>p</kbd>
        </button>
      </p>
    </section>
  )
}
