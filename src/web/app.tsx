import type { ComponentType } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { AskError } from './ask.ts'
import { searchKey } from './frame/keys.ts'
import { NotFound, Problem } from './frame/states.tsx'
import { Top } from './frame/top.tsx'
import { elsewhere, nodeViews, views } from './pages.ts'
import { followLinks, type Place, usePlace } from './place.ts'
import type { ViewProps } from './view.ts'

/** The page: its frame, and the view of the address in it. */
export function App() {
  const place = usePlace(
    useCallback(() => {
      scrollTo(0, 0)
      document.getElementById('main')?.focus({ preventScroll: true })
    }, []),
  )
  useEffect(() => {
    document.addEventListener('click', followLinks)
    document.addEventListener('keydown', searchKey)
    return () => {
      document.removeEventListener('click', followLinks)
      document.removeEventListener('keydown', searchKey)
    }
  }, [])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Top path={place.path} />
      <main id="main" tabIndex={-1}>
        <View place={place} />
      </main>
      <footer class="foot">
        <span>Dixit keeps who said what, in which words. It never says who is right.</span>
        <a href="/docs/explorer">How to read these pages</a>
        <a href="/graphql">GraphiQL</a>
        <span>Texts: © their publishers.</span>
      </footer>
    </>
  )
}

function View({ place }: { readonly place: Place }) {
  const [, first = '', ...after] = place.path.replace(/\/$/, '').split('/').map(decode)
  const [type = '', ...slug] = after
  const isNode = first === 'id'
  const load = isNode ? (nodeViews[type] ?? elsewhere) : views[first]
  const [loaded, setLoaded] = useState<{ load: unknown; view: ComponentType<ViewProps> | null }>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    load?.().then(
      module => setLoaded({ load, view: module.default }),
      () => setLoaded({ load, view: null }),
    )
  }, [load, turn])

  if (!load) return <NotFound what={`There is no page ${place.path}.`} />
  if (loaded?.load !== load) return null
  if (loaded.view === null) {
    const error = new AskError('UNREACHABLE', 'A part of the page could not be loaded.')
    return <Problem error={error} again={() => setTurn(turn + 1)} />
  }
  const Shown = loaded.view
  return <Shown key={place.path} place={place} rest={isNode ? [type, slug.join('/')] : after} />
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
