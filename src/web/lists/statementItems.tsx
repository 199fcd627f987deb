import type { ComponentChildren } from 'preact'
import type { StatementParts } from '../documents/fragments.ts'
import type { Table } from '../frame/csv.ts'
import { ByAccount } from '../marks/byAccount.tsx'
import { heldOf } from '../marks/howHeld.tsx'
import { Speaker, speakerName } from '../marks/marks.tsx'
import { Source } from '../marks/source.tsx'
import { Words } from '../marks/words.tsx'

/** Statements, each with its voice, its words and its place. */
export function StatementItems<Item extends StatementParts>({
  statements,
  withSpeaker = true,
  children,
}: {
  readonly statements: readonly Item[]
  readonly withSpeaker?: boolean
  readonly children?: (statement: Item) => ComponentChildren
}) {
  return (
    <ol class="seq">
      {statements.map(statement => (
        <li key={statement.slug}>
          {withSpeaker ? (
            <p>
              <Speaker of={statement} />
              <span class="note">
                <ByAccount of={statement.reportedIn} />
              </span>
            </p>
          ) : null}
          <p>
            <Words said={statement} />
          </p>
          <Source of={statement} withDocument />
          {children?.(statement)}
        </li>
      ))}
    </ol>
  )
}

export function statementTable(statements: readonly StatementParts[]): Table {
  return {
    header: [
      'statement',
      'speaker',
      'voice',
      'quotation',
      'basis',
      'reason',
      'text',
      'cue',
      'polarity',
      'held',
      'channel',
      'channelBasis',
      'channelReason',
      'time',
      'document',
      'start',
      'end',
      'uri',
    ],
    rows: statements.map(statement => [
      statement.slug,
      speakerName(statement),
      statement.voice,
      statement.quotation,
      statement.speakerBasis,
      statement.speakerReason,
      statement.text,
      statement.cue?.exact,
      statement.polarity,
      heldOf(statement),
      statement.channel?.label,
      statement.channelBasis,
      statement.channelReason,
      statement.time?.edtf ?? statement.time?.words,
      statement.document?.slug,
      statement.content?.start,
      statement.content?.end,
      statement.uri,
    ]),
  }
}
