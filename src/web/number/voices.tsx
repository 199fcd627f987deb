import type { Voiced } from '../documents/number.ts'
import { ByAccount, HeldBy } from '../marks/byAccount.tsx'
import { Concluded, Nothing, Speaker } from '../marks/marks.tsx'
import { Source } from '../marks/source.tsx'
import { Words } from '../marks/words.tsx'
import { addressOf } from '../place.ts'
import { commitmentOf } from './wording.ts'

/** Each voice with its exact words. */
export function Voices({
  mentions,
  withDocument = false,
}: {
  readonly mentions: readonly Voiced[]
  readonly withDocument?: boolean
}) {
  if (mentions.length === 0) return <Nothing>no wording gives such a number</Nothing>
  return (
    <ol class="voices">
      {mentions.map(({ slug, words, statement, figure, ...wording }) => (
        <li key={slug}>
          <div>
            {statement ? <Speaker of={statement} /> : null}
            {statement?.speakerRoles.map(({ membership: { role, organization, basis, reason, statement: giver } }) => (
              <p class="note" key={`${role}${organization?.name}`} dir="auto">
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
              {statement.reportedIn ? (
                <p class="note">
                  <HeldBy of={statement} /> <ByAccount of={statement.reportedIn} />
                </p>
              ) : null}
              <p>
                <Words said={statement} mark={words} />
              </p>
              <Source of={statement} withDocument={withDocument} />
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
