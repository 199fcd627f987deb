import { Scroll } from '../frame/scroll.tsx'
import { Agent } from '../marks/marks.tsx'
import type { Graph } from './graph.ts'

/** The measures of each speaker. */
export function ActorTable({ graph }: { readonly graph: Graph }) {
  return (
    <details>
      <summary>Measures of each speaker</summary>
      <Scroll name="Measures">
        <table class="plain mx">
          <thead>
            <tr>
              {[
                'Speaker',
                'Stances',
                'In a reporter’s words',
                'Concluded',
                'Degree',
                'Strength',
                'Betweenness',
                'Eigenvector',
                'Community',
              ].map((name, index) => (
                <th scope="col" class={index > 0 ? 'n' : ''} key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {graph.actors.map(({ agent, degree, strength, betweenness, eigenvector, community, ...grounds }) => (
              <tr key={agent.slug}>
                <th scope="row">
                  <Agent agent={agent} />
                </th>
                <td class="n">{grounds.stances}</td>
                <td class="n">{grounds.paraphrased}</td>
                <td class="n">{grounds.concluded}</td>
                <td class="n">{degree}</td>
                <td class="n">{strength.toFixed(2)}</td>
                <td class="n">{betweenness.toFixed(3)}</td>
                <td class="n">{eigenvector === null ? 'does not settle' : eigenvector.toFixed(3)}</td>
                <td class="n">{community}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">Modularity of the communities (Louvain): {graph.modularity.toFixed(3)}.</p>
    </details>
  )
}
