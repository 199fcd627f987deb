import { ownWords, type Reported } from './ownWords.ts'
import { type QuotationSpan, type Span, spansMeet } from './span.ts'
import type { Voice, Wording } from './vocabulary.ts'

/** What of a statement is needed to say whose words an annotation in it quotes. */
export interface Worded extends Reported {
  readonly voice: Voice
  /** The words of its cue in lower case; null if it has none. */
  readonly cueWords: string | null
}

/** What of a text is needed: its quotations are asked for only where they matter. */
export interface QuotedText {
  readonly text: string
  readonly quotations: () => readonly QuotationSpan[]
}

/** A stretch of a statement that stands in quotation marks, and whose words it is. */
export interface QuotedSpan extends Span {
  readonly wording: Extract<Wording, 'SPEAKER' | 'DOUBTFUL'>
}

/**
 * Whose words an annotation quotes, by the quotation marks of the text: the SPEAKER's if all of them stand inside the marks of
 * the statement, else the REPORTER's; DOUBTFUL if the marks may be scare quotes. Null if nobody knows how it is quoted.
 */
export function wordingOf(words: readonly Span[], statement: Worded, text: QuotedText): Wording | null {
  return wordingAmong(() => quotedStretches(statement, text), words, statement, text.text)
}

/** The same, of a statement whose quoted stretches are known: for whoever asks for many annotations of it. */
export function wordingAmong(
  stretches: () => readonly QuotedSpan[],
  words: readonly Span[],
  { quotation, voice }: Worded,
  text: string,
): Wording | null {
  if (quotation === null) return null
  if (quotation === 'DIRECT' && voice !== 'DOCUMENT') return 'SPEAKER'
  const around = stretches().filter(stretch => words.some(piece => spansMeet(stretch, piece)))
  if (around.length === 0 || words.some(piece => hasWordsOutside(piece, around, text))) return 'REPORTER'
  return around.some(({ wording }) => wording === 'DOUBTFUL') ? 'DOUBTFUL' : 'SPEAKER'
}

/**
 * The stretches of a statement that stand in quotation marks: all of one that is quoted DIRECT. What the document itself sets
 * in marks without saying whose words it quotes is DOUBTFUL, and so is what looks like scare quotes in a paraphrase.
 */
export function quotedStretches(statement: Worded, { text, quotations }: QuotedText): QuotedSpan[] {
  if (statement.quotation === 'DIRECT' && statement.voice !== 'DOCUMENT') {
    return statement.content.map(piece => ({ ...piece, wording: 'SPEAKER' }))
  }
  if (statement.quotation !== 'MIXED' && statement.quotation !== 'DIRECT') return []
  return ownWords(statement, quotations()).map(stretch => ({
    ...stretch,
    wording: isDoubtful(stretch, statement, text) ? 'DOUBTFUL' : 'SPEAKER',
  }))
}

const MOST_SCARED = 3
const WORD = /[^\s\p{P}\p{C}]+/gu
/**
 * What calls somebody or something by the words that follow, in the languages of Western Europe: they are those of whoever does so.
 */
const NAMES =
  /(?<!\p{L})(?:call|label|describ|brand|dub|term|denounc|characteri[sz]|refer|nenn|nannt|genannt|bezeichn|tituli|beschimpf|betitel|appel|qualifi|trait|dénomm|surnomm|baptis|llam|califica|calificó|denomin|tild|tach|apod|chiam|defini|etichett|bolla|cham|rotul|apelid|classific|noem|bestempel)/u
/**
 * A paraphrase that goes on with a few words in marks after one of these prepositions may have borrowed them from anybody. One list for
 * the languages: none of them is another word of another that stands before marks.
 */
const BORROWS =
  /(?:^|[\s(])(?:so-called|of|in|on|from|with|by|for|at|against|about|among|under|von|vom|mit|gegen|für|über|im|auf|aus|bei|beim|unter|zu|zum|zur|durch|de|du|des|avec|contre|pour|sur|dans|sous|par|aux?|con|contra|para|por|sobre|en|bajo|entre|del|di|dello|della|dei|degli|delle|con|contro|tra|fra|sul|sui|sulle|nel|nelle|com|em|pelo|pela|tegen|voor|op|uit|bij|onder)(?:\s+(?:the|a|an|these|those|such|der|die|das|dem|den|des|einer?|einem|einen|diese[nrms]?|les?|la|une?|ces|cette|el|los|las|un|una|estos|estas|il|i|gli|lo|os?|as|uma?|het|een|deze))?\s+\P{L}$/iu
const SO_CALLED =
  /(?:so-called|sogenannte[nrms]?|so genannte[nrms]?|soi-disant|prétendue?s?|llamad[ao]s?|supuest[ao]s?|cosiddett[aoie]|presunt[aoie]|sedicent[ei]|chamad[ao]s?|supost[ao]s?|zogenaamde?|zogeheten)\s+\P{L}$/iu
/** A word right after the marks, so that they stand before what they belong to: “sanctuary” policies. */
const GOES_ON = /^\P{L}\s+\p{L}/u
const LOOK_AROUND = 40

/** Whether marks in a paraphrase may be scare quotes: they set a few words apart, and nothing says that they quote. */
function isDoubtful({ start, end }: Span, { voice, cueWords }: Worded, text: string): boolean {
  const before = text.slice(Math.max(0, start - LOOK_AROUND), start)
  if (voice === 'DOCUMENT' || SO_CALLED.test(before)) return true
  const words = text.slice(start, end).match(WORD)?.length ?? 0
  if (words > MOST_SCARED || NAMES.test(cueWords ?? '')) return false
  if (BORROWS.test(before)) return true
  return words === 1 && GOES_ON.test(text.slice(end, end + LOOK_AROUND)) && !/\p{P}/u.test(text[end - 1] ?? '')
}

function hasWordsOutside(piece: Span, insides: readonly Span[], text: string): boolean {
  let from = piece.start
  let outside = ''
  for (const { start, end } of insides.toSorted((a, b) => a.start - b.start)) {
    outside += text.slice(from, Math.max(from, Math.min(start, piece.end)))
    from = Math.max(from, Math.min(end, piece.end))
  }
  outside += text.slice(from, piece.end)
  return outside.match(WORD) !== null
}
