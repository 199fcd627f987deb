/** A text as words for reading attributions: with parts of speech, sentences, paragraphs and quotation marks. */

import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

/** Where a token stands to quotation marks: outside, the opening mark, inside, the closing mark. */
export type QuotePlace = 'OUTSIDE' | 'OPENS' | 'INSIDE' | 'CLOSES'

export interface TaggedToken {
  /** Its number in the text. */
  readonly index: number
  /** Where it stands, in UTF-16 indices. */
  readonly start: number
  readonly end: number
  readonly word: string
  /** In small letters, with a straight apostrophe. */
  readonly lower: string
  readonly lemma: string
  /** A part of speech of Universal Dependencies; X where there is none. */
  readonly tag: string
  readonly paragraph: number
  /** The number of its sentence, which no other paragraph has. */
  readonly sentence: number
  readonly quote: QuotePlace
}

/** A text, and its tokens paragraph by paragraph. */
export interface TaggedText {
  readonly text: string
  readonly tokens: readonly TaggedToken[]
  readonly paragraphs: readonly (readonly TaggedToken[])[]
}

const abbreviations =
  'Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Calif|Fla|Ga|Ill|Mass|Mich|Minn|' +
  'Nev|Pa|Tenn|Va|Wis|Vt|Ky|Conn|Md|Ore|Wash|Miss|Mo|Ind|Kan|Okla|Tex|La|Colo|Del'

// Double marks typed as two single ones, initialisms, abbreviations, numbers, negations and clitics apart (as the Penn Treebank has them), hyphenated words whole.
const pattern = new RegExp(
  [
    "''|``|‘‘|’’",
    String.raw`[A-Za-z](?:\.[A-Za-z])+\.?`,
    String.raw`(?:${abbreviations})\.`,
    String.raw`\d+(?:[.,]\d+)*`,
    String.raw`[\p{L}\p{N}]+(?=n['’]t\b)`,
    String.raw`n['’]t\b`,
    String.raw`['’](?:s|re|ve|ll|d|m)\b`,
    String.raw`[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*`,
    String.raw`\n`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
)

interface Piece {
  readonly start: number
  readonly end: number
  readonly word: string
}

const nlp = winkNLP(model)

/** Takes a text apart. Lines are paragraphs. The tagger knows English. */
export function tagText(text: string): TaggedText {
  const paragraphs: TaggedToken[][] = []
  const tokens: TaggedToken[] = []
  for (const pieces of paragraphsOf(text)) {
    const paragraph = tagParagraph(text, pieces, paragraphs.length, tokens.length)
    tokens.push(...paragraph)
    paragraphs.push(paragraph)
  }
  return { text, tokens, paragraphs }
}

/** Whether a token has a letter or a digit in it. */
export function isWord({ word }: TaggedToken): boolean {
  return /[\p{L}\p{N}]/u.test(word)
}

function paragraphsOf(text: string): Piece[][] {
  const paragraphs: Piece[][] = [[]]
  for (const match of text.matchAll(pattern)) {
    const [word] = match
    if (word === '\n') paragraphs.push([])
    else paragraphs.at(-1)?.push({ start: match.index, end: match.index + word.length, word })
  }
  return paragraphs.filter(({ length }) => length > 0)
}

function tagParagraph(text: string, pieces: readonly Piece[], paragraph: number, offset: number): TaggedToken[] {
  const tags = tagsAt(text, pieces)
  let isQuoted = false
  let sentence = 0
  let hasEnded = false
  return pieces.map(({ start, end, word }, index) => {
    const { tag, lemma } = tags.get(start) ?? { tag: 'X', lemma: word.toLowerCase() }
    // What closes a quotation or a bracket belongs to the sentence that it closes, and so do the dots of an ellipsis.
    if (hasEnded && !/[)\].]/.test(word) && !(isQuoted && /[”"’']/.test(word))) {
      // A small letter goes on with it: the stop was of an abbreviation, as in “(R-Fla.) did not”.
      if (!/^\p{Ll}/u.test(word)) sentence += 1
      hasEnded = false
    }
    const quote = quoteOf(word, isQuoted)
    if (quote === 'OPENS') isQuoted = true
    if (quote === 'CLOSES') isQuoted = false
    if (/^[.!?]$/.test(word)) hasEnded = true
    return {
      index: offset + index,
      start,
      end,
      word,
      lower: word.toLowerCase().replace('’', "'"),
      lemma,
      tag,
      paragraph,
      sentence: paragraph * 1000 + sentence,
      quote,
    }
  })
}

function quoteOf(word: string, isQuoted: boolean): QuotePlace {
  if (/^(?:“|``|‘‘)$/.test(word) || (isStraight(word) && !isQuoted)) return 'OPENS'
  if (/^(?:”|’’)$/.test(word) || (isStraight(word) && isQuoted)) return 'CLOSES'
  return isQuoted ? 'INSIDE' : 'OUTSIDE'
}

/** A double mark as typewriters have it, which opens as it closes. */
function isStraight(word: string): boolean {
  return word === '"' || word === "''"
}

/** The tag and lemma of the tagger's own token that covers each place of a paragraph. */
function tagsAt(text: string, pieces: readonly Piece[]): ReadonlyMap<number, { tag: string; lemma: string }> {
  const first = pieces[0]?.start ?? 0
  const stretch = text.slice(first, pieces.at(-1)?.end)
  const its = nlp.its
  const found = nlp.readDoc(stretch).tokens()
  const words = found.out()
  const tags = found.out(its.pos)
  const lemmas = found.out(its.lemma)
  const covering = new Map<number, { tag: string; lemma: string }>()
  let from = 0
  for (const [index, word] of words.entries()) {
    const at = stretch.indexOf(word, from)
    if (at < 0) continue
    const entry = { tag: String(tags[index]), lemma: String(lemmas[index]).toLowerCase() }
    for (let place = at; place < at + word.length; place += 1) covering.set(first + place, entry)
    from = at + word.length
  }
  return covering
}
