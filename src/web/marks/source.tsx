import type { StatementParts } from '../documents/fragments.ts'
import { addressOf } from '../place.ts'
import { Attributed } from './attributed.tsx'
import { statementAddress, TimeMark, Whose } from './marks.tsx'
import { documentName, inWords, speechActNames } from './names.ts'

/** The line under a statement: wording, cue, channel, time, basis and place. */
export function Source({ of, withDocument = false }: { readonly of: StatementParts; readonly withDocument?: boolean }) {
  return (
    <p class="meta">
      <Whose {...of} />
      {of.speechAct ? <span>{speechActNames[of.speechAct] ?? inWords(of.speechAct)}</span> : null}
      {of.cue ? (
        <span>
          introduced by <span class="said">{of.cue.exact}</span>
        </span>
      ) : null}
      {of.channel && of.voice !== 'CHANNEL' ? <span dir="auto">{of.channel.label}</span> : null}
      {of.time ? <TimeMark time={of.time} /> : null}
      {withDocument && !of.time && of.document?.published ? <span>published {of.document.published}</span> : null}
      {withDocument && of.document ? (
        <a href={addressOf('Document', of.document.slug)} dir="auto">
          {documentName(of.document)}
        </a>
      ) : null}
      <a class="num" href={statementAddress(of.slug)}>
        {of.content ? `characters ${of.content.start}–${of.content.end}` : 'in its place'}
      </a>
      <Attributed of={of} />
    </p>
  )
}
