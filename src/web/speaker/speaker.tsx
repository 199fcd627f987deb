import { compareAddress } from '../compare/compareAddress.ts'
import { type SpeakerOfPage, speakerPage, speakerStatements } from '../documents/speaker.ts'
import { placesOf } from '../frame/cite.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, Empty, More, NotFound } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { statementTable } from '../lists/statementItems.tsx'
import { ByAccount, HeldBy } from '../marks/byAccount.tsx'
import { Marks } from '../marks/help.tsx'
import { HowHeld } from '../marks/howHeld.tsx'
import { Speaker, statementAddress } from '../marks/marks.tsx'
import { inWords, statementCount } from '../marks/names.ts'
import { Source } from '../marks/source.tsx'
import { Stance } from '../marks/stance.tsx'
import { Words } from '../marks/words.tsx'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { usePages } from '../usePages.ts'
import type { ViewProps } from '../view.ts'
import { Aside } from './aside.tsx'
import { Links } from './links.tsx'
import { Roles } from './roles.tsx'
import { Verbs } from './verbs.tsx'

/** All that is known of somebody who speaks, or is spoken of. */
export default function SpeakerView({ rest: [type = '', slug = ''] }: ViewProps) {
  const asked = useAnswer(speakerPage, { slug })
  return (
    <Answer asked={asked} what="the speaker">
      {({ agent }) =>
        agent && agent.__typename === type ? (
          <SpeakerPage agent={agent} />
        ) : (
          <NotFound what={`There is no ${inWords(type)} “${slug}” in this graph.`} />
        )
      }
    </Answer>
  )
}

function SpeakerPage({ agent }: { readonly agent: SpeakerOfPage }) {
  const { name, slug, otherNames, __typename, labels, identifiers } = agent
  useTitle(name)
  const variables = { slug }
  const list = usePages(speakerStatements, variables, data => data.agent?.statements)
  const outer = list.items.filter(({ reportedIn }) => reportedIn === null)
  const hearsay = list.items.filter(({ reportedIn }) => reportedIn !== null)
  return (
    <>
      <p class="kicker">
        {__typename === 'Person'
          ? 'Person'
          : 'organizationKind' in agent
            ? inWords(agent.organizationKind)
            : 'Not classified'}{' '}
        · {statementCount(agent)}
      </p>
      <h1 dir="auto">{name}</h1>
      {otherNames.length > 0 ? (
        <p class="note" dir="auto">
          Also: {otherNames.join(', ')}
        </p>
      ) : null}
      {labels.length + identifiers.length > 0 ? (
        <p class="note">
          {[
            ...labels.map(({ name: of, value }) => `${of}: ${value}`),
            ...identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
          ].join(' · ')}
        </p>
      ) : null}
      <p>
        <a class="btn" href={compareAddress([slug])}>
          Compare with others
        </a>
      </p>
      <Roles agent={agent} />
      <div class="two">
        <section>
          <h2>What was said, in order</h2>
          <Marks kinds={['voices', 'wording', 'basis']} />
          <Answer asked={list.first} what="the statements">
            {data => (
              <>
                {outer.length > 0 ? null : hearsay.length > 0 ? (
                  <p class="note">Only what others report that they said is coded: see below.</p>
                ) : (
                  <Empty>None of their statements is coded. That says nothing about what they said.</Empty>
                )}
                <ol class="seq">
                  {outer.map(statement => (
                    <li key={statement.slug}>
                      <p>
                        <Words said={statement} />
                      </p>
                      <Source of={statement} withDocument />
                      {statement.stances.nodes.map(({ claim, ...stance }) =>
                        claim ? (
                          <p class="note" key={claim.slug}>
                            <Stance of={stance}>
                              <a href={addressOf('Claim', claim.slug)}>{claim.text}</a>
                            </Stance>
                          </p>
                        ) : null,
                      )}
                      {statement.reports.nodes.map(inner => (
                        <div class={`account v-${inner.voice.toLowerCase()}`} key={inner.slug}>
                          <p class="note">
                            By this account, <Speaker of={inner} />
                            {inner.cue ? <span class="said"> {inner.cue.exact}</span> : null}
                          </p>
                          <p>
                            <HowHeld of={inner} />
                            <a class="said para" href={statementAddress(inner.slug)}>
                              {inner.text}
                            </a>
                          </p>
                          {inner.reason ? <p class="note">◇ {inner.reason}</p> : null}
                        </div>
                      ))}
                    </li>
                  ))}
                </ol>
                {hearsay.length > 0 ? (
                  <>
                    <h3>By the account of others</h3>
                    <p class="note">Somebody else says that {name} said or held it: no evidence that it was said.</p>
                    <ol class="seq">
                      {hearsay.map(statement => (
                        <li key={statement.slug}>
                          <p class="note">
                            <HeldBy of={statement} /> <ByAccount of={statement.reportedIn} />:{' '}
                            <Words said={statement} />
                          </p>
                          <Source of={statement} withDocument />
                        </li>
                      ))}
                    </ol>
                  </>
                ) : null}
                <More list={list} of={data.agent?.statements.totalCount} />
              </>
            )}
          </Answer>
        </section>
        <aside aria-label="Numbers, names and frames">
          <Aside agent={agent} />
          <Verbs speaker={slug} />
          <Links agent={agent} />
        </aside>
      </div>
      <Evidence
        name={slug}
        cited={{
          title: `Statements of ${name}`,
          note: `${statementCount(agent)} in this graph`,
          places: placesOf(
            list.items.map(({ document }) => document),
            list.items.length === agent.statements.totalCount,
          ),
        }}
        questions={[
          question(speakerPage, { slug }, 'who it is'),
          question(speakerStatements, { slug }, 'what they said'),
        ]}
        feed={{ speakers: { slug: { eq: slug } } }}
        table={async () => statementTable(await list.all(5_000))}
      />
    </>
  )
}
