import { answerNames, type Decided, type DeskState } from '../../draft/desk/deskState.ts'

const classes: Readonly<Partial<Record<Decided['answer'], string>>> = {
  ACCEPT: 'accepted',
  CHANGE: 'edited',
  ADD: 'accepted',
  REVISE: 'edited',
  REFUSE: 'refused',
  UNSURE: 'unsure',
  SKIP: 'skipped',
  PLANT_CAUGHT: 'refused',
  PLANT_MISSED: 'refused',
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
        {decided.map(({ kind, words, answer, start, end }) => (
          <li key={`${kind} ${answer} ${start} ${end}`} class={classes[answer]}>
            <span class="g" aria-hidden="true" />
            <span>
              <span class="w">{words}</span>
              <span class="kind">
                {kind}, {answerNames[answer]}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p class="note">{left === 0 ? 'No proposal is left.' : `${left} to come.`}</p>
    </section>
  )
}
