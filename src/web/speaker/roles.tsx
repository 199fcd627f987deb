import type { SpeakerOfPage } from '../documents/speaker.ts'
import { Agent, Basis, Nothing } from '../marks/marks.tsx'
import { addressOf } from '../place.ts'

/** Roles, in the order of their beginning, with the words that give them. */
export function Roles({ agent: { memberships } }: { readonly agent: SpeakerOfPage }) {
  const roles = memberships.nodes.toSorted((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''))
  return (
    <section class="band">
      <h2>Roles</h2>
      {roles.length === 0 ? <Nothing>no role coded</Nothing> : null}
      <ul class="roles">
        {roles.map(
          ({ slug, role, area, organization, onBehalfOf, startDate, endDate, basis, reason, passage, document }) => (
            <li key={slug}>
              <span class="when mono">
                {startDate || endDate
                  ? `${startDate ?? 'begin not known'} – ${endDate ?? 'end not known'}`
                  : 'no dates'}
              </span>
              <div>
                <b dir="auto">{role}</b>
                {organization ? (
                  <>
                    , <Agent agent={organization} />
                  </>
                ) : null}
                {onBehalfOf ? (
                  <>
                    {' '}
                    for <Agent agent={onBehalfOf} />
                  </>
                ) : null}
                {area ? `, ${area}` : ''} <Basis basis={basis} reason={reason} />
                {passage ? (
                  <p>
                    {document ? (
                      <a
                        class="said"
                        href={`${addressOf('Document', document.slug)}?chars=${passage.start}-${passage.start + [...passage.exact].length}`}
                      >
                        {passage.exact}
                      </a>
                    ) : (
                      <span class="said">{passage.exact}</span>
                    )}
                  </p>
                ) : null}
              </div>
            </li>
          ),
        )}
      </ul>
      {memberships.totalCount > roles.length ? (
        <p class="note">
          The first {roles.length} of {memberships.totalCount}.
        </p>
      ) : null}
    </section>
  )
}
