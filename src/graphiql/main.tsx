import { lazy, StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { First } from './first.tsx'
import { asked, leaveAt, placeLeft } from './place.ts'
import './style.css'

/** GraphiQL with its editor is several megabytes: it is loaded when somebody writes. */
const Editor = lazy(() => import('./editor.tsx'))

/** What GraphiQL opens with: a question, or null for its tabs as they were left. */
interface Opened {
  readonly query: string | null
  readonly variables: string | null
}

function opened(): Opened | null {
  return asked() ?? (placeLeft().isEditing ? { query: null, variables: null } : null)
}

function Page() {
  const [editing, setEditing] = useState(opened)
  if (editing === null) {
    const edit = (query: string) => {
      leaveAt({ ...placeLeft(), isEditing: true })
      setEditing({ query, variables: null })
    }
    return <First edit={edit} />
  }
  const leave = () => {
    leaveAt({ ...placeLeft(), isEditing: false })
    history.replaceState(null, '', location.pathname)
    setEditing(null)
  }
  return (
    <Suspense fallback={<p className="wait">GraphiQL is loading…</p>}>
      <Editor {...editing} leave={leave} />
    </Suspense>
  )
}

const page = document.getElementById('page')
if (page) {
  createRoot(page).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}
