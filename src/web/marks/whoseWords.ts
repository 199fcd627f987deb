/** A stretch of the text. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** A statement that another is reported inside of. */
export interface Around {
  readonly slug: string
  readonly ownWords: readonly (Stretch & { readonly wording: string })[]
}

/**
 * The nearest statement around one that quotes the words it stands in: what is reported there is in the words of its speaker,
 * not in those of whoever wrote the document.
 */
export function quotedAround<Outer extends Around>(
  content: Stretch | undefined,
  reportedIn: (Outer & { readonly reportedIn?: Outer | null }) | null,
): Outer | null {
  if (content === undefined || reportedIn === null) return null
  const around = [reportedIn, reportedIn.reportedIn].flatMap(outer => outer ?? [])
  return (
    around.find(({ ownWords }) =>
      ownWords.some(({ start, end, wording }) => wording === 'SPEAKER' && start <= content.start && end >= content.end),
    ) ?? null
  )
}

/** Whether marks around the words may be scare quotes: all of them, some, or none. */
export function doubtOf(ownWords: readonly { readonly wording: string }[]): 'ALL' | 'SOME' | 'NONE' {
  const doubtful = ownWords.filter(({ wording }) => wording === 'DOUBTFUL').length
  if (doubtful === 0) return 'NONE'
  return doubtful === ownWords.length ? 'ALL' : 'SOME'
}
