import type { ComparedMention } from '../analysis/framedFigures.ts'
import { rangeOf } from '../model/intervals.ts'
import { unitFor } from '../model/plural.ts'
import { Basis, valuesOf } from '../model/vocabulary.ts'
import { concludedMark } from '../model/whoSaid.ts'
import { wrapped } from './wrapped.ts'

/** How many rows one picture has: more cannot be read. */
export const mostRows = 40
/** The most characters in a line of the column of words. */
const lineLength = 46

/** One row: a wording of a number, as often as the same speaker gives it in the same words. */
export interface LineRow {
  /** The speaker, at the first of the speaker's rows alone: those that the document does not state stand apart, marked. */
  readonly name: string | null
  readonly lines: readonly string[]
  readonly compared: ComparedMention
}

/** The numbers of one unit, on a line of their own: dollars never stand on the line of people. */
export interface LinePanel {
  readonly title: string
  readonly rows: readonly LineRow[]
}

/** The panels of a picture, those that most speakers share first, and how many wordings stand in them. */
export function panelsOf(
  speakers: readonly { readonly slug: string; readonly name: string }[],
  mentions: readonly ComparedMention[],
): { readonly panels: readonly LinePanel[]; readonly shown: number } {
  const byUnit = [...Map.groupBy(mentions, ({ unit }) => unit)].sort(
    ([oneUnit, one], [otherUnit, other]) =>
      Number(otherUnit !== null) - Number(oneUnit !== null) ||
      speakersIn(other) - speakersIn(one) ||
      other.length - one.length,
  )
  const panels: LinePanel[] = []
  let [room, shown] = [mostRows, 0]
  for (const [unit, ofUnit] of byUnit) {
    const voices = speakers.flatMap(({ slug, name }) =>
      valuesOf(Basis).map(basis => ({ slug, basis, name: `${name}${concludedMark(basis)}` })),
    )
    const rows = voices.flatMap(({ slug, basis, name }) => {
      const own = ofUnit.filter(({ speaker, speakerBasis }) => speaker.slug === slug && speakerBasis === basis)
      const alike = [...Map.groupBy(own, ({ mention }) => mention.words.toLowerCase()).values()]
      return alike
        .sort((one, other) => startOf(one) - startOf(other))
        .flatMap(([compared, ...others], index) =>
          compared ? [{ name: index === 0 ? name : null, compared, count: others.length + 1 }] : [],
        )
    })
    const taken = rows.slice(0, room)
    if (taken.length === 0) break
    room -= taken.length
    shown += taken.reduce((sum, { count }) => sum + count, 0)
    panels.push({ title: titleOf(unit), rows: taken.map(row => ({ ...row, lines: wordsOf(row) })) })
  }
  return { panels, shown }
}

function speakersIn(mentions: readonly ComparedMention[]): number {
  return new Set(mentions.map(({ speaker }) => speaker.slug)).size
}

function startOf([compared]: readonly ComparedMention[]): number {
  if (compared === undefined) return 0
  const { about, lower, upper } = rangeOf(compared.mention)
  return about?.[0] ?? lower ?? upper ?? 0
}

function titleOf(unit: string | null): string {
  if (unit === null) return 'without a unit: what is counted stands behind the words'
  return { share: 'shares of a whole', time: 'times as much or as often' }[unit] ?? `in ${unitFor(null, unit)}`
}

/** The words, in marks where they are the speaker's own, with what they count where they do not say it themselves. */
function wordsOf({ compared: { mention, counted }, count }: { compared: ComparedMention; count: number }): string[] {
  const { words, wording } = mention
  const shown = wording === 'SPEAKER' ? `“${words}”` : words
  const saysIt = counted === null || words.toLowerCase().includes(counted.toLowerCase())
  return wrapped(`${shown}${saysIt ? '' : ` · ${counted}`}${count > 1 ? ` (${count} times)` : ''}`, lineLength)
}
