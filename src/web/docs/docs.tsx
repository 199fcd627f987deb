import { pages } from 'virtual:docs'
import { Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withBase } from '../base.ts'
import { NotFound } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import type { ViewProps } from '../view.ts'

/** The pages of a folder are found from its own. */
const groups = [
  ...Map.groupBy(
    pages.filter(({ name }) => !name.includes('/')),
    ({ group }) => group,
  ),
]

/** The documentation, readable in the page. */
export default function Docs({ rest }: ViewProps) {
  const name = rest.join('/')
  const page = pages.find(one => one.name === name)
  const [html, setHtml] = useState('')
  useTitle(page?.title ?? 'Documentation')
  useEffect(() => {
    page?.load().then(module => {
      setHtml(module.default.replaceAll('href="/', `href="${withBase('/')}`))
      const target = location.hash.slice(1)
      if (target) requestAnimationFrame(() => document.getElementById(target)?.scrollIntoView())
    })
  }, [page])
  if (name !== '' && !page) return <NotFound what={`There is no page “${name}” in the documentation.`} />
  return (
    <div class="docs">
      <nav aria-label="Documentation">
        {groups.map(([group, inGroup]) => (
          <Fragment key={group}>
            <p class="kicker">{group}</p>
            <ul>
              {inGroup.map(({ name: other, title }) => (
                <li key={other}>
                  <a href={`/docs/${other}`} {...(other === name ? { 'aria-current': 'page' as const } : {})}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </nav>
      {page ? (
        // Made of the files in docs/ when the page was built, and of nothing that anyone else wrote.
        <article class="prose" dangerouslySetInnerHTML={{ __html: html }} />
      ) : (
        <article class="prose">
          <h1>Documentation</h1>
          <p>
            Begin with <a href="/docs/explorer">how to read these pages</a>, or with{' '}
            <a href="/docs/graph">how to read the graph</a>. <a href="/graphql">GraphiQL</a> shows the whole schema.
          </p>
          {groups.map(([group, inGroup]) => (
            <Fragment key={group}>
              <h2>{group}</h2>
              <ul>
                {inGroup.map(({ name: other, title, about }) => (
                  <li key={other}>
                    <a href={`/docs/${other}`}>{title}</a>
                    {about === '' ? null : `: ${about}`}
                  </li>
                ))}
              </ul>
            </Fragment>
          ))}
        </article>
      )}
    </div>
  )
}
