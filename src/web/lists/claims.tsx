import { claimList } from '../documents/lists.ts'
import { ByAccount } from '../marks/byAccount.tsx'
import { ConcludedParts, speakerName, statementAddress } from '../marks/marks.tsx'
import { stanceInWords } from '../marks/names.ts'
import { addressOf } from '../place.ts'
import type { ViewProps } from '../view.ts'
import { ListView } from './listView.tsx'

export default function Claims({ place: { query } }: ViewProps) {
  const text = query.get('text')
  const filter = text ? { text: { contains: text } } : {}
  return (
    <ListView
      title="Claims"
      lead={<p class="note">A claim is a coder’s wording of what statements speak to. None of them is judged.</p>}
      operation={claimList}
      variables={{ filter }}
      documents={{ statements: { claims: filter } }}
      pageOf={({ claims }) => claims}
      query={query}
      conditions={[{ name: 'text', label: 'Contains', hint: 'words of the claim' }]}
      table={claims => ({
        header: ['claim', 'text', 'stance', 'manner', 'basis', 'speaker', 'speakerBasis', 'reportedBy', 'statement'],
        rows: claims.flatMap(({ slug, text: words, stances }) =>
          stances.nodes.map(({ stance, manner, basis, statement }) => [
            slug,
            words,
            stance,
            manner,
            basis,
            statement ? speakerName(statement) : null,
            statement?.speakerBasis,
            statement?.reportedIn ? speakerName(statement.reportedIn) : null,
            statement?.slug,
          ]),
        ),
      })}
    >
      {claims => (
        <ul class="seq">
          {claims.map(({ slug, text: words, stances }) => (
            <li key={slug}>
              <p>
                <a href={addressOf('Claim', slug)} dir="auto">
                  {words}
                </a>
              </p>
              <p class="meta">
                {stances.nodes.map(({ slug: key, stance, manner, basis, reason, statement }) =>
                  statement ? (
                    <span key={key}>
                      <a href={statementAddress(statement.slug)} dir="auto">
                        {speakerName(statement)} {stanceInWords({ stance, manner })}
                      </a>
                      <ByAccount of={statement.reportedIn} />
                      <ConcludedParts
                        parts={[
                          { of: 'speaker', basis: statement.speakerBasis, reason: statement.speakerReason },
                          { of: 'stance', basis, reason },
                        ]}
                      />
                    </span>
                  ) : null,
                )}
                {stances.totalCount > stances.nodes.length ? (
                  <a href={addressOf('Claim', slug)}>and {stances.totalCount - stances.nodes.length} more</a>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </ListView>
  )
}
