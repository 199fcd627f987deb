/** The day that stands in a line by itself above an article, as “March 14, 2025” does under a byline. */

import { readTimes } from '../reading/index.ts'

export interface DateLine {
  readonly line: string
  /** EDTF. */
  readonly day: string
}

/** Such a line stands under the headline, what is under that, and the byline. */
const mostLines = 6
const longestLine = 80

/** What may stand in the line besides: a word that says that it was published then. */
const besides = /^[\s\p{P}|]*(?:published|posted)?(?:\s+on)?[\s\p{P}|]*$/iu

/** The first such line; null where none holds a single day and nothing else. */
export function dateLineOf(text: string, language: string): DateLine | null {
  for (const line of text.split('\n', mostLines)) {
    if (line.length > longestLine) continue
    const times = readTimes(line, language)
    const days = times.flatMap(({ edtf, ground }) =>
      ground === 'STATED' && edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf) ? edtf : [],
    )
    const rest = times.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), line)
    const [day, ...others] = days
    if (day !== undefined && others.length === 0 && besides.test(rest)) return { line, day }
  }
  return null
}
