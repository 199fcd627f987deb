import type { Voiced } from '../documents/number.ts'
import { ByAccount, HeldBy } from '../marks/byAccount.tsx'
import { Concluded, Nothing, Speaker } from '../marks/marks.tsx'
import { Source } from '../marks/source.tsx'
import { Words } from '../marks/words.tsx'
import { addressOf } from '../place.ts'
import { commitmentOf } from './wording.ts'

/** Each voice with its exact words. On paper, what a row before has too is not repeated. */
export function Voices({
  mentions,
  withDocument = false,
}: {
  readonly mentions: readonly Voiced[]
  readonly withDocument?: boolean
}) {
  if (mentions.length === 0) return <Nothing>no wording gives such a number</Nothing>
  const isFirst = firstOf(mentions)
  return (
    <ol class="voices">
      {mentions.map(({ slug, words, statement, figure, ...wording }) => (
        <li key={slug}>
          <div>
            {statement ? <Speaker of={statement} /> : null}
            {statement?.speakerRoles.map(({ membership: { role, organization, basis, reason, statement: giver } }) => (
              <p
                class={isFirst.ofSpeaker.has(slug) ? 'note' : 'note repeated'}
                key={`${role}${organization?.name}`}
                dir="auto"
              >
                {role}
                {organization ? `, ${organization.name}` : ''}
                {'\u00a0'}
                <Concluded of="role" basis={basis} reason={reason} />
                <ByAccount of={giver} />
              </p>
            ))}
            <p class="note">
              <span class="fig said">{words}</span> {commitmentOf({ words, ...wording })}
            </p>
          </div>
          {statement ? (
            <div>
              <div class={isFirst.ofStatement.has(slug) ? '' : 'repeated'}>
                {statement.reportedIn ? (
                  <p class="note">
                    <HeldBy of={statement} /> <ByAccount of={statement.reportedIn} />
                  </p>
                ) : null}
                <p>
                  <Words said={statement} mark={words} />
                </p>
                <Source of={statement} withDocument={withDocument} />
              </div>
              {isFirst.ofStatement.has(slug) ? null : <p class="note on-paper">In the same statement, quoted above.</p>}
              {figure ? (
                <p class="note" dir="auto">
                  counts <a href={addressOf('Figure', figure.slug)}>{figure.label}</a>
                </p>
              ) : wording.counted || wording.unit ? (
                <p class="note" dir="auto">
                  counts “{wording.counted ?? wording.unit}”, as the words go: no curator has said what
                </p>
              ) : null}
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** The wordings that are the first of their speaker, and of their statement. */
function firstOf(mentions: readonly Voiced[]) {
  const firsts = (keyOf: (mention: Voiced) => string | undefined) =>
    new Set(
      [...Map.groupBy(mentions, mention => keyOf(mention) ?? mention.slug).values()].map(([first]) => first?.slug),
    )
  return {
    ofSpeaker: firsts(({ statement }) => statement?.speaker?.slug),
    ofStatement: firsts(({ statement }) => statement?.slug),
  }
}
