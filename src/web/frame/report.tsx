import { useRef, useState } from 'preact/hooks'
import { save } from './save.ts'
import { Code } from './scroll.tsx'

/** What may be wrong: a statement and its speaker, or a view. */
export interface Reported {
  readonly what: string
  readonly url: string
  readonly statement?: {
    readonly slug: string
    readonly text: string
    readonly speaker: { readonly slug: string; readonly name: string } | null
  }
}

/** Writes a note or a decision for whoever keeps the graph. Nothing is sent from here. */
export function ReportButton({ reported }: { readonly reported: Reported }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [given, setGiven] = useState({ right: '', reason: '', by: '' })
  const [copied, setCopied] = useState('')
  const note = writeNote(reported, given)
  const take = (name: keyof typeof given) => (event: Event) => {
    const { target } = event
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      setGiven({ ...given, [name]: target.value })
    }
  }
  const copy = () =>
    navigator.clipboard.writeText(note).then(
      () => setCopied('Copied'),
      () => setCopied('The browser blocked copying: select the text, or save it.'),
    )
  return (
    <>
      <button type="button" class="btn" onClick={() => dialog.current?.showModal()}>
        Report a wrong attribution
      </button>
      <dialog ref={dialog} aria-label="Report a wrong attribution">
        <h2>Report a wrong attribution</h2>
        <p class="note">
          This writes a note for the curators of this graph. Nothing is sent: copy or save the note, and send it
          yourself.
        </p>
        <p dir="auto">{reported.what}</p>
        <label>
          Who said it, or what is right
          <input value={given.right} onInput={take('right')} autocomplete="off" />
        </label>
        <label>
          Why: the words of the document that show it
          <textarea rows={3} value={given.reason} onInput={take('reason')} />
        </label>
        <label>
          Your name
          <input value={given.by} onInput={take('by')} autocomplete="name" />
        </label>
        <Code>{note}</Code>
        <p class="steps">
          <button type="button" class="btn" onClick={copy}>
            Copy
          </button>
          <button type="button" class="btn" onClick={() => save('dixit-note.yaml', 'text/yaml', note)}>
            Save
          </button>
        </p>
        <p role="status" class="note">
          {copied}
        </p>
        <form method="dialog">
          <button type="submit" class="btn solid">
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}

/** A file of decisions where another agent of the graph is named by slug; else a note in the same form. */
export function writeNote(
  { what, url, statement }: Reported,
  { right, reason, by }: { readonly right: string; readonly reason: string; readonly by: string },
): string {
  const quoted = (text: string) => JSON.stringify(text)
  const isSlug = /^[a-z0-9]+(-[a-z0-9]+)+$/.test(right.trim())
  if (statement?.speaker && isSlug) {
    return [
      `# A decision, for: dixit resolve apply FILE`,
      `# ${url}`,
      `# ${quoted(statement.text)}`,
      'decisions: 1',
      `by: ${quoted(by.trim())}`,
      'split:',
      `  - agent: ${statement.speaker.slug} # ${statement.speaker.name}`,
      '    into:',
      `      - { agent: ${right.trim()}, statements: [${quoted(statement.slug)}] }`,
      `    reason: ${quoted(reason.trim())}`,
      '',
    ].join('\n')
  }
  return [
    '# A note for the curator',
    `page: ${quoted(url)}`,
    ...(statement
      ? [`statement: ${quoted(statement.slug)}`, `words: ${quoted(statement.text)}`]
      : [`about: ${quoted(what)}`]),
    ...(statement ? [`graphSays: ${statement.speaker ? quoted(statement.speaker.name) : 'null'}`] : []),
    `shouldSay: ${quoted(right.trim())}`,
    `reason: ${quoted(reason.trim())}`,
    `by: ${quoted(by.trim())}`,
    '',
  ].join('\n')
}
