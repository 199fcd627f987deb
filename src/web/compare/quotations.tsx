import type { Comparison, FramingLine } from '../documents/compare.ts'
import { Concluded } from '../marks/marks.tsx'
import { Words } from '../marks/words.tsx'
import { useSaid } from './marksIn.ts'
import { cellsOf } from './parts.ts'

type Statement = FramingLine['cells'][number]['statements']['nodes'][number]

interface Quotation {
  readonly number: number
  readonly statement: Statement
}

/** By the slug of the speaker. */
type Quotations = ReadonlyMap<string, readonly Quotation[]>

/** The statements of the cells, each once and with a number, by speaker: paper quotes them once, and refers to them in the tables. */
export function quotationsOf(comparison: Comparison): Quotations {
  const cells = cellsOf(comparison)
  let number = 0
  return new Map(
    comparison.speakers.map(({ speaker }) => {
      const statements = cells
        .filter(cell => cell.speaker.slug === speaker.slug)
        .flatMap(cell => cell.statements.nodes.map(statement => [statement.slug, statement] as const))
      return [speaker.slug, [...new Map(statements).values()].map(statement => ({ number: ++number, statement }))]
    }),
  )
}

/** The number of each statement on paper, by its slug. */
export function numbersOf(quotations: Quotations): ReadonlyMap<string, number> {
  return new Map([...quotations.values()].flat().map(({ number, statement }) => [statement.slug, number] as const))
}

/** All quotations that the tables refer to, at the end of a printed comparison. */
export function QuotationsOnPaper({
  speakers,
  quotations,
}: Pick<Comparison, 'speakers'> & { readonly quotations: Quotations }) {
  return (
    <section class="on-paper quotations">
      <h2>The quotations</h2>
      {speakers.map(({ speaker }) => (
        <section key={speaker.slug}>
          <h3 dir="auto">{speaker.name}</h3>
          <Numbered quotations={quotations.get(speaker.slug) ?? []} />
        </section>
      ))}
    </section>
  )
}

function Numbered({ quotations }: { readonly quotations: readonly Quotation[] }) {
  const said = useSaid(quotations.map(({ statement }) => statement))
  return (
    <ol>
      {said.map((statement, at) => (
        <li key={statement.slug} value={quotations[at]?.number}>
          <Words said={statement} /> <Concluded of="speaker" basis={statement.basis} />
        </li>
      ))}
    </ol>
  )
}
