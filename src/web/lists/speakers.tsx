import { compareAddress, mostCompared } from '../compare/compareAddress.ts'
import { speakerList } from '../documents/lists.ts'
import { Scroll } from '../frame/scroll.tsx'
import { ByAccount } from '../marks/byAccount.tsx'
import { Agent, Concluded, Nothing, speakerName } from '../marks/marks.tsx'
import { accountsAmong, besidesOwn, inDigits, inWords } from '../marks/names.ts'
import { setQuery } from '../place.ts'
import type { ViewProps } from '../view.ts'
import { oneOf } from './filters.tsx'
import { ListView } from './listView.tsx'

/** What somebody only says that another said makes nobody else a speaker. */
const whose = {
  own: { statements: { hasReportedIn: false } },
  account: { statements: { hasReportedIn: true }, not: { statements: { hasReportedIn: false } } },
  all: {},
}

export default function Speakers({ place: { query } }: ViewProps) {
  const name = query.get('name')
  const kind = oneOf(['PERSON', 'ORGANIZATION', 'UNKNOWN'], query.get('kind'))
  const dataset = query.get('dataset')
  const chosen = (query.get('chosen') ?? '').split(',').filter(Boolean)
  const who = oneOf(['account', 'all'], query.get('who')) ?? 'own'
  const called = { ...(name ? { name: { contains: name } } : {}), ...(kind ? { kind: [kind] } : {}) }
  const filter = { ...whose[who], ...called, ...(dataset ? { dataset } : {}) }
  const toggle = (slug: string) => {
    const next = chosen.includes(slug) ? chosen.filter(one => one !== slug) : [...chosen, slug]
    setQuery({ chosen: next.join(',') })
  }
  return (
    <ListView
      withDataset
      title="Speakers"
      lead={
        chosen.length < 2 ? (
          <p class="note">Tick two to six to compare them.</p>
        ) : (
          <p>
            <a class="btn solid" href={compareAddress(chosen)}>
              Compare {chosen.length > mostCompared ? `the first ${mostCompared} of ` : ''}
              {chosen.length}
            </a>
          </p>
        )
      }
      operation={speakerList}
      variables={{ filter }}
      documents={{
        statements: { hasReportedIn: who === 'account', speakerMatches: called },
        ...(dataset ? { dataset } : {}),
      }}
      pageOf={({ agents }) => agents}
      query={query}
      conditions={[
        { name: 'name', label: 'Name contains', hint: 'a part of the name' },
        {
          name: 'kind',
          label: 'Kind',
          options: { PERSON: 'people', ORGANIZATION: 'organizations', UNKNOWN: 'not said' },
        },
        {
          name: 'who',
          label: 'Who',
          any: 'those who speak themselves',
          options: { account: 'only as others report them', all: 'everyone' },
        },
      ]}
      table={agents => ({
        header: ['agent', 'kind', 'name', 'statements', 'byAccount', 'numbers', 'roles'],
        rows: agents.map(({ slug, __typename, name: called, statements, byAccount, figureMentions, memberships }) => [
          slug,
          __typename,
          called,
          statements.totalCount,
          byAccount.totalCount,
          figureMentions.totalCount,
          memberships.nodes
            .map(({ role, organization, basis, statement }) =>
              [
                [role, organization?.name].filter(Boolean).join(', '),
                basis && basis !== 'STATED' ? `(${inWords(basis)})` : null,
                statement ? `by the account of ${speakerName(statement)}` : null,
              ]
                .filter(Boolean)
                .join(' '),
            )
            .join('; '),
        ]),
      })}
    >
      {agents => (
        <Scroll name="Speakers">
          <table class="plain stacked">
            <thead>
              <tr>
                <th scope="col">Compare</th>
                <th scope="col">Name</th>
                <th scope="col">Roles</th>
                <th scope="col" class="n">
                  Statements
                </th>
                <th scope="col" class="n">
                  Numbers
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.map(agent => (
                <tr key={agent.slug}>
                  <td data-label="compare">
                    <input
                      type="checkbox"
                      aria-label={`Compare ${agent.name}`}
                      checked={chosen.includes(agent.slug)}
                      onChange={() => toggle(agent.slug)}
                    />
                  </td>
                  <th scope="row">
                    <Agent agent={agent} />
                    <span class="note"> {inWords(agent.__typename)}</span>
                  </th>
                  <td dir="auto" data-label="roles">
                    {agent.memberships.nodes.length === 0 ? <Nothing /> : null}
                    {agent.memberships.nodes.map(({ role, organization, basis, reason, statement }) => (
                      <p key={role + organization?.name}>
                        {[role, organization?.name].filter(Boolean).join(', ')}
                        {'\u00a0'}
                        <Concluded of="role" basis={basis} reason={reason} />
                        <ByAccount of={statement} />
                      </p>
                    ))}
                    {agent.memberships.totalCount > agent.memberships.nodes.length ? (
                      <p class="note">and {agent.memberships.totalCount - agent.memberships.nodes.length} more</p>
                    ) : null}
                  </td>
                  <td class="n" data-label="statements">
                    {inDigits(agent.statements.totalCount)}
                    {agent.byAccount.totalCount > 0 ? (
                      <p class="note">{accountsAmong(agent.statements.totalCount, agent.byAccount.totalCount)}</p>
                    ) : null}
                  </td>
                  <td class="n" data-label="numbers">
                    {inDigits(agent.figureMentions.totalCount)}
                    {agent.paraphrasedFigureMentions.totalCount > 0 ? (
                      <p class="note">
                        {besidesOwn(
                          {
                            others: agent.paraphrasedFigureMentions.totalCount,
                            uncoded: agent.uncodedFigureMentions.totalCount,
                          },
                          inDigits,
                        )}
                      </p>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </ListView>
  )
}
