import { useMemo } from 'preact/hooks'
import { type Comparison, compareNumbers } from '../documents/compare.ts'
import { numberWording } from '../marks/marks.tsx'
import { hasPlace, lineRow } from '../number/lineRow.ts'
import { NumberLine } from '../number/numberLine.tsx'
import { useAnswer } from '../useAnswer.ts'
import { conditionOf } from './subjects.ts'

/** Each speaker's numbers on one line. */
export function NumbersLine({
  comparison: { speakers },
  query,
}: {
  readonly comparison: Comparison
  readonly query: URLSearchParams
}) {
  const slugs = speakers.map(({ speaker }) => speaker.slug)
  // As in the tables: what others only report of a speaker is left out, and so are the reporter's words unless they are asked for.
  const filter = {
    statementMatches: {
      and: [{ or: slugs.map(speaker => ({ speaker })) }, { hasReportedIn: false }, conditionOf(query)],
    },
    ...(query.get('words') === 'any' ? {} : { wording: ['SPEAKER' as const] }),
  }
  const asked = useAnswer(compareNumbers, { filter })
  const rows = useMemo(
    () =>
      (asked.data?.figureMentions.nodes ?? [])
        .flatMap(({ statement, ...mention }) =>
          statement?.speaker ? [{ ...mention, statement, speaker: statement.speaker }] : [],
        )
        .sort((a, b) => slugs.indexOf(a.speaker.slug) - slugs.indexOf(b.speaker.slug))
        .slice(0, 24)
        .map(mention => {
          const { wording, statement, speaker, figure } = mention
          const label = `${speaker.name}${numberWording(wording, statement)} · ${figure?.label ?? ''}`
          return lineRow(mention, label)
        }),
    [asked.data],
  )
  if (!rows.some(hasPlace)) return null
  return (
    <details class="line-of" open={rows.length <= 12}>
      <summary>Their numbers on a line</summary>
      <NumberLine rows={rows} />
      <p class="note">They may count different things: the table says what each counts.</p>
    </details>
  )
}
