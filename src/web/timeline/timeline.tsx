import { useMemo } from 'preact/hooks'
import { type TimeOfLine, timelinePage } from '../documents/timeline.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, Empty, More } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { type Condition, Filters, sayConditions } from '../lists/filters.tsx'
import { ByAccount } from '../marks/byAccount.tsx'
import { Basis, Concluded, statementAddress, TimeMark } from '../marks/marks.tsx'
import { counted } from '../marks/names.ts'
import { shownNumber } from '../number/shown.ts'
import { addressOf } from '../place.ts'
import { usePages } from '../usePages.ts'
import type { ViewProps } from '../view.ts'
import { TimeAxis } from './axis.tsx'
import { Forms } from './forms.tsx'

const conditions: readonly Condition[] = [
  { name: 'in', label: 'Overlapping', hint: '2024, 2023-05/2024' },
  { name: 'words', label: 'Worded', hint: 'words of the text' },
  { name: 'document', label: 'In the document', isSet: true },
]

/** Dates with their uncertainty, and what the texts leave open in a lane of its own. */
export default function Timeline({ place: { query } }: ViewProps) {
  useTitle('Timeline')
  const document = query.get('document')
  const dataset = query.get('dataset')
  const within = query.get('in')
  const words = query.get('words')
  const variables = {
    filter: {
      ...(document ? { document } : {}),
      ...(dataset ? { dataset } : {}),
      ...(within ? { when: { overlaps: within } } : {}),
      ...(words ? { words: { contains: words } } : {}),
    },
  }
  const list = usePages(timelinePage, variables, data => data.times)
  const places = usePlaces({ times: variables.filter })
  const dated = useMemo(
    () =>
      list.items
        .filter(({ edtf }) => edtf !== null)
        .toSorted((a, b) => (a.earliest ?? '').localeCompare(b.earliest ?? '')),
    [list.items.length, list.first.data],
  )
  const open = list.items.filter(({ edtf }) => edtf === null)
  return (
    <>
      <h1>Timeline</h1>
      <p class="lede">
        Times that have a date stand on the axis. Those without stand in a lane of their own: Dixit does not guess which
        Friday.
      </p>
      <Filters withDataset query={query} conditions={conditions} />
      <Answer asked={list.first} what="the times">
        {({ times: { totalCount } }) => (
          <>
            {totalCount === 0 ? <Empty>No time is coded here. Fewer conditions find more.</Empty> : null}
            {dated.length === 0 ? null : (
              <section class="band">
                <h2>{counted(dated.length, 'time')} with a date</h2>
                <TimeAxis times={dated} />
                <ul class="times">
                  {dated.map(time => (
                    <TimeItem time={time} key={time.slug} />
                  ))}
                </ul>
              </section>
            )}
            {open.length === 0 ? null : (
              <section class="lane" aria-label="Left open by the text">
                <h2>{counted(open.length, 'time')} left open by the text, in text order</h2>
                <ul class="times">
                  {open.map(time => (
                    <TimeItem time={time} key={time.slug} />
                  ))}
                </ul>
              </section>
            )}
            <More list={list} of={totalCount} />
          </>
        )}
      </Answer>
      <Forms />
      <Evidence
        hasPicture
        name="times"
        cited={{ title: 'Timeline: times in the graph', note: sayConditions(conditions, query, true), places }}
        questions={[question(timelinePage, variables)]}
        table={async () => ({
          header: ['words', 'edtf', 'earliest', 'latest', 'basis', 'reason', 'document', 'start', 'end'],
          rows: (await list.all(5_000)).map(
            ({ words, edtf, earliest, latest, basis, reason, document: text, passage }) => [
              words,
              edtf,
              earliest,
              latest,
              basis,
              reason,
              text?.slug,
              passage?.start,
              passage?.end,
            ],
          ),
        })}
      />
    </>
  )
}

function TimeItem({ time }: { readonly time: TimeOfLine }) {
  const { passage, document, statements, figures, edtf, basis, reason } = time
  return (
    <li>
      <p>
        <span class="said para">…{passage?.prefix.replace(/^\S*\s/, '')}</span>
        {document && passage ? (
          <a href={`${addressOf('Document', document.slug)}?chars=${passage.start}-${passage.end}`}>
            <TimeMark time={time} />
          </a>
        ) : (
          <TimeMark time={time} />
        )}
      </p>
      {edtf ? <p class="mono">{edtf}</p> : null}
      <p class="note">
        {statements.totalCount + figures.totalCount === 0 ? 'no coded statement or figure has this date' : 'dates '}
        {statements.nodes.map(({ slug, speaker, speakerBasis, speakerReason, reportedIn }, index) => (
          <span key={slug}>
            {index > 0 ? ', ' : ''}
            <a href={statementAddress(slug)}>a statement{speaker ? ` of ${speaker.name}` : ''}</a>
            {speaker ? <Concluded of="speaker" basis={speakerBasis} reason={speakerReason} /> : null}
            <ByAccount of={reportedIn} />
          </span>
        ))}
        {statements.totalCount > statements.nodes.length
          ? ` and ${statements.totalCount - statements.nodes.length} more`
          : ''}
        {figures.nodes.map((figure, index) => (
          <span key={figure.slug}>
            {index > 0 || statements.nodes.length > 0 ? ', ' : ''}
            <a href={addressOf('Figure', figure.slug)} title={figure.label}>
              {shownNumber(figure)}
            </a>
          </span>
        ))}
      </p>
      <p class="meta">
        <Basis basis={basis} reason={reason} />
      </p>
    </li>
  )
}
