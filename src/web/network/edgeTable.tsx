import { Scroll } from '../frame/scroll.tsx'
import { addressOf } from '../place.ts'
import { type Graph, groundsText, weightText } from './graph.ts'

/** Each tie of the picture: a button opens its statements. */
export function EdgeTable({
  graph,
  opened,
  open,
}: {
  readonly graph: Graph
  readonly opened: string | null
  readonly open: (key: string) => void
}) {
  const edges = graph.edges.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return (
    <Scroll name="Ties" isTall>
      <table class="plain mx">
        <thead>
          <tr>
            <th scope="col">Between</th>
            <th scope="col">{graph.claims === null ? 'And' : 'On the claim'}</th>
            <th scope="col" class="n">
              Weight
            </th>
            <th scope="col">Rests on</th>
            <th scope="col">
              <span class="vh">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ key, from, to, weight, isToClaim, ...grounds }) => (
            <tr key={key} class={key === opened ? 'on' : ''}>
              <th scope="row" dir="auto">
                {from.name}
              </th>
              <td dir="auto">{isToClaim ? <a href={addressOf('Claim', to.slug)}>{to.name}</a> : to.name}</td>
              <td class="n">{weightText(weight)}</td>
              <td>{groundsText(grounds)}</td>
              <td>
                <button type="button" class="btn" aria-pressed={key === opened} onClick={() => open(key)}>
                  Statements
                  <span class="vh">
                    {' '}
                    of {from.name} and {to.name}
                  </span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edges.length === 0 ? <p class="note">No two of them share a claim: every weight is 0.</p> : null}
      {graph.edgeCount > edges.length ? (
        <p class="note">
          The {edges.length} heaviest of {graph.edgeCount} ties.
        </p>
      ) : null}
    </Scroll>
  )
}
