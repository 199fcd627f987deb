import type { ComponentChildren } from 'preact'
import { withBase } from '../base.ts'
import { type PanelStatement, statementPanel } from '../documents/statement.ts'
import { ReportButton } from '../frame/report.tsx'
import { Answer } from '../frame/states.tsx'
import { ByAccount } from '../marks/byAccount.tsx'
import { HowHeld } from '../marks/howHeld.tsx'
import { Agent, Basis, Nothing, SaidAt, Speaker, speakerName, statementAddress, TimeMark } from '../marks/marks.tsx'
import { functionNames, inWords, linkNames, stanceInWords } from '../marks/names.ts'
import { Source } from '../marks/source.tsx'
import { Phrase, Words } from '../marks/words.tsx'
import { commitmentOf } from '../number/wording.ts'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { globalId } from './globalId.ts'

/** All that is known of a statement. */
export function Panel({ slug, select }: { readonly slug: string; readonly select: (slug: string) => void }) {
  const asked = useAnswer(statementPanel, { id: globalId('Statement', slug) })
  return (
    <Answer asked={asked} what="the statement">
      {({ node }) =>
        node && 'slug' in node ? <Statement statement={node} select={select} /> : <p>It is not in this graph.</p>
      }
    </Answer>
  )
}

function Statement({
  statement,
  select,
}: {
  readonly statement: PanelStatement
  readonly select: (slug: string) => void
}) {
  const {
    attribution,
    certainty,
    polarity,
    rule,
    speakerRoles,
    addressee,
    onBehalfOf,
    channel,
    time,
    source,
    cue,
    mentions,
    reports,
    reportedIn,
    reviews,
  } = statement
  return (
    <article>
      <h2>
        <Speaker of={statement} />
      </h2>
      {speakerRoles.map(
        ({ membership: { role, organization, area, onBehalfOf, reason, statement: giver }, certainty, why }) => (
          <p class="note" key={`${role}${organization?.name}`} dir="auto">
            {[role, organization?.name, area, onBehalfOf && `for ${onBehalfOf.name}`].filter(Boolean).join(', ')}
            <ByAccount of={giver} />
            {certainty === 'POSSIBLE' ? '. Whether it held on the day of the statement is not said' : ''}
            {why === 'DATED' ? '. By the dates of the role' : ''}
            {reason ? `. ${reason}` : ''}
          </p>
        ),
      )}
      {reportedIn ? (
        <p class="note">
          By the account of{' '}
          <button type="button" class="link" onClick={() => select(reportedIn.slug)}>
            {speakerName(reportedIn)}
          </button>
          <ByAccount of={reportedIn.reportedIn} />: no evidence that it was said
        </p>
      ) : null}
      <p>
        <Words said={statement} />
      </p>
      <Source of={statement} />
      <dl class="facts">
        <Fact name="Source">{source ? <span class="said">{source.exact}</span> : null}</Fact>
        <Fact name="Cue">{cue ? <span class="said">{cue.exact}</span> : null}</Fact>
        {addressee ? (
          <Fact name="To">
            <Agent agent={addressee} /> <Known basis={statement.addresseeBasis} reason={statement.addresseeReason} />
          </Fact>
        ) : null}
        {onBehalfOf ? (
          <Fact name="On behalf of">
            <Agent agent={onBehalfOf} />
          </Fact>
        ) : null}
        {attribution ? (
          <Fact name="Attributed as">
            {[attribution, certainty, polarity === 'NEGATIVE' ? 'negated' : null]
              .filter(Boolean)
              .map(inWords)
              .join(', ')}
          </Fact>
        ) : null}
        <Fact name="Channel" nothing="none given">
          {channel ? (
            <>
              {channel.label} ({inWords(channel.kind)}){' '}
              <Known of="the text" basis={channel.basis} reason={channel.reason} />
              <Known of="that it was said through it" basis={statement.channelBasis} reason={statement.channelReason} />
            </>
          ) : null}
        </Fact>
        {rule ? (
          <Fact name="Read by">
            the rule {rule.name} {rule.version}: {rule.meaning}
          </Fact>
        ) : null}
        <Fact name="Said when" nothing="none given">
          {time ? (
            <>
              <SaidAt time={time} of={statement} /> {time.edtf ? <span class="mono">{time.edtf}</span> : null}{' '}
              <Basis basis={time.basis} reason={time.reason} />
            </>
          ) : null}
        </Fact>
        {mentions.nodes.map(({ words, link, role }) => (
          <Fact name={inWords(role)} key={words}>
            <span class="said">{words}</span>{' '}
            <span class="note">{link ? linkNames[link] : 'linked to nobody in the graph'}</span>
          </Fact>
        ))}
      </dl>
      <Part name="Numbers" of={statement.figureMentions.nodes}>
        {({ slug, words, figure, ...wording }) => (
          <li key={slug}>
            {figure ? (
              <a class="said fig" href={addressOf('Figure', figure.slug)}>
                {words}
              </a>
            ) : (
              <span class="said fig">{words}</span>
            )}{' '}
            {commitmentOf({ words, ...wording })}
            {figure ? <p class="note">{figure.label}</p> : null}
          </li>
        )}
      </Part>
      <Part name="Times in it" of={statement.times.nodes}>
        {mention => (
          <li key={mention.slug}>
            <TimeMark time={mention} /> <Basis basis={mention.basis} reason={mention.reason} />
          </li>
        )}
      </Part>
      <Part name="Names for things" of={statement.termUses.nodes}>
        {({ slug, words, wording, basis, reason, referent }) => (
          <li key={slug}>
            <Phrase words={words} of={statement} wording={wording} />
            <Known basis={basis} reason={reason} />
            {referent ? (
              <p class="note">
                for <a href={addressOf('Referent', referent.slug)}>{referent.label}</a>
              </p>
            ) : null}
          </li>
        )}
      </Part>
      <Part name="Frames, a coder’s reading" of={statement.frameUses.nodes}>
        {({ slug, function: does, dimension, valence, effect, wording, basis, reason, passage, ...at }) => (
          <li key={slug}>
            <b>{does ? functionNames[does] : 'Dimension'}</b>
            {dimension ? `, ${inWords(dimension)}` : ''}
            {valence ? `, ${inWords(valence)}` : ''}
            {at.targetAgent ? (
              <>
                , at <Agent agent={at.targetAgent} />
              </>
            ) : null}
            {at.targetReferent ? `, at ${at.targetReferent.label}` : ''}
            {effect
              ? `; ${inWords(effect)}: ${at.affectedAgent?.name ?? at.affectedReferent?.label ?? 'not said'}`
              : ''}
            <Known basis={basis} reason={reason} />
            {passage ? (
              <p>
                <Phrase words={passage.exact} of={statement} wording={wording} />
              </p>
            ) : null}
          </li>
        )}
      </Part>
      <Part name="Claims" of={statement.stances.nodes}>
        {({ slug, stance, manner, basis, reason, claim }) => (
          <li key={slug}>
            <b>{stanceInWords({ stance, manner })}</b>:{' '}
            {claim ? <a href={addressOf('Claim', claim.slug)}>{claim.text}</a> : null}
            <Known basis={basis} reason={reason} />
          </li>
        )}
      </Part>
      <Part name="Said in it, by the speaker’s account" of={reports.nodes}>
        {inner => (
          <li key={inner.slug}>
            <button type="button" class="link" onClick={() => select(inner.slug)}>
              {speakerName(inner)}
            </button>
            : <HowHeld of={inner} />
            <span class="said para">{inner.text}</span>
          </li>
        )}
      </Part>
      <Part name="Beside other statements" of={[...statement.relations.nodes, ...statement.relatedBy.nodes]}>
        {({ slug, kind, difference, basis, reason, subject, object }) => {
          const isSubject = subject?.slug === statement.slug
          const other = isSubject ? object : subject
          return (
            <li key={slug}>
              {isSubject ? inWords(kind) : `another ${inWords(kind)} it`}:{' '}
              {other ? (
                <button type="button" class="link" onClick={() => select(other.slug)}>
                  {speakerName(other)}
                </button>
              ) : null}{' '}
              {other ? <HowHeld of={other} /> : null}
              <span class="said para">{other?.text}</span>
              {difference ? <p class="note">{difference}</p> : null}
              <Known basis={basis} reason={reason} />
            </li>
          )
        }}
      </Part>
      <Part name="Notes of the curator" of={statement.notes.nodes}>
        {({ slug, text }) => <li key={slug}>{text}</li>}
      </Part>
      <Part name="Reviews" of={reviews.nodes}>
        {({ rating, author, url }) => (
          <li key={`${rating}${url}`}>
            {rating}
            {author ? `, by ${author.name}` : ''}
            {url ? <span class="mono"> {url}</span> : null}
          </li>
        )}
      </Part>
      <Part name="What the corpus says of it" of={statement.labels}>
        {({ name, value }) => (
          <li key={`${name}${value}`}>
            {name}: {value}
          </li>
        )}
      </Part>
      <p class="note">
        <a href={statementAddress(statement.slug)}>Permalink of this statement</a>
        {statement.coder ? ` · coded by ${statement.coder.name}` : ''}
      </p>
      <ReportButton
        reported={{
          what: `${speakerName(statement)}: ${statement.text}`,
          url: `${location.origin}${withBase(statementAddress(statement.slug))}`,
          statement: { slug: statement.slug, text: statement.text, speaker: statement.speaker },
        }}
      />
    </article>
  )
}

/** How a reading is known, where it is not stated. */
function Known({
  of,
  basis,
  reason,
}: {
  readonly of?: string
  readonly basis: string | null
  readonly reason: string | null
}) {
  if (basis === null || basis === 'STATED') return null
  return (
    <span class="known">
      <Basis {...(of === undefined ? {} : { of })} basis={basis} reason={reason} />
    </span>
  )
}

function Fact({
  name,
  nothing = 'not in words',
  children,
}: {
  readonly name: string
  readonly nothing?: string
  readonly children: ComponentChildren
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children ?? <Nothing>{nothing}</Nothing>}</dd>
    </>
  )
}

function Part<Item>({
  name,
  of,
  children,
}: {
  readonly name: string
  readonly of: readonly Item[]
  readonly children: (item: Item) => ComponentChildren
}) {
  if (of.length === 0) return null
  return (
    <section>
      <h3>{name}</h3>
      <ul>{of.map(children)}</ul>
    </section>
  )
}
