import { actorNetwork, claimNetwork } from '../documents/network.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, Empty } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { Filters } from '../lists/filters.tsx'
import { Cautions } from '../marks/cautions.tsx'
import { counted } from '../marks/names.ts'
import { setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'
import { ActorTable } from './actorTable.tsx'
import { ClaimPicture } from './claimPicture.tsx'
import { EdgeTable } from './edgeTable.tsx'
import { type Graph, graphOfActors, graphOfClaims } from './graph.ts'
import { NetworkPicture } from './networkPicture.tsx'
import { choices, chosen } from './settings.ts'
import { Tie } from './tie.tsx'

/** Who agrees or differs with whom, and on what. */
export default function Network({ place: { query } }: ViewProps) {
  useTitle('Network')
  const mode = chosen('mode', query)
  const dataset = query.get('dataset')
  const document = query.get('document')
  const common = {
    actors: chosen('actors', query),
    duplicates: chosen('duplicates', query),
    filter: { ...(dataset ? { dataset } : {}), ...(document ? { document } : {}) },
    most: 40,
  }
  const ofActors = {
    ...common,
    aggregation: chosen('aggregation', query),
    normalization: chosen('normalization', query),
  }
  const ofClaims = {
    ...common,
    aggregation: chosen('claimAggregation', query),
    normalization: chosen('claimNormalization', query),
  }
  const isOfClaims = mode === 'claims'
  const places = usePlaces({ statements: { ...common.filter, stances: {} } })
  const actors = useAnswer(actorNetwork, isOfClaims ? null : ofActors)
  const claims = useAnswer(claimNetwork, isOfClaims ? ofClaims : null)
  return (
    <>
      <h1>Network</h1>
      <p class="lede">Who agrees with whom, and on what.</p>
      <p class="sentence">
        Tie <Choice name="mode" query={query} label="what is tied" />:{' '}
        <Choice name="actors" query={query} label="kind of speaker" />
        {isOfClaims ? (
          <>
            , <Choice name="claimAggregation" query={query} label="how stances count" />, divided by{' '}
            <Choice name="claimNormalization" query={query} label="normalisation" />
          </>
        ) : (
          <>
            {' '}
            who <Choice name="aggregation" query={query} label="how stances count" />, divided by{' '}
            <Choice name="normalization" query={query} label="normalisation" />
          </>
        )}
        ; repeats count <Choice name="duplicates" query={query} label="repeats" />. Size by{' '}
        <Choice name="measure" query={query} label="size of a node" />.
      </p>
      <Filters withDataset query={query} conditions={[{ name: 'document', label: 'In the document', isSet: true }]} />
      {isOfClaims ? (
        <Answer asked={claims} what="the network">
          {({ affiliationNetwork }) => <Shown graph={graphOfClaims(affiliationNetwork)} query={query} />}
        </Answer>
      ) : (
        <Answer asked={actors} what="the network">
          {({ discourseNetwork }) => <Shown graph={graphOfActors(discourseNetwork)} query={query} />}
        </Answer>
      )}
      <Evidence
        hasPicture
        name="network"
        cited={{ title: `Discourse network of ${choices.actors[common.actors]}`, note: inWordsOf(query), places }}
        questions={[isOfClaims ? question(claimNetwork, ofClaims) : question(actorNetwork, ofActors)]}
        table={() => {
          const graph = isOfClaims
            ? claims.data && graphOfClaims(claims.data.affiliationNetwork)
            : actors.data && graphOfActors(actors.data.discourseNetwork)
          return {
            header: ['from', 'to', 'weight', 'stances', 'paraphrased', 'concluded'],
            rows: (graph?.edges ?? []).map(({ from, to, weight, stances, paraphrased, concluded }) => [
              ...[from.name, to.name, weight],
              ...[stances, paraphrased, concluded],
            ]),
          }
        }}
      />
    </>
  )
}

function Shown({ graph, query }: { readonly graph: Graph; readonly query: URLSearchParams }) {
  const measure = chosen('measure', query)
  const tie = query.get('tie')
  const opened = graph.edges.find(({ key }) => key === tie) ?? null
  const open = (key: string) => setQuery({ tie: key === tie ? null : key })
  if (graph.actors.length === 0) {
    return <Empty>No statement here takes a stance on a claim. Networks are built from stances.</Empty>
  }
  return (
    <>
      <p class="note">
        {counted(graph.stances, 'stance')} {graph.stances === 1 ? 'ties' : 'tie'} them.
      </p>
      <Cautions notes={graph.notes} />
      <div class="net">
        <figure>
          {graph.claims === null ? (
            <NetworkPicture graph={graph} measure={measure} opened={opened?.key ?? null} open={open} />
          ) : (
            <ClaimPicture graph={graph} claims={graph.claims} opened={opened?.key ?? null} open={open} />
          )}
          <figcaption class="note">
            A thicker line is a greater weight; a dashed one is below zero. Place and order mean nothing, and nobody has
            a colour of their own.
          </figcaption>
        </figure>
        <section>
          <h2>The same as a table</h2>
          <EdgeTable graph={graph} opened={opened?.key ?? null} open={open} />
          <ActorTable graph={graph} />
          <details>
            <summary>How the weight is computed</summary>
            <p class="mono">{graph.formula}</p>
          </details>
        </section>
      </div>
      {opened ? (
        <Tie edge={opened} query={query} />
      ) : (
        <p class="note">Open a tie, in the picture or in the table, to read its statements.</p>
      )}
    </>
  )
}

/** How the network was made, as far as it was chosen. */
function inWordsOf(query: URLSearchParams): string {
  const set = Object.entries<Readonly<Record<string, string>>>(choices).map(([name, options]) => {
    const text = options[query.get(name) ?? '']
    return text === undefined ? null : `${name}: ${text}`
  })
  return [...set, query.get('dataset'), query.get('document')].filter(Boolean).join('; ')
}

function Choice({
  name,
  query,
  label,
}: {
  readonly name: keyof typeof choices
  readonly query: URLSearchParams
  readonly label: string
}) {
  return (
    <select
      aria-label={label}
      value={chosen(name, query)}
      onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value, tie: null })}
    >
      {Object.entries(choices[name]).map(([value, text]) => (
        <option value={value} key={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
