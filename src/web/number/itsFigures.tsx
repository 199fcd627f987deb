import type { FigureParts } from '../documents/fragments.ts'
import { numberFigures } from '../documents/number.ts'
import { Basis } from '../marks/marks.tsx'
import { inDigits } from '../marks/names.ts'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { shownNumber } from './shown.ts'

/** What a number counts, figure by figure, with what rounds it and what it rounds, each of which leads to its page. */
export function ItsFigures({ value }: { readonly value: number }) {
  const { data } = useAnswer(numberFigures, { filter: { value: { eq: value } } })
  if (!data || data.figures.nodes.length === 0) return null
  const { totalCount, nodes } = data.figures
  return (
    <section class="band">
      <h2>What it counts</h2>
      <ul class="short">
        {nodes.map(({ slug, label, roundedBy, rounds }) => (
          <li key={slug}>
            <a href={addressOf('Figure', slug)} dir="auto">
              {label}
            </a>
            {roundedBy.nodes.map(({ slug: key, subject, basis, reason }) => (
              <p class="note" key={key}>
                <Other figure={subject} /> rounds it <Basis basis={basis} reason={reason} />
              </p>
            ))}
            {rounds.nodes.map(({ slug: key, object, basis, reason }) => (
              <p class="note" key={key}>
                It rounds <Other figure={object} /> <Basis basis={basis} reason={reason} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {totalCount > nodes.length ? (
        <p class="note">
          The first {nodes.length} of {inDigits(totalCount)}.
        </p>
      ) : null}
    </section>
  )
}

function Other({ figure }: { readonly figure: FigureParts | null }) {
  if (!figure) return null
  return (
    <a href={addressOf('Figure', figure.slug)} title={figure.label}>
      {shownNumber(figure)}
    </a>
  )
}
