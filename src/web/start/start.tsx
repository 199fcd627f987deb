import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { startPage, startQuestions, startVoices } from '../documents/start.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, Empty } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { DocumentTable } from '../lists/documentTable.tsx'
import { accountsAmong, counted, inDigits, voiceNames } from '../marks/names.ts'
import { voiceClass } from '../marks/words.tsx'
import { addressOf, go } from '../place.ts'
import { Hits } from '../search/hits.tsx'
import { useHits } from '../search/useHits.ts'
import { useAnswer } from '../useAnswer.ts'
import { Questions, searchExample } from './questions.tsx'

/** What is in the graph, one search box over all of it, and questions answered. */
export default function Start() {
  useTitle(null)
  const [typed, setTyped] = useState('')
  const found = useHits(typed, { most: 8 })
  const page = useAnswer(startPage, {})
  const questions = useAnswer(startQuestions, {})
  const places = usePlaces({})
  const submit = (event: Event) => {
    event.preventDefault()
    go(`/search?${new URLSearchParams({ q: typed })}`)
  }
  return (
    <>
      <section class="hero">
        <h1>Who said what about which number, when and in which words</h1>
        <search>
          <form onSubmit={submit} action="/search">
            <label class="vh" for="q">
              Search the graph
            </label>
            <input
              id="q"
              name="q"
              type="search"
              autocomplete="off"
              placeholder={searchExample(questions.data)}
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <button type="submit" class="btn solid">
              Search
            </button>
          </form>
        </search>
        <p class="hint">
          A number in any form, a name, a phrase in quotation marks, the beginning of a word with *. <kbd>/</kbd> brings
          you here from anywhere.
        </p>
        <Hits found={found} />
      </section>

      <Answer asked={page} what="what the graph holds">
        {data => (
          <>
            {data.statements.totalCount === 0 ? (
              <Empty>
                The graph has no statements yet. <span class="mono">npm run dixit -- import PATH</span> brings documents
                in.
              </Empty>
            ) : (
              <>
                <section class="band hold" aria-label="What is in the graph">
                  <Sentence data={data} />
                  <Voices />
                </section>
                <Questions asked={questions} />
              </>
            )}
            {data.documents.totalCount === 0 ? null : <Documents documents={data.documents} />}
            <Evidence
              name="dixit"
              cited={{
                title: 'Dixit, a knowledge graph of who said what about which number',
                note: `${counted(data.documents.totalCount, 'document')}, ${counted(data.statements.totalCount, 'statement')}`,
                places,
              }}
              questions={[question(startPage, {})]}
              table={() => ({
                header: ['of', 'count'],
                rows: Object.entries(data).map(([of, { totalCount }]) => [of, totalCount]),
              })}
            />
          </>
        )}
      </Answer>
    </>
  )
}

function Documents({ documents: { totalCount, nodes } }: Pick<StartData, 'documents'>) {
  return (
    <section class="band">
      <h2>Documents</h2>
      <DocumentTable documents={nodes} />
      {totalCount > nodes.length ? (
        <p>
          <a href="/documents">All {inDigits(totalCount)} documents</a>
        </p>
      ) : (
        <p class="note">
          The graph holds only these documents. What you do not find here may have been said elsewhere.
        </p>
      )}
    </section>
  )
}

function Sentence({ data }: { readonly data: StartData }) {
  const { documents, statements, people, organizations, figures, times, claims, datasets } = data
  return (
    <p class="big">
      <a href="/documents">{counted(documents.totalCount, 'document')}</a> with{' '}
      <a href="/statements">{counted(statements.totalCount, 'statement')}</a>; speakers:{' '}
      {people.totalCount > 0 || organizations.totalCount === 0 ? (
        <a href="/speakers?kind=PERSON">{counted(people.totalCount, 'person', 'people')}</a>
      ) : null}
      {people.totalCount > 0 && organizations.totalCount > 0 ? ' and ' : null}
      {organizations.totalCount > 0 ? (
        <a href="/speakers?kind=ORGANIZATION">{counted(organizations.totalCount, 'organization')}</a>
      ) : null}
      <ByAccountAlone data={data} />; <a href="/figures">{counted(figures.totalCount, 'number')}</a>,{' '}
      <a href="/timeline">{counted(times.totalCount, 'time')}</a>, and{' '}
      <a href="/claims">{counted(claims.totalCount, 'claim')}</a>. Dixit does not say which claims are true.
      {datasets.totalCount === 0 ? null : (
        <>
          {' '}
          From {counted(datasets.totalCount, 'dataset')}:{' '}
          {datasets.nodes.map(({ slug, name }, index) => (
            <span key={slug}>
              {index > 0 ? ', ' : ''}
              <a href={addressOf('Dataset', slug)}>{name}</a>
            </span>
          ))}
          .
        </>
      )}
    </p>
  )
}

/** Who speaks in the accounts of others alone, by what they are. */
function ByAccountAlone({
  data: { byAccount, peopleByAccount, organizationsByAccount },
}: {
  readonly data: StartData
}) {
  const [persons, bodies] = [peopleByAccount.totalCount, organizationsByAccount.totalCount]
  const others = byAccount.totalCount - persons - bodies
  const kinds = [
    { kind: 'PERSON', count: persons, name: counted(persons, 'person', 'people') },
    { kind: 'ORGANIZATION', count: bodies, name: counted(bodies, 'organization or group', 'organizations and groups') },
    { kind: 'UNKNOWN', count: others, name: `${inDigits(others)} of unknown kind` },
  ].filter(({ count }) => count > 0)
  if (kinds.length === 0) return null
  return (
    <>
      {' '}
      (and only as others report them:{' '}
      {kinds.map(({ kind, name }, index) => (
        <Fragment key={kind}>
          {index > 0 ? ', ' : ''}
          <a href={`/speakers?who=account&kind=${kind}`}>{name}</a>
        </Fragment>
      ))}
      )
    </>
  )
}

type StartData = ReturnType<NonNullable<(typeof startPage)['types']>>

function Voices() {
  const voices = useAnswer(startVoices, {})
  return (
    <div>
      <h2 class="small">In whose voice</h2>
      <Answer asked={voices} what="the voices">
        {({ statementStats: { nodes } }) => {
          const most = Math.max(1, ...nodes.map(({ count }) => count))
          return (
            <ul class="share">
              {nodes.map(({ count, keys, byAccount: { totalCount: told } }) => {
                const voice = keys[0]?.value ?? ''
                return (
                  <li class={voiceClass(voice)} key={voice}>
                    <a class={`who ${voiceClass(voice)}`} href={`/statements?voice=${voice}`}>
                      {voiceNames[voice] ?? voice}
                    </a>
                    <span class="track">
                      <i style={{ width: `${(100 * count) / most}%` }} />
                    </span>
                    <span class="num">{inDigits(count)}</span>
                    {told === 0 ? null : <span class="note">{accountsAmong(count, told)}</span>}
                  </li>
                )
              })}
            </ul>
          )
        }}
      </Answer>
    </div>
  )
}
