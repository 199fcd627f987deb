import { datasetPage, datasetShares } from '../documents/dataset.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, NotFound } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { Nothing } from '../marks/marks.tsx'
import { counted, inDigits, inWords, quotationGroups, voiceNames } from '../marks/names.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'

type Dataset = NonNullable<ReturnType<NonNullable<(typeof datasetPage)['types']>>['dataset']>

/** A corpus: its documents, coders, what was refused, and how its statements divide. */
export default function DatasetView({ rest: [, slug = ''] }: ViewProps) {
  const asked = useAnswer(datasetPage, { slug })
  return (
    <Answer asked={asked} what="the dataset">
      {({ dataset }) =>
        dataset ? <Shown dataset={dataset} /> : <NotFound what={`There is no dataset “${slug}” in this graph.`} />
      }
    </Answer>
  )
}

function Shown({ dataset }: { readonly dataset: Dataset }) {
  const {
    slug,
    name,
    format,
    version,
    url,
    licence,
    importedAt,
    counts,
    rejects,
    sources,
    coders,
    documents,
    statements,
  } = dataset
  useTitle(name)
  const places = usePlaces({ dataset: slug })
  return (
    <>
      <p class="kicker">Dataset</p>
      <h1 dir="auto">{name}</h1>
      <dl class="facts">
        <dt>Format</dt>
        <dd>{[format, version].filter(Boolean).join(', ')}</dd>
        <dt>Licence</dt>
        <dd dir="auto">{licence ?? <Nothing>not given</Nothing>}</dd>
        <dt>From</dt>
        <dd class="mono">{url ?? <Nothing>not given</Nothing>}</dd>
        <dt>Imported</dt>
        <dd>{importedAt}</dd>
      </dl>
      <p>
        <a class="btn" href={`/documents?dataset=${slug}`}>
          {counted(documents.totalCount, 'document')}
        </a>{' '}
        <a class="btn" href={`/statements?dataset=${slug}`}>
          {counted(statements.totalCount, 'statement')}
        </a>{' '}
        <a class="btn" href={`/network?dataset=${slug}`}>
          Network
        </a>
      </p>
      <section class="band two">
        <div>
          <h2>What was imported</h2>
          <Counts counts={counts} />
          <h2>What was refused</h2>
          {rejects.length === 0 ? <p class="note">Nothing: every record was taken.</p> : <Counts counts={rejects} />}
        </div>
        <div>
          <h2>How its statements divide</h2>
          <Shares dataset={slug} />
          <h2>Coders</h2>
          {coders.totalCount === 0 ? <Nothing>no coder is named</Nothing> : null}
          <ul class="short">
            {coders.nodes.map(coder => (
              <li key={coder.slug}>
                {coder.name}: {counted(coder.statements.totalCount, 'statement')}
              </li>
            ))}
          </ul>
        </div>
      </section>
      <section class="band">
        <h2>Files</h2>
        <ul class="short">
          {sources.map(source => (
            <li key={source.name}>
              {source.name} <span class="mono">{source.digest.slice(0, 16)}…</span>
            </li>
          ))}
        </ul>
      </section>
      <Evidence
        name={slug}
        cited={{ title: name, note: [licence, version].filter(Boolean).join(', '), places }}
        questions={[
          question(datasetPage, { slug }, 'the dataset'),
          question(datasetShares, { dataset: slug }, 'its shares'),
        ]}
        table={() => ({
          header: ['what', 'of', 'count'],
          rows: [
            ...counts.map(({ of, count }) => ['imported', of, count]),
            ...rejects.map(({ of, count }) => ['refused', of, count]),
          ],
        })}
      />
    </>
  )
}

function Counts({ counts }: { readonly counts: Dataset['counts'] }) {
  return (
    <table class="plain">
      <tbody>
        {counts.map(({ of, count }) => (
          <tr key={of}>
            <th scope="row">{of}</th>
            <td class="n">{inDigits(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Shares({ dataset }: { readonly dataset: string }) {
  const asked = useAnswer(datasetShares, { dataset })
  return (
    <Answer asked={asked} what="the shares">
      {data =>
        data.statements.facets.map(({ dimension, values }) => (
          <table class="plain" key={dimension}>
            <caption class="note">{dimension === 'VOICE' ? 'In whose voice' : 'How it is quoted'}</caption>
            <tbody>
              {values.map(({ count, share, key }) => {
                const value = key?.value ?? ''
                return (
                  <tr key={value}>
                    <th scope="row">
                      {voiceNames[value] ?? quotationGroups[value] ?? (inWords(value) || 'not coded')}
                    </th>
                    <td class="n">{inDigits(count)}</td>
                    <td class="n">{(share * 100).toFixed(1)}%</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        ))
      }
    </Answer>
  )
}
