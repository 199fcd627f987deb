import { noteOnPage } from './notes.ts'

/** What a reader of an analysis should know of it. */
export function Cautions({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul class="cautions">
      {notes.map(note => (
        <li key={note}>{noteOnPage(note)}</li>
      ))}
    </ul>
  )
}
