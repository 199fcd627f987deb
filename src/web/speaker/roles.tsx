import type { AgentParts } from '../documents/fragments.ts'
import type { SpeakerOfPage } from '../documents/speaker.ts'
import { ByAccount } from '../marks/byAccount.tsx'
import { Agent, Basis, Nothing } from '../marks/marks.tsx'
import { addressOf } from '../place.ts'

/** Roles, in the order of their beginning, with the words that give them; of an organization, also those that others hold in it. */
export function Roles({ agent }: { readonly agent: SpeakerOfPage }) {
  const members = 'members' in agent ? agent.members : null
  const held = agent.memberships.nodes.map(role => ({ ...role, of: role.organization }))
  const inIt = members?.nodes.map(role => ({ ...role, of: role.member })) ?? []
  return (
    <>
      <RoleList title="Roles" roles={held} of={agent.memberships.totalCount} />
      {members && members.totalCount > 0 ? (
        <RoleList title="People in it" roles={inIt} of={members.totalCount} />
      ) : null}
    </>
  )
}

type Role = Omit<SpeakerOfPage['memberships']['nodes'][number], 'organization'> & { readonly of: AgentParts | null }

function RoleList({
  title,
  roles: found,
  of: total,
}: {
  readonly title: string
  readonly roles: readonly Role[]
  readonly of: number
}) {
  const roles = found.toSorted((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''))
  return (
    <section class="band">
      <h2>{title}</h2>
      {roles.length === 0 ? <Nothing>no role coded</Nothing> : null}
      <ul class="roles">
        {roles.map(
          ({ slug, role, area, of, onBehalfOf, startDate, endDate, basis, reason, passage, document, statement }) => (
            <li key={slug}>
              <span class="when mono">
                {startDate || endDate
                  ? `${startDate ?? 'begin not known'} – ${endDate ?? 'end not known'}`
                  : 'no dates'}
              </span>
              <div>
                <b dir="auto">{role}</b>
                {of ? (
                  <>
                    , <Agent agent={of} />
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
                {document ? (
                  <p class="note">
                    in <a href={addressOf('Document', document.slug)}>{document.title ?? document.slug}</a>
                    <ByAccount of={statement} />
                  </p>
                ) : null}
              </div>
            </li>
          ),
        )}
      </ul>
      {total > roles.length ? (
        <p class="note">
          The first {roles.length} of {total}.
        </p>
      ) : null}
    </section>
  )
}
