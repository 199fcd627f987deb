/**
 * The words of a text, for counting: segmented as Unicode says (UAX #29, by Intl.Segmenter, which knows languages that
 * write without spaces), in lower case, with one kind of apostrophe.
 */

const segmenters = new Map<string, Intl.Segmenter>()

/** Marks that end a clause: a run of words does not reach over them. Inside a number or a word they part nothing. */
const ENDS_RUN = /[.!?…;:\n。！？；：]/u

/** The words of UAX #29 where all is ASCII: Intl.Segmenter finds the same, at several times the cost. */
const ASCII_WORDS = /[A-Za-z0-9_]+(?:(?:(?<=[A-Za-z])[.':](?=[A-Za-z])|(?<=[0-9])[.,;'](?=[0-9]))[A-Za-z0-9_]+)*/g
const HAS_OTHER_THAN_ASCII = /[^\0-\x7f]/

const ENGLISH = /^en\b/i

/**
 * The runs of words of a text, each the words between two marks that end a clause. A language that is no BCP 47 tag is
 * taken for English.
 */
export function wordRuns(text: string, language: string): string[][] {
  // Other languages may divide ASCII otherwise: Swedish has words with a colon in them.
  const runs = ENGLISH.test(language) && !HAS_OTHER_THAN_ASCII.test(text) ? asciiRuns(text) : anyRuns(text, language)
  return runs.filter(run => run.length > 0)
}

function anyRuns(text: string, language: string): string[][] {
  const runs: string[][] = [[]]
  for (const { segment, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike) runs.at(-1)?.push(foldWord(segment))
    else if (ENDS_RUN.test(segment)) runs.push([])
  }
  return runs
}

function asciiRuns(text: string): string[][] {
  let run: string[] = []
  const runs = [run]
  let end = 0
  for (const { 0: word, index } of text.matchAll(ASCII_WORDS)) {
    // A low line alone is no word to ICU, several are.
    if (word === '_') continue
    if (ENDS_RUN.test(text.slice(end, index))) {
      run = []
      runs.push(run)
    }
    run.push(word.toLowerCase())
    end = index + word.length
  }
  return runs
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
