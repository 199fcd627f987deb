import type { TaggedText } from './tokens.ts'

/** Where and when a report was written, before its first words: “KELM, Tuesday — ”, “LONDON (Reuters) - ”. */
const dateline = /^\p{Lu}[\p{Lu}'’.-]+(?: \p{Lu}[\p{Lu}'’.-]+)*(?:,[^—–\n]{1,30})?(?: \([^)\n]{1,20}\))? (?:—|–|--|-) /u

/** The tokens of datelines, which nobody says. */
export function datelineTokens({ text, paragraphs }: TaggedText): ReadonlySet<number> {
  const places = paragraphs.flatMap(paragraph => {
    const [{ start } = { start: 0 }] = paragraph
    const [words = ''] = dateline.exec(text.slice(start, paragraph.at(-1)?.end)) ?? []
    const end = start + words.length
    return paragraph.filter(token => token.end <= end)
  })
  return new Set(places.map(({ index }) => index))
}
