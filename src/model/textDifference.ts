/** Where two texts part and come together again: the words of each between what they begin and end with alike. */
export interface TextDifference {
  /** Of the first text, from 1. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/** What one text has where another has something else; whole words, and null where they are the same. */
export function textDifference(before: string, after: string): TextDifference | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  while (start > 0 && isOfWord(before, start - 1)) start -= 1
  while (end > 0 && isOfWord(before, before.length - end)) end -= 1
  return {
    line: before.slice(0, start).split('\n').length,
    before: before.slice(start, before.length - end).trim(),
    after: after.slice(start, after.length - end).trim(),
  }
}

/** A letter or a digit, or a mark between two digits: “7.4” and “1,204” are whole. */
function isOfWord(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '') || /^\p{N}[.,:]\p{N}$/u.test(text.slice(at - 1, at + 2))
}
