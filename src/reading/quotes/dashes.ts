import type { QuotationSpan, Span } from '../../model/span.ts'

/** Languages whose dialogue begins with a dash. In others a dash at the head of a line is a list or a signature. */
const DIALOGUE: ReadonlySet<string> = new Set(
  'fr es pt it ca ro ru uk be bg sr mk pl cs sk hr sl hu fi sv nb no da et lv lt el tr vi'.split(' '),
)
/** There a comma parts what the narrator adds, and a dash within the line is the speaker's, or takes the speech up again. */
const WITHOUT_INSERTIONS: ReadonlySet<string> = new Set('fi sv nb nn no da'.split(' '))
const OPENING = /^\s*[—–―]\s*(?=\S)/u
/** A dash that sets off what the narrator puts in, or takes the speech up again: against a word on one side at most. */
const INNER = /(?<=\s)[—–―](?=\S)|(?<=\S)[—–―](?=\s|[.,;:!?]|$)|(?<=\s)[—–―](?=\s)/gu

/** The speech of a paragraph that begins with a dash, without what dashes set off as the narrator's. */
export function dashSpeech(text: string, { start, end }: Span, language: string): QuotationSpan[] {
  if (!DIALOGUE.has(language)) return []
  const line = text.slice(start, end)
  const opening = OPENING.exec(line)
  if (opening === null) return []
  const dash = line.search(/[—–―]/u)
  const inner = WITHOUT_INSERTIONS.has(language)
    ? []
    : Array.from(line.matchAll(INNER), match => match.index).filter(at => at > dash)
  const edges = [dash, ...inner, line.length]
  const speech: QuotationSpan[] = []
  for (let index = 0; index + 1 < edges.length; index += 2) {
    const from = edges[index] ?? 0
    const to = edges[index + 1] ?? line.length
    if (/[\p{L}\p{N}]/u.test(line.slice(from, to))) {
      speech.push({ start: start + from, end: start + to, closed: false, depth: 1, markLength: 1 })
    }
  }
  return speech
}
