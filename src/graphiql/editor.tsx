import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { useEffect, useRef } from 'react'
import { send } from './ask.ts'
import { Menu } from './menu.tsx'
import { Names } from './names.tsx'
import { Roots } from './roots.tsx'
import { completeSlugs } from './slugs.ts'
import type { Example } from './told.ts'
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'

const icon = (path: string) => () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d={path} />
  </svg>
)

const questions: GraphiQLPlugin = {
  title: 'Worked questions',
  icon: icon('M4 6h16M4 12h16M4 18h10'),
  content: () => <Panel title="Worked questions" of={Questions} />,
}
const names: GraphiQLPlugin = {
  title: 'What is in the graph',
  icon: icon('M4 20c0-4 3-6 8-6s8 2 8 6M12 11a4 4 0 1 0 0-8a4 4 0 0 0 0 8'),
  content: () => <Panel title="What is in the graph" of={Names} />,
}
const roots: GraphiQLPlugin = {
  title: 'What can be asked',
  icon: icon('M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2.500M12 18v.500'),
  content: () => <Panel title="What can be asked" of={Roots} />,
}
const plugins = [questions, names, roots, HISTORY_PLUGIN]

function Panel({ title, of: Content }: { readonly title: string; readonly of: () => React.ReactNode }) {
  return (
    <div className="panel">
      <h2>{title}</h2>
      <Content />
    </div>
  )
}

/** Opens a question in a tab of its own, or in the one where it stands already, and asks it. */
function Questions() {
  const { addTab, changeTab, run, setOperationName } = useGraphiQLActions()
  const tabs = useGraphiQL(state => state.tabs)
  const editor = useGraphiQL(state => state.queryEditor)
  const choose = ({ query }: Example) => {
    const open = tabs.findIndex(tab => tab.query?.trim() === query.trim())
    if (open >= 0) changeTab(open)
    else {
      addTab()
      editor?.setValue(query)
    }
    // GraphiQL reads the name of the operation a moment later, and would ask for that of the tab before.
    setOperationName(/^query (\w+)/m.exec(query)?.[1] ?? '')
    setTimeout(run)
  }
  return <Menu choose={choose} />
}

/** Asks the question that the page was opened with, and completes slugs. */
function Begin({ isAsked }: { readonly isAsked: boolean }) {
  const { run } = useGraphiQLActions()
  const monaco = useMonaco(state => state.monaco)
  const isReady = useGraphiQL(state => Boolean(state.queryEditor && state.responseEditor && state.schema))
  const isBegun = useRef(false)
  useEffect(() => {
    if (!isReady || isBegun.current || !isAsked) return
    isBegun.current = true
    run()
  }, [isReady, isAsked, run])
  useEffect(() => {
    if (!monaco) return
    const completion = completeSlugs(monaco)
    return () => completion.dispose()
  }, [monaco])
  return null
}

export default function Editor({
  query,
  variables,
  leave,
}: {
  readonly query: string | null
  readonly variables: string | null
  readonly leave: () => void
}) {
  return (
    <GraphiQL
      fetcher={send}
      plugins={plugins}
      visiblePlugin={questions}
      isHeadersEditorEnabled={false}
      defaultQuery={'query NewQuestion {\n  \n}\n'}
      {...(query === null ? {} : { initialQuery: query })}
      {...(variables === null ? {} : { initialVariables: variables })}
    >
      <GraphiQL.Logo>
        <button type="button" className="back" onClick={leave}>
          Dixit
        </button>
        <Begin isAsked={query !== null} />
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
