import type { DeskState } from '../../draft/desk/deskState.ts'

const answers: Readonly<Record<string, { readonly name: string; readonly class: string }>> = {
  ACCEPT: { name: 'accepted', class: 'accepted' },
  CHANGE: { name: 'changed', class: 'edited' },
  ADD: { name: 'added', class: 'accepted' },
  REFUSE: { name: 'refused', class: 'refused' },
  UNSURE: { name: 'unsure', class: 'unsure' },
  SKIP: { name: 'skipped, it comes back', class: 'skipped' },
  PLANT_CAUGHT: { name: 'wrong on purpose, caught', class: 'refused' },
  PLANT_MISSED: { name: 'wrong on purpose, not caught', class: 'refused' },
}

/** What was decided, in text order. What is to come does not show: it would be read before its passage. */
export function Decisions({ state: { decided, left } }: { readonly state: DeskState }) {
  return (
    <section class="queue" aria-labelledby="decided">
      <h2 class="small" id="decided">
        Decided
      </h2>
      {decided.length === 0 && <p class="empty">Nothing yet.</p>}
      <ol>
        {decided.map(({ kind, words, answer, start, end }) => {
          const said = answers[answer]
          return (
            <li key={`${kind} ${answer} ${start} ${end}`} class={said?.class}>
              <span class="g" aria-hidden="true" />
              <span>
                <span class="w">{words}</span>
                <span class="kind">
                  {kind}, {said?.name}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
      <p class="note">{left === 0 ? 'No proposal is left.' : `${left} to come.`}</p>
    </section>
  )
}
