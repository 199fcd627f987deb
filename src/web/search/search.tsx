import { type SearchHit, search } from '../documents/search.ts'
import { type CitedDocument, placesOf } from '../frame/cite.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { useTitle } from '../frame/title.ts'
import { Marks } from '../marks/help.tsx'
import { heldOf } from '../marks/howHeld.tsx'
import { speakerName } from '../marks/marks.tsx'
import { setQuery } from '../place.ts'
import type { ViewProps } from '../view.ts'
import { Hits } from './hits.tsx'
import { useHits } from './useHits.ts'

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
  const found = useHits(words, { types: kind ? [kind] : null })
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
      {words.trim() === '' ? <p class="empty">Type what you look for.</p> : <Hits found={found} />}
      {found.list.items.length === 0 ? null : <Marks kinds={['voices', 'wording', 'basis']} />}
      {found.asked === null ? null : (
        <Evidence
          name="search"
          cited={{
            title: `Search for “${words}”`,
            ...(kind ? { note: `in ${kinds[kind]}` } : {}),
            places: placesOf(found.list.items.map(documentOf), !found.list.hasMore),
          }}
          questions={[question(search, found.asked)]}
          table={async () => ({
            header: ['type', 'slug', 'found', 'speaker', 'held', 'quotation', 'document'],
            rows: (await found.list.all(1_000)).map(hit => [
              hit.type,
              hit.node && 'slug' in hit.node ? hit.node.slug : null,
              hit.fragments.map(({ text }) => text).join(''),
              hit.node?.__typename === 'Statement' ? speakerName(hit.node) : null,
              hit.node?.__typename === 'Statement' ? heldOf(hit.node) : null,
              hit.node?.__typename === 'Statement' ? hit.node.quotation : null,
              documentOf(hit)?.slug,
            ]),
          })}
        />
      )}
    </>
  )
}

/** The document that a hit stands in, or is. */
function documentOf({ node }: SearchHit): CitedDocument | null {
  if (node?.__typename === 'Document') return node
  return node?.__typename === 'Statement' || node?.__typename === 'Figure' ? node.document : null
}
