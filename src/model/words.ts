/** Words and their neighbours in a text; word boundaries are those of Unicode (UAX #29). */

// The rules are the same for every language that puts spaces between words.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The words of a text, without what stands between them. */
export function wordsOf(text: string): string[] {
  return wordSegments(text).map(({ segment }) => segment)
}

/** The end of a text, from where its last `count` words begin; all of it if it has no more. `count` is 1 or more. */
export function lastWords(text: string, count: number): string {
  for (let size = reach(count); ; size *= 2) {
    const part = text.slice(-size)
    const words = wordSegments(part)
    // The first word may be half a word, so that it takes one more than is asked for.
    if (words.length > count) return part.slice(words.at(-count)?.index)
    if (size >= text.length) return text
  }
}

/** The beginning of a text, to where its first `count` words end; all of it if it has no more. `count` is 1 or more. */
export function firstWords(text: string, count: number): string {
  for (let size = reach(count); ; size *= 2) {
    const part = text.slice(0, size)
    const words = wordSegments(part)
    const last = words[count - 1]
    if (last !== undefined && words.length > count) return part.slice(0, last.index + last.segment.length)
    if (size >= text.length) return text
  }
}

/** How much of a text is looked at first for so many words, in UTF-16 code units. */
function reach(count: number): number {
  return 16 * (count + 1)
}

function wordSegments(text: string): Intl.SegmentData[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike)
}
