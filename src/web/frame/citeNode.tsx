import { useEffect, useRef, useState } from 'preact/hooks'
import { withBase } from '../base.ts'
import { type Cited, citations } from './cite.ts'
import { Code } from './scroll.tsx'

/** A form of a citation. */
interface Form {
  readonly name: string
  readonly text: string
}

/** The forms in which the server cites documents, statements and numbers, as `dixit cite` writes them. */
const serverForms = [
  { name: 'Text', ending: 'txt' },
  { name: 'BibTeX', ending: 'bib' },
  { name: 'RIS', ending: 'ris' },
  { name: 'CSL-JSON', ending: 'csl' },
] as const

async function citationOf(node: string, ending: string): Promise<string> {
  const failed = 'The server does not answer.'
  return fetch(withBase(`/id/${node}.${ending}`)).then(
    response => (response.ok ? response.text() : failed),
    () => failed,
  )
}

/** A citation as text, once the server has given it. */
export function NodeCitation({ node }: { readonly node: string }) {
  const [text, setText] = useState('')
  useEffect(() => {
    let isLeft = false
    setText('')
    void citationOf(node, 'txt').then(given => {
      if (!isLeft) setText(given)
    })
    return () => {
      isLeft = true
    }
  }, [node])
  return <>{text}</>
}

async function formsOf(node: string | undefined, cited: Cited): Promise<Form[]> {
  if (node !== undefined) {
    return Promise.all(serverForms.map(async ({ name, ending }) => ({ name, text: await citationOf(node, ending) })))
  }
  const { text, bibtex, csl } = citations(cited, new Date())
  return [
    { name: 'Text', text },
    { name: 'BibTeX', text: bibtex },
    { name: 'CSL-JSON', text: csl },
  ]
}

/** That an address in a citation leads nowhere from another machine. */
export function OnThisMachine({ text }: { readonly text: string }) {
  if (!/https?:\/\/(localhost|127\.[\d.]+|\[::1\])[:/]/.test(text)) return null
  return (
    <p class="note">
      The Dixit address works only on this machine. To get addresses that others can open, set{' '}
      <span class="mono">BASE_URL</span> to the address where readers reach this graph.
    </p>
  )
}

/** Opens the citations of a document, a statement or a number; of another view, those of its address. */
export function CiteButton({ node, cited }: { readonly node: string | undefined; readonly cited: Cited }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [forms, setForms] = useState<readonly Form[]>([])
  const [copied, setCopied] = useState('')
  const open = async () => {
    dialog.current?.showModal()
    setForms(await formsOf(node, cited))
  }
  const copy = async (name: string, text: string) => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(`${name} copied`),
      () => setCopied('The browser blocked copying: select the text instead.'),
    )
  }
  return (
    <>
      <button type="button" class="btn" onClick={open}>
        Cite
      </button>
      <dialog ref={dialog} aria-label="Cite this page">
        <h2>Cite this page</h2>
        <OnThisMachine text={forms[0]?.text ?? ''} />
        {forms.map(({ name, text }) => (
          <section key={name}>
            <h3>{name}</h3>
            <Code>{text}</Code>
            <button type="button" class="btn" onClick={() => copy(name, text)}>
              Copy {name}
            </button>
          </section>
        ))}
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
