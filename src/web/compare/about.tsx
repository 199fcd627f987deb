import { useState } from 'preact/hooks'
import { referentNames } from '../documents/compare.ts'
import { datasetNames } from '../documents/dataset.ts'
import { search } from '../documents/search.ts'
import { setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { isSubject, type Subject, subjectNames, subjects } from './subjects.ts'

/** What they are compared about: everything, or one subject that is found by its words. */
export function About({ query }: { readonly query: URLSearchParams }) {
  const given = subjectNames.find(name => query.has(name))
  const [subject, setSubject] = useState<Subject | ''>(given ?? '')
  const only = (name: Subject | '', value: string | null) => {
    setQuery({
      ...Object.fromEntries(subjectNames.map(other => [other, null])),
      ...(name === '' ? {} : { [name]: value }),
    })
  }
  const choose = (value: string) => {
    setSubject(isSubject(value) ? value : '')
    only('', null)
  }
  const value = subject === '' ? null : query.get(subject)
  return (
    <form class="bar-form" onSubmit={event => event.preventDefault()}>
      <label for="about">
        About
        <select id="about" value={subject} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value="">everything</option>
          {subjectNames.map(name => (
            <option value={name} key={name}>
              {subjects[name].label}
            </option>
          ))}
        </select>
      </label>
      {subject === '' ? null : value ? (
        <button type="button" class="btn" onClick={() => only('', null)}>
          {value} <span aria-hidden="true">×</span>
          <span class="vh">, choose another</span>
        </button>
      ) : (
        <Which subject={subject} take={slug => only(subject, slug)} />
      )}
    </form>
  )
}

/** Finds one: by its words for things of the graph; a time or words are typed as they are. */
function Which({ subject, take }: { readonly subject: Subject; readonly take: (slug: string) => void }) {
  const [typed, setTyped] = useState('')
  const { type, hint } = subjects[subject]
  const words = typed.trim()
  const hits = useAnswer(search, type && words !== '' ? { query: `${words}*`, types: [type], first: 8 } : null)
  const referents = useAnswer(
    referentNames,
    subject === 'referent' ? { filter: words === '' ? {} : { label: { contains: words } } } : null,
  )
  const datasets = useAnswer(datasetNames, subject === 'dataset' ? {} : null)
  const found = [
    ...(hits.data?.search.nodes.flatMap(({ node, fragments }) =>
      node && 'slug' in node ? [{ slug: node.slug, name: fragments.map(({ text }) => text).join('') }] : [],
    ) ?? []),
    ...(referents.data?.referents.nodes.map(({ slug, label }) => ({ slug, name: label })) ?? []),
    ...(datasets.data?.datasets.nodes.map(({ slug, name }) => ({ slug, name })) ?? []),
  ]
  return (
    <>
      <label class="grow" for="which">
        Which
        <input
          id="which"
          value={typed}
          placeholder={hint}
          autocomplete="off"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onChange={({ currentTarget }) => {
            if (subject === 'time' || subject === 'query') take(currentTarget.value.trim())
          }}
        />
      </label>
      <ul class="found" aria-label="To compare about">
        {found.slice(0, 10).map(({ slug, name }) => (
          <li key={slug}>
            <button type="button" class="btn" onClick={() => take(slug)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
