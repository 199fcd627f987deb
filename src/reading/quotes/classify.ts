import { firstEndingAfter, type Span } from '../../model/span.ts'
import type { Quotation } from '../../model/vocabulary.ts'

/**
 * How a content, made of one or more fragments of the text, is quoted: DIRECT if all of its words stand inside
 * quotation marks, INDIRECT if none does, MIXED otherwise. Spaces and punctuation count on neither side, so that a
 * content is DIRECT with or without its own marks. `quoted` is what quotedSpans gives of the text. Throws RangeError for a fragment outside the text.
 */
export function classifyQuotation(text: string, fragments: readonly Span[], quoted: readonly Span[]): Quotation {
  let wordsInside = false
  let wordsOutside = false
  for (const fragment of fragments) {
    checkSpan(fragment, text.length)
    let outsideFrom = fragment.start
    for (let index = firstEndingAfter(quoted, fragment.start); index < quoted.length; index += 1) {
      const inside = quoted[index]
      if (inside === undefined || inside.start >= fragment.end) break
      const start = Math.max(inside.start, fragment.start)
      const end = Math.min(inside.end, fragment.end)
      wordsOutside ||= hasWords(text.slice(outsideFrom, start))
      wordsInside ||= hasWords(text.slice(start, end))
      outsideFrom = end
    }
    wordsOutside ||= hasWords(text.slice(outsideFrom, fragment.end))
  }
  if (!wordsInside) return 'INDIRECT'
  return wordsOutside ? 'MIXED' : 'DIRECT'
}

/** Anything but spaces, punctuation and invisible characters. */
function hasWords(text: string): boolean {
  return /[^\s\p{P}\p{C}]/u.test(text)
}

function checkSpan({ start, end }: Span, length: number): void {
  if (!(0 <= start && start <= end && end <= length)) {
    throw new RangeError(`[${start}, ${end}) is no span of a text of length ${length}`)
  }
}
