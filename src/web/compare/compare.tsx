import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Comparison, compareRead, compareSaid } from '../documents/compare.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { Cautions } from '../marks/cautions.tsx'
import { Marks } from '../marks/help.tsx'
import { Agent } from '../marks/marks.tsx'
import { counted } from '../marks/names.ts'
import { choices } from '../marks/notes.ts'
import { setQuery } from '../place.ts'
import type { ViewProps } from '../view.ts'
import { About } from './about.tsx'
import { Choose } from './choose.tsx'
import { mostCompared } from './compareAddress.ts'
import { Contents } from './contents.tsx'
import { DistinctiveWords } from './distinctiveWords.tsx'
import { MarksIn, useMarksIn } from './marksIn.ts'
import { mostQuotations } from './mostQuotations.ts'
import { NumbersLine } from './numbersLine.tsx'
import { parts } from './parts.ts'
import { PartTable, tableOf } from './partTable.tsx'
import { numbersOf, QuotationsOnPaper, quotationsOf } from './quotations.tsx'
import { citedSources, Sources, useSources } from './sources.tsx'
import { aboutOf } from './subjects.ts'
import { useComparison } from './useComparison.ts'

const anybodys: ('SPEAKER' | 'REPORTER' | 'DOUBTFUL')[] = ['SPEAKER', 'REPORTER', 'DOUBTFUL']

/** What is printed: the tables with the quotations that they refer to, or the tables alone. */
type Printing = 'quotations' | 'tables'

/** Two to six speakers, side by side. */
export default function Compare({ place: { query } }: ViewProps) {
  const speakers = [...new Set((query.get('speakers') ?? '').split(',').filter(Boolean))].slice(0, mostCompared)
  const about = aboutOf(query)
  // Paper has no link to the rest: all quotations are there before it is printed. The address stays as it is.
  const [printing, setPrinting] = useState<Printing | null>(null)
  const isWhole = query.get('quotations') === 'all' || printing === 'quotations'
  const variables = {
    speakers,
    about,
    ...(query.get('words') === 'any' ? { wording: anybodys } : {}),
    ...(isWhole ? { quotations: mostQuotations } : {}),
  }
  const asked = useComparison(speakers.length > 1 ? variables : null)
  const sources = useSources(speakers, query)
  useTitle('Compare')
  const isReady = printing !== null && asked.data !== null && !asked.isWaiting
  useEffect(() => {
    if (!isReady) return
    const end = () => setPrinting(null)
    addEventListener('afterprint', end, { once: true })
    print()
    return () => removeEventListener('afterprint', end)
  }, [isReady, printing])
  return (
    <>
      {speakers.length === 0 ? null : <p class="kicker">Compared</p>}
      <Choose speakers={speakers} />
      <About query={query} />
      {speakers.length < 2 ? (
        <p class="empty">Choose two to six speakers.</p>
      ) : (
        <Answer asked={asked} what="the comparison">
          {comparison => (
            <div class={printing === 'tables' ? 'tables-alone' : undefined}>
              <Compared comparison={comparison} sources={sources} query={query} />
            </div>
          )}
        </Answer>
      )}
      {speakers.length < 2 || !asked.data ? null : (
        <Evidence
          hasPicture
          prints={[
            { name: 'Print with all quotations', print: () => setPrinting('quotations') },
            { name: 'Print the tables alone', print: () => setPrinting('tables') },
          ]}
          name={`compare-${speakers.join('-')}`}
          cited={{
            title: `Compared: ${asked.data.speakers.map(({ speaker }) => speaker.name).join(', ')}`,
            ...(about
              ? {
                  note: `about ${Object.entries(about)
                    .map(([name, value]) => `${name} ${value}`)
                    .join(', ')}`,
                }
              : {}),
            places: citedSources(sources),
          }}
          questions={[
            question(compareSaid, variables, 'what they say'),
            question(compareRead, variables, 'how they are read'),
          ]}
          table={() => tableOf(asked.data ?? undefined)}
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
  const quotations = useMemo(() => quotationsOf(comparison), [comparison])
  const numbers = useMemo(() => numbersOf(quotations), [quotations])
  const marks = useMarksIn(comparison)
  return (
    <MarksIn.Provider value={marks}>
      <p class="lede">
        Upright and in marks: the speaker’s own words. <i class="para">Slanted, without marks: the reporter’s</i>, and
        so not evidence of what the speaker calls a thing. “Nothing coded” is not silence.
        <span class="refs">
          {' '}
          An empty square: nothing coded{ofAnybody ? '' : ', or nothing in their own words'}. Numbers in brackets lead
          to the quotations at the end.
        </span>
      </p>
      <Marks kinds={['wording', 'basis', 'line']} />
      <p class="checks">
        <label class="check">
          <input type="checkbox" checked={ofAnybody} onChange={() => setQuery({ words: ofAnybody ? null : 'any' })} />{' '}
          {choices.anybodys}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={differOnly}
            onChange={() => setQuery({ differ: differOnly ? null : 'yes' })}
          />{' '}
          Only where they differ
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={query.get('quotations') === 'all'}
            onChange={({ currentTarget }) => setQuery({ quotations: currentTarget.checked ? 'all' : null })}
          />{' '}
          All quotations of a cell
        </label>
      </p>
      <Cautions notes={notes} />
      <Contents comparison={comparison} />
      <NumbersLine comparison={comparison} query={query} />
      <ul class="compared">
        {speakers.map(({ speaker, statementCount }) => (
          <li key={speaker.slug}>
            <Agent agent={speaker} />
            <p class="note">{counted(statementCount, 'statement')}</p>
          </li>
        ))}
      </ul>
      {parts.map(part => (
        <PartTable
          key={part.name}
          part={part}
          comparison={comparison}
          ownOnly={!ofAnybody}
          differOnly={differOnly}
          numbers={numbers}
        />
      ))}
      <QuotationsOnPaper speakers={speakers} quotations={quotations} />
      <DistinctiveWords speakers={speakers.map(({ speaker }) => speaker)} query={query} />
      <Sources asked={sources} />
    </MarksIn.Provider>
  )
}
