import { useMemo } from 'preact/hooks'
import { type FigureOfPage, figurePage, type Relation, type Voiced } from '../documents/number.ts'
import type { Table } from '../frame/csv.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, NotFound } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { Marks } from '../marks/help.tsx'
import { heldOf } from '../marks/howHeld.tsx'
import { Basis, Concluded, Nothing, numberWording, Speaker, speakerName, TimeMark } from '../marks/marks.tsx'
import { inWords, relationNames, timesOver } from '../marks/names.ts'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'
import { type LineRow, lineRow } from './lineRow.ts'
import { NumberLine } from './numberLine.tsx'
import { CompareThem, useOthers, Without } from './others.tsx'
import { shownNumber, unitShown } from './shown.ts'
import { SumBar } from './sumBar.tsx'
import { Voices } from './voices.tsx'
import { commitment } from './wording.ts'

/** Who said what about this number. */
export default function FigureView({ rest: [, slug = ''] }: ViewProps) {
  const asked = useAnswer(figurePage, { slug })
  return (
    <Answer asked={asked} what="the number">
      {({ figure }) =>
        figure ? <Figure figure={figure} /> : <NotFound what={`There is no figure “${slug}” in this graph.`} />
      }
    </Answer>
  )
}

function Figure({ figure }: { readonly figure: FigureOfPage }) {
  const name = shownNumber(figure, figure.unit)
  useTitle(`Who said what about ${name}?`)
  const beside = useMemo(() => besideOf(figure), [figure])
  const rows = useMemo(() => beside.map(rowOf), [beside])
  const mentions = beside.map(({ mention }) => mention)
  const speakers = [...new Set(mentions.flatMap(({ statement }) => statement?.speaker?.slug ?? []))]
  const others = useOthers(figure, speakers)
  const sources = [
    ...new Map(mentions.flatMap(({ statement }) => (statement ? [[speakerName(statement), statement]] : []))).values(),
  ]
  return (
    <>
      <header class="numhead">
        <div>
          <p class="kicker">Number</p>
          <h1 class="number">{name}</h1>
          <p class="lede" dir="auto">
            {figure.label}
          </p>
        </div>
        <Facts figure={figure} sources={sources} isAlone={beside.every(({ isSelf }) => isSelf)} />
      </header>
      <section class="band">
        <h2>On a line</h2>
        <p class="note">
          Each row is one wording: of this number, and of those that the text or a curator sets beside it.
        </p>
        <NumberLine rows={rows} guide={figure.value} />
        <Marks kinds={['line', 'wording', 'voices', 'basis']} />
      </section>
      <section class="band">
        <h2>How it is related to other numbers</h2>
        <Relations figure={figure} />
      </section>
      <section class="band">
        <h2>Each voice, in its words</h2>
        {speakers.length === 0 ? null : (
          <CompareThem speakers={[...speakers, ...(others.data ? others.data.map(({ slug }) => slug) : [])]} />
        )}
        <Voices mentions={mentions} />
        <Answer asked={others} what="the others">
          {agents => <Without agents={agents} />}
        </Answer>
      </section>
      <Evidence
        hasPicture
        name={figure.slug.replaceAll('/', '-')}
        cited={{ title: `Who said what about ${name}` }}
        node={`Figure/${figure.slug}`}
        questions={[question(figurePage, { slug: figure.slug })]}
        feed={{ figures: { slug: { eq: figure.slug } } }}
        table={() => tableOf(beside)}
        {...reportedOf(beside.find(({ isSelf }) => isSelf)?.mention)}
      />
    </>
  )
}

function reportedOf(mention: Voiced | undefined) {
  if (!mention?.statement) return {}
  const { slug, text, speaker } = mention.statement
  return {
    reported: { what: `“${mention.words}” in: ${text}`, url: location.href, statement: { slug, text, speaker } },
  }
}

function Facts({
  figure,
  sources,
  isAlone,
}: {
  readonly figure: FigureOfPage
  /** Whether no wording of another number is set beside it. */
  readonly isAlone: boolean
  readonly sources: readonly NonNullable<Voiced['statement']>[]
}) {
  const { unit, population, conditions, time, timeRelation, referent, mentions } = figure
  return (
    <dl class="facts">
      <dt>Counts</dt>
      <dd dir="auto">
        {[unitShown(unit), population].filter(Boolean).join('; ') || <Nothing>not said</Nothing>}
        <Concluded of="population" basis={figure.populationBasis} reason={figure.populationReason} />
      </dd>
      {conditions.length > 0 ? (
        <>
          <dt>Conditions</dt>
          <dd>
            {conditions.map(({ aspect, value, basis, reason }, index) => (
              <span key={aspect}>
                {index > 0 ? ' · ' : ''}
                {aspect}: {value}
                <Concluded basis={basis} reason={reason} />
              </span>
            ))}
          </dd>
        </>
      ) : null}
      {referent ? (
        <>
          <dt>Of</dt>
          <dd>
            <a href={addressOf('Referent', referent.slug)} dir="auto">
              {referent.label}
            </a>
          </dd>
        </>
      ) : null}
      <dt>{timeRelation === 'DURING' ? 'During' : 'As of'}</dt>
      <dd>
        {time ? (
          <>
            <TimeMark time={time} />
            <Concluded of="which time" basis={figure.timeBasis} reason={figure.timeReason} />{' '}
            {time.edtf ? <span class="mono">{time.edtf}</span> : null} <Basis basis={time.basis} reason={time.reason} />
          </>
        ) : (
          <Nothing>no time given</Nothing>
        )}
      </dd>
      <dt>Worded</dt>
      <dd>
        {timesOver(mentions.totalCount)}
        {isAlone ? ' by ' : '; with the numbers set beside it, by '}
        {sources.map((statement, index) => (
          <span key={statement.slug}>
            {index > 0 ? ', ' : ''}
            <Speaker of={statement} />
          </span>
        ))}
      </dd>
    </dl>
  )
}

function Relations({ figure }: { readonly figure: FigureOfPage }) {
  const relations = [...figure.relations.nodes, ...figure.relatedBy.nodes]
  if (relations.length === 0) return <Nothing>no relation to another number is coded</Nothing>
  const sums = Map.groupBy(
    relations.filter(({ kind }) => kind === 'SUM_OF'),
    ({ subject }) => subject?.slug,
  )
  return (
    <ul class="relations">
      {[...sums.values()].map(([sum]) => (sum ? <RelationItem relation={sum} figure={figure} key={sum.slug} /> : null))}
      {relations
        .filter(({ kind }) => kind !== 'SUM_OF')
        .map(relation => (
          <RelationItem relation={relation} figure={figure} key={relation.slug} />
        ))}
    </ul>
  )
}

function RelationItem({ relation, figure }: { readonly relation: Relation; readonly figure: FigureOfPage }) {
  const { kind, explanation, basis, reason, subject, object } = relation
  const other = subject?.slug === figure.slug ? object : subject
  return (
    <li>
      <div>
        <h3>{relationNames[kind] ?? inWords(kind)}</h3>
        {other ? (
          <a href={addressOf('Figure', other.slug)} dir="auto">
            {shownNumber(other)}
          </a>
        ) : null}
      </div>
      <div>
        {kind === 'SUM_OF' && subject ? <SumBar sum={subject} self={figure.slug} /> : null}
        <p>{explanation}</p>
        <p class="meta">
          <Basis basis={basis} reason={reason} />
        </p>
        <p class="note">
          The arithmetic is Dixit’s{kind === 'IN_TENSION_WITH' ? '; which of the two holds is not judged' : ''}.
        </p>
      </div>
    </li>
  )
}

interface Beside {
  readonly role: string
  readonly isSelf: boolean
  readonly mention: Voiced
}

/** Every wording of the number, and of those that stand in a relation to it, in the order of the text. */
function besideOf(figure: FigureOfPage): Beside[] {
  const found = new Map<string, Beside>()
  const add = (role: string, mentions: readonly Voiced[], isSelf = false) => {
    for (const mention of mentions) if (!found.has(mention.slug)) found.set(mention.slug, { role, isSelf, mention })
  }
  add('this number', figure.mentions.nodes, true)
  for (const { kind, object } of figure.relations.nodes) {
    add(roleOf(kind, 'a part of it', 'what it rounds'), object?.mentions.nodes ?? [])
  }
  for (const { kind, subject } of figure.relatedBy.nodes) {
    add(roleOf(kind, 'the whole it is part of', 'rounds it'), subject?.mentions.nodes ?? [])
    if (kind !== 'SUM_OF') continue
    for (const { object } of subject?.parts.nodes ?? []) add('the other part', object?.mentions.nodes ?? [])
  }
  return [...found.values()].sort((a, b) => (a.mention.passage?.start ?? 0) - (b.mention.passage?.start ?? 0))
}

/** What another number is to this one: a part or a whole, by the direction of the relation. */
function roleOf(kind: Relation['kind'], ofSum: string, ofRounding: string): string {
  if (kind === 'SUM_OF') return ofSum
  if (kind === 'ROUNDS') return ofRounding
  return kind === 'IN_TENSION_WITH' ? 'in tension with it' : 'set beside it'
}

function rowOf({ role, isSelf, mention }: Beside): LineRow {
  const { statement, wording } = mention
  const who = statement ? speakerName(statement) : ''
  const label = `${role} · ${who}${numberWording(wording, statement)}`
  return lineRow(mention, label, isSelf)
}

function tableOf(beside: readonly Beside[]): Table {
  return {
    header: [
      'is',
      'words',
      'meaning',
      'value',
      'lower',
      'upper',
      'speaker',
      'held',
      'voice',
      'quotation',
      'basis',
      'reason',
      'statement',
      'start',
      'end',
      'uri',
    ],
    rows: beside.map(({ role, mention: { words, value, lower, upper, approximation, statement, passage } }) => [
      role,
      words,
      commitment({ value, lower, upper, approximation }),
      value,
      lower,
      upper,
      statement ? speakerName(statement) : null,
      statement ? heldOf(statement) : null,
      statement?.voice,
      statement?.quotation,
      statement?.speakerBasis,
      statement?.speakerReason,
      statement?.text,
      passage?.start,
      passage?.end,
      statement?.uri,
    ]),
  }
}
