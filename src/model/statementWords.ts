import type { Span } from './span.ts'
import type { QuotedSpan, Worded } from './wording.ts'
import { wordRuns, writeRuns } from './wordRuns.ts'

/** The words of a statement, as `writeRuns` writes them. */
export interface StatementWords {
  /** Those that are the speaker's own, and not those in what may be scare quotes; null if none are. */
  readonly own: string | null
  /** All of its content; null where the own words are all of it. */
  readonly whole: string | null
}

/** The words of a statement; `quoted` are its stretches that stand in quotation marks. */
export function wordsOfStatement(
  { content }: Pick<Worded, 'content'>,
  text: string,
  language: string,
  quoted: readonly QuotedSpan[],
): StatementWords {
  const runsOf = (spans: readonly Span[]) =>
    writeRuns(spans.flatMap(({ start, end }) => wordRuns(text.slice(start, end), language)))
  const whole = runsOf(content)
  const own = runsOf(quoted.filter(({ wording }) => wording === 'SPEAKER'))
  return { own: own === '' ? null : own, whole: own === whole ? null : whole }
}
