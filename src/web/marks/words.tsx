import type { ComponentChildren } from 'preact'
import type { HeldParts } from '../documents/fragments.ts'
import { HowHeld } from './howHeld.tsx'

/** Words of a statement, as far as it takes to show whose they are. */
export interface Quoted extends Partial<HeldParts> {
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

/** A stretch of words, and whether it is marked. */
interface Fragment {
  readonly text: string
  readonly matched: boolean
}

/**
 * Somebody's words: their own upright, in marks and tinted; the reporter's slanted, without marks; scare quotes underlined. Before
 * them stands how they are held, if they are not plainly affirmed.
 */
export function Words({ said, mark }: { readonly said: Quoted; readonly mark?: string }) {
  return <FoundWords said={said} fragments={fragmentsOf(said.text, mark)} />
}

/** The same, in the fragments that a search finds. */
export function FoundWords({
  said,
  fragments,
}: {
  readonly said: Omit<Quoted, 'text'>
  readonly fragments: readonly Fragment[]
}) {
  const text = fragments.map(fragment => fragment.text).join('')
  return (
    <>
      <HowHeld of={said} />
      <span class={`said ${voiceClass(said.voice)}`} dir="auto">
        {piecesOf({ ...said, text }).map(({ from, to, isOwn, isDoubtful }) => {
          const words = <Marked fragments={cut(fragments, from, to)} />
          if (isDoubtful) {
            return (
              <span class="doubtful" key={from} title={mayBeScareQuotes}>
                {words}
              </span>
            )
          }
          if (!isOwn) {
            return (
              <span class="para" key={from}>
                {words}
              </span>
            )
          }
          const isMarked = startsWithMark(text.slice(from))
          return (
            <q class="own" key={from}>
              {isMarked ? '' : '“'}
              {words}
              {isMarked ? '' : '”'}
            </q>
          )
        })}
      </span>
    </>
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
export function wordingIn(words: string, statement: Quoted): 'SPEAKER' | 'DOUBTFUL' | 'REPORTER' {
  if (statement.quotation === 'DIRECT') return 'SPEAKER'
  const around = piecesOf(statement).filter(({ from, to }) => statement.text.slice(from, to).includes(words))
  if (around.some(({ isOwn }) => isOwn)) return 'SPEAKER'
  return around.some(({ isDoubtful }) => isDoubtful) ? 'DOUBTFUL' : 'REPORTER'
}

function Marked({ fragments }: { readonly fragments: readonly Fragment[] }): ComponentChildren {
  // Pieces of one text, in order: the place is all that tells them apart.
  return fragments.map(({ text, matched }, index) => (matched ? <mark key={`${index}m`}>{text}</mark> : text))
}

function fragmentsOf(text: string, mark: string | undefined): Fragment[] {
  const at = mark ? text.indexOf(mark) : -1
  if (!mark || at < 0) return [{ text, matched: false }]
  return [
    { text: text.slice(0, at), matched: false },
    { text: mark, matched: true },
    { text: text.slice(at + mark.length), matched: false },
  ]
}

/** The fragments of a stretch of their text. */
function cut(fragments: readonly Fragment[], from: number, to: number): Fragment[] {
  let start = 0
  return fragments.flatMap(({ text, matched }) => {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    return part === '' ? [] : [{ text: part, matched }]
  })
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly isOwn: boolean
  readonly isDoubtful?: boolean
}

/** Pairs of quotation marks that stand in what is quoted in part. */
const quotedPart = /[“"„«][^”"“»]*(?:[”"“»]|$)/gu

function piecesOf({ quotation, text, ownWords = [] }: Quoted): Piece[] {
  if (quotation !== 'MIXED') return [{ from: 0, to: text.length, isOwn: quotation === 'DIRECT' }]
  const pieces: Piece[] = []
  let from = 0
  for (const { index, 0: part } of text.matchAll(quotedPart)) {
    if (index > from) pieces.push({ from, to: index, isOwn: false })
    const inMarks = ownWords.filter(({ exact }) => part.includes(exact))
    const isDoubtful = inMarks.length > 0 && inMarks.every(({ wording }) => wording === 'DOUBTFUL')
    pieces.push({ from: index, to: index + part.length, isOwn: !isDoubtful, isDoubtful })
    from = index + part.length
  }
  if (from < text.length) pieces.push({ from, to: text.length, isOwn: false })
  return pieces
}

function startsWithMark(text: string): boolean {
  return /^[“"„«]/u.test(text)
}
