import { search } from '../documents/search.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { useTitle } from '../frame/title.ts'
import { setQuery } from '../place.ts'
import type { ViewProps } from '../view.ts'
import { Hits } from './hits.tsx'

const kinds = {
  STATEMENT: 'Statements',
  FIGURE: 'Numbers',
  AGENT: 'Speakers',
  DOCUMENT: 'Documents',
  CLAIM: 'Claims',
} as const
type Kind = keyof typeof kinds

function isKind(text: string): text is Kind {
  return Object.hasOwn(kinds, text)
}

/** One search over everything. */
export default function Search({ place: { query } }: ViewProps) {
  const words = query.get('q') ?? ''
  const asked = query.get('in') ?? ''
  const kind = isKind(asked) ? asked : null
  useTitle(`Search: ${words}`)
  return (
    <>
      <h1>Search</h1>
      <search>
        <form class="bar-form" onSubmit={event => event.preventDefault()} action="/search">
          <label class="grow">
            Words, a name or a number
            <input
              name="q"
              type="search"
              autocomplete="off"
              value={words}
              onInput={({ currentTarget }) => setQuery({ q: currentTarget.value })}
            />
          </label>
          <label>
            In
            <select value={kind ?? ''} onChange={({ currentTarget }) => setQuery({ in: currentTarget.value })}>
              <option value="">everything</option>
              {Object.entries(kinds).map(([value, name]) => (
                <option value={value} key={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </form>
      </search>
      {words.trim() === '' ? (
        <p class="empty">Type what you look for.</p>
      ) : (
        <Hits query={words} types={kind ? [kind] : null} />
      )}
      <Evidence
        name="search"
        cited={{ title: `Search for “${words}”` }}
        questions={[question(search, { query: words, types: kind ? [kind] : null, first: 20 })]}
      />
    </>
  )
}
