import { useRef } from 'preact/hooks'
import { go } from '../place.ts'
import { Theme } from './theme.tsx'

const views = [
  { href: '/documents', name: 'Documents', of: ['Document', 'documents'] },
  { href: '/statements', name: 'Statements', of: ['Statement', 'statements'] },
  { href: '/claims', name: 'Claims', of: ['Claim', 'claims'] },
  { href: '/figures', name: 'Numbers', of: ['Figure', 'figures', 'number'] },
  { href: '/speakers', name: 'Speakers', of: ['Person', 'Organization', 'UnclassifiedAgent', 'speakers'] },
  { href: '/compare', name: 'Compare', of: ['compare'] },
  { href: '/network', name: 'Network', of: ['network'] },
  { href: '/timeline', name: 'Timeline', of: ['timeline'] },
  { href: '/datasets', name: 'Datasets', of: ['Dataset', 'datasets'] },
  { href: '/docs', name: 'Help', of: ['docs'] },
]

export function Top({ path }: { readonly path: string }) {
  const [, first = '', type = ''] = path.split('/')
  const here = first === 'id' ? type : first
  const links = (
    <ul>
      {views.map(({ href, name, of }) => (
        <li key={href}>
          <a href={href} {...(of.includes(here) ? { 'aria-current': 'page' as const } : {})}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <header class="top">
      <a class="brand" href="/">
        Dixit
      </a>
      <nav class="wide" aria-label="Views">
        {links}
      </nav>
      {path === '/' || path === '/search' ? <span class="gap" /> : <Find />}
      <Theme />
      <details class="menu" key={path}>
        <summary>Menu</summary>
        <nav aria-label="Views, menu">{links}</nav>
      </details>
    </header>
  )
}

function Find() {
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: Event) => {
    event.preventDefault()
    go(`/search?${new URLSearchParams({ q: field.current?.value ?? '' })}`)
  }
  return (
    <search class="find">
      <form onSubmit={submit} action="/search">
        <label class="vh" for="find">
          Search the graph
        </label>
        <input ref={field} id="find" name="q" type="search" placeholder="Search" autocomplete="off" />
        <kbd title="Press / to search">/</kbd>
      </form>
    </search>
  )
}
