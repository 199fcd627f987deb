import { setQuery } from '../place.ts'

const subjects = {
  document: 'document, by slug',
  referent: 'referent, by slug',
  figure: 'figure, by slug',
  claim: 'claim, by slug',
  dataset: 'dataset, by slug',
  time: 'time (2024 or 2024-05/2024-07)',
  query: 'words',
} as const

type Subject = keyof typeof subjects
const names = Object.keys(subjects).filter(isSubject)

function isSubject(name: string): name is Subject {
  return Object.hasOwn(subjects, name)
}

/** What the speakers are compared about, from the address. */
export function aboutOf(query: URLSearchParams): Partial<Record<Subject, string>> | null {
  const given = names.flatMap(name => {
    const value = query.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  return given.length === 0 ? null : Object.fromEntries(given)
}

/** The same as a condition of statements, as far as there is one. */
export function conditionOf(query: URLSearchParams) {
  const { document, dataset, claim, figure, referent, query: words } = aboutOf(query) ?? {}
  return {
    ...(document ? { document } : {}),
    ...(dataset ? { dataset } : {}),
    ...(words ? { search: words } : {}),
    ...(claim ? { claims: { some: { slug: { eq: claim } } } } : {}),
    ...(figure ? { figures: { some: { slug: { eq: figure } } } } : {}),
    ...(referent ? { or: [{ figures: { some: { referent } } }, { termUses: { some: { referent } } }] } : {}),
  }
}

/** What they are compared about: everything, or one subject. */
export function About({ query }: { readonly query: URLSearchParams }) {
  const subject = names.find(name => query.has(name)) ?? ''
  const only = (name: string, value: string) =>
    setQuery({ ...Object.fromEntries(names.map(other => [other, null])), ...(name === '' ? {} : { [name]: value }) })
  return (
    <form class="bar-form" onSubmit={event => event.preventDefault()}>
      <label>
        About
        <select value={subject} onChange={({ currentTarget }) => only(currentTarget.value, ' ')}>
          <option value="">everything</option>
          {names.map(name => (
            <option value={name} key={name}>
              {subjects[name]}
            </option>
          ))}
        </select>
      </label>
      {subject === '' ? null : (
        <label class="grow">
          Which
          <input
            value={(query.get(subject) ?? '').trim()}
            autocomplete="off"
            onChange={({ currentTarget }) => only(subject, currentTarget.value)}
          />
        </label>
      )}
    </form>
  )
}
