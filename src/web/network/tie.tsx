import { tieStatements } from '../documents/network.ts'
import { Answer, More } from '../frame/states.tsx'
import { StatementItems } from '../lists/statementItems.tsx'
import { Stance } from '../marks/stance.tsx'
import { addressOf } from '../place.ts'
import { usePages } from '../usePages.ts'
import type { Edge } from './graph.ts'

/** The statements behind one tie, each with its stance. */
export function Tie({ edge, query }: { readonly edge: Edge; readonly query: URLSearchParams }) {
  const dataset = query.get('dataset')
  const document = query.get('document')
  const bound = { ...(dataset ? { dataset } : {}), ...(document ? { document } : {}) }
  const filter = edge.isToClaim
    ? { ...bound, speaker: edge.from.slug, stances: { claim: edge.to.slug } }
    : { ...bound, or: [{ speaker: edge.from.slug }, { speaker: edge.to.slug }], stances: {} }
  const list = usePages(tieStatements, { filter }, data => data.statements)
  // Of two speakers, the claims to which both take a stance make the tie.
  const shared = sharedClaims(edge, list.items)
  const shown = edge.isToClaim
    ? list.items
    : list.items.filter(({ stances }) => stances.nodes.some(({ claim }) => shared.has(claim?.slug)))
  return (
    <section class="band">
      <h2 dir="auto">
        One tie, opened: {edge.from.name} {edge.isToClaim ? 'on' : 'and'}{' '}
        {edge.isToClaim ? `“${edge.to.name.replace(/\.$/, '')}”` : edge.to.name}
      </h2>
      <Answer asked={list.first} what="the statements">
        {({ statements }) => (
          <>
            <StatementItems statements={shown}>
              {({ stances }) =>
                stances.nodes.map(({ claim, ...stance }) =>
                  claim && (edge.isToClaim || shared.has(claim.slug)) ? (
                    <p class="note" key={claim.slug}>
                      <Stance of={stance}>
                        <a href={addressOf('Claim', claim.slug)}>{claim.text}</a>
                      </Stance>
                    </p>
                  ) : null,
                )
              }
            </StatementItems>
            <More list={list} of={statements.totalCount} />
            <p class="note">That they speak to one claim is a coder’s reading.</p>
          </>
        )}
      </Answer>
    </section>
  )
}

function sharedClaims(
  edge: Edge,
  statements: readonly {
    readonly speaker: { readonly slug: string } | null
    readonly stances: { readonly nodes: readonly { readonly claim: { readonly slug: string } | null }[] }
  }[],
): ReadonlySet<string | undefined> {
  const of = (slug: string) =>
    new Set(
      statements
        .filter(({ speaker }) => speaker?.slug === slug)
        .flatMap(({ stances }) => stances.nodes.map(({ claim }) => claim?.slug)),
    )
  const theirs = of(edge.to.slug)
  return new Set([...of(edge.from.slug)].filter(claim => theirs.has(claim)))
}
