import { useEffect, useState } from 'react'
import { type Named, namesIn } from './ask.ts'
import { type SlugList, told } from './told.ts'

/** What people look for by name, in the order in which it is shown. */
const shown: readonly (readonly [title: string, slugOf: string])[] = [
  ['People', 'person'],
  ['Organizations', 'organization'],
  ['Numbers', 'figure'],
  ['Claims', 'claim'],
  ['What is talked of', 'referent'],
  ['Documents', 'document'],
  ['Datasets', 'dataset'],
]

/** What is in the graph, and by which names to ask for it. */
export function Names() {
  const [text, setText] = useState('')
  const [copied, setCopied] = useState('')
  const copy = (slug: string) => {
    navigator.clipboard.writeText(slug).then(
      () => setCopied(`${slug} copied`),
      () => setCopied(slug),
    )
  }
  return (
    <section className="names" aria-label="What is in the graph">
      <label>
        Names with <input type="search" value={text} onChange={event => setText(event.target.value)} />
      </label>
      <p role="status">{copied || 'A name that is clicked is copied, to be put between quotation marks.'}</p>
      {shown.map(([title, key]) => {
        const list = told.slugs[key]
        return list ? <List key={title} title={title} list={list} text={text} copy={copy} /> : null
      })}
    </section>
  )
}

function List({
  title,
  list,
  text,
  copy,
}: {
  readonly title: string
  readonly list: SlugList
  readonly text: string
  readonly copy: (slug: string) => void
}) {
  const [found, setFound] = useState<{ totalCount: number; nodes: readonly Named[] } | null>(null)
  useEffect(() => {
    let isOld = false
    const take = (names: typeof found) => {
      if (!isOld) setFound(names)
    }
    const timer = setTimeout(() => namesIn(list, text).then(take, () => take({ totalCount: 0, nodes: [] })), 150)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [list, text])
  if (found === null || found.totalCount === 0) return null
  const others = found.totalCount - found.nodes.length
  return (
    <section>
      <h3>
        {title} <span className="count">{found.totalCount}</span>
      </h3>
      <ul>
        {found.nodes.map(({ slug, label }) => (
          <li key={slug}>
            <button type="button" title={`Copy ${slug}`} onClick={() => copy(slug)}>
              {label ?? slug} <code>{slug}</code>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="note">and {others} more: type a part of the name</p> : null}
    </section>
  )
}
