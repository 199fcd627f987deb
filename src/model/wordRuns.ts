/**
 * The words of a text, for counting: segmented as Unicode says (UAX #29, by Intl.Segmenter, which knows languages that
 * write without spaces), in lower case, with one kind of apostrophe.
 */

const segmenters = new Map<string, Intl.Segmenter>()

/** Marks that end a clause: a run of words does not reach over them. Inside a number or a word they part nothing. */
const ENDS_RUN = /[.!?…;:\n。！？；：]/u

/**
 * The runs of words of a text, each the words between two marks that end a clause. A language that is no BCP 47 tag is
 * taken for English.
 */
export function wordRuns(text: string, language: string): string[][] {
  const runs: string[][] = [[]]
  for (const { segment, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike) runs.at(-1)?.push(foldWord(segment))
    else if (ENDS_RUN.test(segment)) runs.push([])
  }
  return runs.filter(run => run.length > 0)
}

/** Where the words of a text stand, in UTF-16 indices, the end excluded. */
export function wordSpans(text: string, language: string): { start: number; end: number }[] {
  return Array.from(segmenterOf(language).segment(text)).flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  )
}

/** A word as it is counted: in lower case, with a straight apostrophe. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

/** Writes runs of words as one text: a space around each word, a line for each run, so that ` two words ` finds a phrase. */
export function writeRuns(runs: readonly (readonly string[])[]): string {
  return runs.map(run => ` ${run.join(' ')} `).join('\n')
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const segmenter = new Intl.Segmenter(isTag(language) ? language : 'en', { granularity: 'word' })
  segmenters.set(language, segmenter)
  return segmenter
}

function isTag(language: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(language).length > 0
  } catch {
    return false
  }
}
