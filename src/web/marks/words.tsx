import type { ComponentChildren } from 'preact'

/** Words of a statement, as far as it takes to show whose they are. */
export interface Quoted {
  readonly voice: string
  readonly quotation: string | null
  readonly text: string
  /** What stands in marks, and whether these may be scare quotes; where it is not given, nothing is doubted. */
  readonly ownWords?: readonly { readonly exact: string; readonly wording: string }[]
}

export const mayBeScareQuotes = 'may be scare quotes'

export function voiceClass(voice: string): string {
  return `v-${voice.toLowerCase()}`
}

/** Somebody's words: their own upright, in marks and tinted; the reporter's slanted, without marks; scare quotes underlined. */
export function Words({ said, mark }: { readonly said: Quoted; readonly mark?: string }) {
  return (
    <span class={`said ${voiceClass(said.voice)}`} dir="auto">
      {piecesOf(said).map(({ text, isOwn, isDoubtful }) =>
        isDoubtful ? (
          <span class="doubtful" key={text} title={mayBeScareQuotes}>
            <Marked text={text} mark={mark} />
          </span>
        ) : isOwn ? (
          <q class="own" key={text}>
            <Marked text={text} mark={mark} />
          </q>
        ) : (
          <span class="para" key={text}>
            <Marked text={text} mark={mark} />
          </span>
        ),
      )}
    </span>
  )
}

/** A few words out of a statement: a term, a wording of a number, the words of a frame. */
export function Phrase({
  words,
  of,
  wording = wordingIn(words, of),
}: {
  readonly words: string
  readonly of: Quoted
  readonly wording?: string | null
}) {
  if (wording === 'DOUBTFUL') {
    return (
      <>
        <span class={`said doubtful ${voiceClass(of.voice)}`} dir="auto">
          {words}
        </span>
        <span class="note"> {mayBeScareQuotes}</span>
      </>
    )
  }
  return <Words said={{ voice: of.voice, quotation: wording === 'SPEAKER' ? 'DIRECT' : 'INDIRECT', text: words }} />
}

/** Whose words they are, where the API gives the statement alone. */
function wordingIn(words: string, { quotation, text }: Quoted): 'SPEAKER' | 'REPORTER' {
  return quotation === 'DIRECT' || (quotation === 'MIXED' && standsInMarks(words, text)) ? 'SPEAKER' : 'REPORTER'
}

/** Whether a few words of a statement that is quoted in part are its speaker's own. */
export function standsInMarks(words: string, text: string): boolean {
  return piecesOf({ voice: 'AGENT', quotation: 'MIXED', text }).some(piece => piece.isOwn && piece.text.includes(words))
}

function Marked({ text, mark }: { readonly text: string; readonly mark: string | undefined }): ComponentChildren {
  const at = mark ? text.indexOf(mark) : -1
  if (!mark || at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{mark}</mark>
      {text.slice(at + mark.length)}
    </>
  )
}

interface Piece {
  readonly text: string
  readonly isOwn: boolean
  readonly isDoubtful?: boolean
}

/** Pairs of quotation marks that stand in what is quoted in part. */
const quotedPart = /[“"„«][^”"“»]*(?:[”"“»]|$)/gu

function piecesOf({ quotation, text, ownWords = [] }: Quoted): Piece[] {
  if (quotation === 'DIRECT') return [{ text: withMarks(text), isOwn: true }]
  if (quotation !== 'MIXED') return [{ text, isOwn: false }]
  const pieces: Piece[] = []
  let from = 0
  for (const { index, 0: part } of text.matchAll(quotedPart)) {
    if (index > from) pieces.push({ text: text.slice(from, index), isOwn: false })
    const inMarks = ownWords.filter(({ exact }) => part.includes(exact))
    const isDoubtful = inMarks.length > 0 && inMarks.every(({ wording }) => wording === 'DOUBTFUL')
    pieces.push({ text: part, isOwn: !isDoubtful, isDoubtful })
    from = index + part.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isOwn: false })
  return pieces
}

function withMarks(text: string): string {
  return /^[“"„«]/u.test(text) ? text : `“${text}”`
}
