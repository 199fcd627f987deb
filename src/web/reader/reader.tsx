import { useMemo } from 'preact/hooks'
import { compareAddress } from '../compare/compareAddress.ts'
import {
  type ReaderAnnotation,
  type ReaderDocument,
  readerAnnotations,
  readerPage,
  readerStatements,
  readerUncovered,
  type StatementMarks,
} from '../documents/reader.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, NotFound, Problem, Waiting } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { Byline } from '../marks/byline.tsx'
import { Marks } from '../marks/help.tsx'
import { speakerName } from '../marks/marks.tsx'
import { counted, inDigits } from '../marks/names.ts'
import { addressOf, setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'
import { type EveryPage, useEveryPage } from './everyPage.ts'
import { markingOf } from './marking.ts'
import { Panel } from './panel.tsx'
import { type Steps, useSteps } from './steps.ts'
import { Text } from './text.tsx'
import { offsetsOf } from './textOffsets.ts'

/** A document with every annotation. */
export default function Reader({ rest: [, slug = ''], place }: ViewProps) {
  const asked = useAnswer(readerPage, { slug })
  return (
    <Answer asked={asked} what="the document">
      {({ document }) =>
        document ? (
          <Document document={document} query={place.query} />
        ) : (
          <NotFound what={`There is no document “${slug}” in this graph.`} />
        )
      }
    </Answer>
  )
}

export function Document({ document, query }: { readonly document: ReaderDocument; readonly query: URLSearchParams }) {
  const { slug, text, title } = document
  const head = title ?? `${text.trim().split(/\s+/).slice(0, 12).join(' ')}…`
  useTitle(head)
  const all = useEveryPage(readerStatements, slug, data => data.document?.statements)
  const annotations = useEveryPage(readerAnnotations, slug, data => data.document?.annotations)
  const coders = useMemo(
    () => [...new Map(all.items.flatMap(({ coder }) => (coder ? [[coder.slug, coder.name]] : [])))],
    [all.items],
  )
  // Where several coders have read it, one reading is shown, unless others are asked for beside it.
  const chosen = query.get('coders')?.split(',') ?? coders.slice(0, 1).map(([coder]) => coder)
  const readings = coders.length > 1 && chosen.length > 0 ? chosen : [null]
  const speakers = mostFrequent(
    all.items.flatMap(({ speaker, reportedIn }) => (speaker && !reportedIn ? [speaker.slug] : [])),
  )
  const uncovered = useAnswer(readerUncovered, { slug })
  const markings = useMemo(
    () =>
      readings.map(coder => {
        const statements = coder === null ? all.items : all.items.filter(statement => statement.coder?.slug === coder)
        // Beside each other, readings are shown for what they differ in: numbers, times and gaps are the document's.
        const [others, gaps] =
          readings.length === 1 ? [annotations.items, uncovered.data?.document?.uncovered ?? []] : [[], []]
        return { coder, statements, marking: markingOf(text, statements, others, gaps) }
      }),
    [text, all.items, annotations.items, uncovered.data, query.get('coders')],
  )
  // All marks come at once: boxes around numbers and times move the words, and a text without them would look finished.
  const isMarked = all.total !== undefined && annotations.total !== undefined
  const failed = [all, annotations].find(({ error }) => error !== null)
  const selected = query.get('statement')
  const select = (statement: string | null) => setQuery({ statement })
  const steps = useSteps({
    statements: markings[0]?.statements ?? [],
    selected,
    select,
    numbers: markings[0]?.marking.numbers ?? [],
    uncovered: markings[0]?.marking.uncovered ?? [],
  })
  const at = offsetsOf(text)
  const [start, end] = (query.get('chars') ?? '').split('-').map(Number)
  const found = start !== undefined && end !== undefined && end > start ? { start: at(start), end: at(end) } : null
  return (
    <>
      <header class="dochead">
        <p class="kicker">
          <Byline authors={document.authors} />
          {document.authors.length > 0 ? ' · ' : null}
          <bdi>{document.publisher?.name ?? 'publisher not given'}</bdi>
          {[
            '',
            document.published ?? 'no date in the text',
            new Intl.DisplayNames('en', { type: 'language' }).of(document.language),
            `${inDigits(document.length)} characters`,
          ].join(' · ')}
          {document.dataset ? (
            <>
              {' · '}
              <a href={addressOf('Dataset', document.dataset.slug)}>{document.dataset.name}</a>
            </>
          ) : null}
        </p>
        <h1 class="said" dir="auto">
          {head}
        </h1>
        {title === null ? <p class="note">The text has no title: these are its first words.</p> : null}
        <p class="toc note">
          <a href={`/statements?document=${slug}`}>Statements</a>
          <a href={`/figures?document=${slug}`}>Numbers</a>
          <a href={`/timeline?document=${slug}`}>Times</a>
          <a href={`/network?document=${slug}`}>Network</a>
          {speakers.length > 1 ? (
            <a href={`${compareAddress(speakers)}&document=${slug}`}>Compare the speakers</a>
          ) : null}
        </p>
        <p class="keys note">
          <kbd>j</kbd> <kbd>k</kbd> next and previous statement · <kbd>n</kbd> number · <kbd>u</kbd> unannotated text ·{' '}
          <kbd>Esc</kbd> close
        </p>
        <Marks kinds={['voices', 'wording', 'text', 'basis']} />
        {coders.length > 1 ? <Coders coders={coders} chosen={chosen} /> : null}
        <p class="note" role="status">
          {isMarked ? <Marked statements={all} annotations={annotations} /> : '\u00a0'}
        </p>
      </header>
      <div class={`reader${selected ? ' opened' : ''}${markings.length > 1 ? ' several' : ''}`}>
        <div class="readings">
          {failed?.error ? <Problem error={failed.error} again={failed.again} /> : null}
          {isMarked || failed ? null : <Waiting what="who speaks, the numbers and the times" />}
          {(isMarked || failed ? markings : []).map(({ coder, statements, marking }) => {
            const name = coders.find(([known]) => known === coder)?.[1]
            return (
              <section key={coder ?? ''}>
                {name ? <h2 class="small">{name}</h2> : null}
                <Text
                  text={text}
                  marking={marking}
                  statements={statements}
                  selected={selected}
                  found={found}
                  select={select}
                  {...(name ? { name } : {})}
                />
              </section>
            )
          })}
        </div>
        <section class="panel" aria-label="Selected statement" tabIndex={-1}>
          <StepButtons steps={steps} isLoading={!isMarked && !failed} />
          {selected === null ? (
            <p class="note">
              Choose a statement, in the text or in the margin. You will see here who says it, in whose words, how that
              is known, and what it is about.
            </p>
          ) : (
            <Panel slug={selected} select={select} />
          )}
        </section>
      </div>
      <Evidence
        name={slug}
        cited={{ title: head }}
        node={selected === null ? `Document/${slug}` : `Statement/${selected}`}
        questions={[question(readerPage, { slug }, 'the text'), question(readerStatements, { slug }, 'its statements')]}
        table={() => ({
          header: [
            'statement',
            'voice',
            'speaker',
            'quotation',
            'basis',
            'text',
            'start',
            'end',
            'coder',
            'reportedIn',
          ],
          rows: all.items.map(statement => [
            statement.slug,
            statement.voice,
            speakerName(statement),
            statement.quotation,
            statement.basis,
            statement.text,
            statement.content?.fragments[0]?.start,
            statement.content?.fragments.at(-1)?.end,
            statement.coder?.name,
            statement.reportedIn?.slug,
          ]),
        })}
      />
    </>
  )
}

/** How much of what is coded the text shows by now. */
function Marked({
  statements,
  annotations,
}: {
  readonly statements: EveryPage<StatementMarks>
  readonly annotations: EveryPage<ReaderAnnotation>
}) {
  const { items, total = 0 } = statements
  if (items.length < total || annotations.items.length < (annotations.total ?? 0)) {
    return `${inDigits(items.length)} of ${counted(total, 'statement')} and what belongs to them are marked so far.`
  }
  const ofKind = (kind: ReaderAnnotation['kind']) => annotations.items.filter(one => one.kind === kind).length
  return `${counted(total, 'statement')}, ${counted(ofKind('FIGURE_MENTION'), 'number')} and ${counted(ofKind('TIME_EXPRESSION'), 'time')} are marked.`
}

function StepButtons({
  steps: { place, total, next, back },
  isLoading,
}: {
  readonly steps: Steps
  readonly isLoading: boolean
}) {
  return (
    <p class="steps">
      <button type="button" class="btn" onClick={back}>
        <kbd>k</kbd> back
      </button>
      <span role="status">
        {isLoading ? 'loading…' : place === null ? counted(total, 'statement') : `Statement ${place} of ${total}`}
      </span>
      <button type="button" class="btn" onClick={next}>
        next <kbd>j</kbd>
      </button>
    </p>
  )
}

/** Which coders' readings are shown: all in one, or some side by side. */
function Coders({
  coders,
  chosen,
}: {
  readonly coders: readonly (readonly [string, string])[]
  readonly chosen: readonly string[]
}) {
  const toggle = (slug: string) => {
    const next = chosen.includes(slug) ? chosen.filter(one => one !== slug) : [...chosen, slug]
    setQuery({ coders: next.join(',') })
  }
  return (
    <fieldset class="coders">
      <legend>Readings side by side</legend>
      {coders.map(([slug, name]) => (
        <label class="check" key={slug}>
          <input type="checkbox" checked={chosen.includes(slug)} onChange={() => toggle(slug)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

/** The most frequent first. */
function mostFrequent(slugs: readonly string[]): string[] {
  return [...Map.groupBy(slugs, slug => slug)].sort(([, a], [, b]) => b.length - a.length).map(([slug]) => slug)
}
