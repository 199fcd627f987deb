import { useMemo } from 'preact/hooks'
import { type Comparison, compareNumbers, comparePage } from '../documents/compare.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { Marks } from '../marks/help.tsx'
import { Agent, numberWording } from '../marks/marks.tsx'
import { counted } from '../marks/names.ts'
import { noteOnPage } from '../marks/notes.ts'
import { hasPlace, lineRow } from '../number/lineRow.ts'
import { NumberLine } from '../number/numberLine.tsx'
import { setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'
import { About } from './about.tsx'
import { Choose } from './choose.tsx'
import { DistinctiveWords } from './distinctiveWords.tsx'
import { parts } from './parts.ts'
import { PartTable, tableOf } from './partTable.tsx'
import { citedSources, Sources, useSources } from './sources.tsx'
import { aboutOf, conditionOf } from './subjects.ts'

const anybodys: ('SPEAKER' | 'REPORTER' | 'DOUBTFUL')[] = ['SPEAKER', 'REPORTER', 'DOUBTFUL']

/** Two to six speakers, side by side. */
export default function Compare({ place: { query } }: ViewProps) {
  const speakers = [...new Set((query.get('speakers') ?? '').split(',').filter(Boolean))].slice(0, 6)
  const about = aboutOf(query)
  const variables = { speakers, about, ...(query.get('words') === 'any' ? { wording: anybodys } : {}) }
  const asked = useAnswer(comparePage, speakers.length > 1 ? variables : null)
  const sources = useSources(speakers, query)
  useTitle('Compare')
  return (
    <>
      <p class="kicker">Compared</p>
      <Choose speakers={speakers} />
      <About query={query} />
      {speakers.length < 2 ? (
        <p class="empty">Choose two speakers at least, and six at most.</p>
      ) : (
        <Answer asked={asked} what="the comparison">
          {({ compareFraming }) => <Compared comparison={compareFraming} sources={sources} query={query} />}
        </Answer>
      )}
      {speakers.length < 2 || !asked.data ? null : (
        <Evidence
          hasPicture
          name={`compare-${speakers.join('-')}`}
          cited={{
            title: `Compared: ${asked.data.compareFraming.speakers.map(({ speaker }) => speaker.name).join(', ')}`,
            ...(about
              ? {
                  note: `about ${Object.entries(about)
                    .map(([name, value]) => `${name} ${value}`)
                    .join(', ')}`,
                }
              : {}),
            places: citedSources(sources),
          }}
          questions={[question(comparePage, variables)]}
          table={() => tableOf(asked.data?.compareFraming)}
        />
      )}
    </>
  )
}

function Compared({
  comparison,
  sources,
  query,
}: {
  readonly comparison: Comparison
  readonly sources: ReturnType<typeof useSources>
  readonly query: URLSearchParams
}) {
  const { speakers, notes } = comparison
  const ofAnybody = query.get('words') === 'any'
  const differOnly = query.get('differ') === 'yes'
  return (
    <>
      <p class="lede">
        Upright and in marks: the speaker’s own words. <i class="para">Slanted, without marks: the reporter’s</i>, and
        so no evidence of what the speaker calls a thing. “Nothing coded” is not silence.
      </p>
      <Marks kinds={['wording', 'basis', 'line']} />
      <p class="checks">
        <label class="check">
          <input type="checkbox" checked={ofAnybody} onChange={() => setQuery({ words: ofAnybody ? null : 'any' })} />{' '}
          Count words of a reporter, and those of which it is not known, too
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={differOnly}
            onChange={() => setQuery({ differ: differOnly ? null : 'yes' })}
          />{' '}
          Only where they differ
        </label>
      </p>
      {notes.map(note => (
        <p class="caution" key={note}>
          {noteOnPage(note)}
        </p>
      ))}
      <Line comparison={comparison} query={query} />
      <ul class="compared">
        {speakers.map(({ speaker, statementCount }) => (
          <li key={speaker.slug}>
            <Agent agent={speaker} />
            <p class="note">{counted(statementCount, 'statement')}</p>
          </li>
        ))}
      </ul>
      {parts.map(part => (
        <PartTable key={part.name} part={part} comparison={comparison} ownOnly={!ofAnybody} differOnly={differOnly} />
      ))}
      <DistinctiveWords speakers={speakers.map(({ speaker }) => speaker)} query={query} />
      <Sources asked={sources} />
    </>
  )
}

/** Each speaker's numbers on one line. */
function Line({
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
      <p class="note">They need not count the same: the table says what each counts.</p>
    </details>
  )
}
