import { useEffect, useState } from 'react'
import { send } from './ask.ts'
import { Menu } from './menu.tsx'
import { Names } from './names.tsx'
import { exampleCalled, leaveAt, placeLeft } from './place.ts'
import { Roots } from './roots.tsx'
import type { Example } from './told.ts'

const panels = ['Questions', 'Names', 'Fields'] as const
type Panel = (typeof panels)[number]

/** The first view: the worked questions with their answers, before an editor is needed. */
export function First({ edit }: { readonly edit: (query: string) => void }) {
  const [panel, setPanel] = useState<Panel>('Questions')
  const [example, setExample] = useState(() => exampleCalled(placeLeft().example))
  const choose = (chosen: Example) => {
    leaveAt({ isEditing: false, example: chosen.name })
    setExample(chosen)
  }
  return (
    <div className="first">
      <header>
        <a href="./">Dixit</a>
        <h1>Ask the graph</h1>
        <button type="button" className="solid" onClick={() => edit('query NewQuestion {\n  \n}\n')}>
          New question
        </button>
      </header>
      <aside>
        <div role="tablist" aria-label="Panels">
          {panels.map(name => (
            <button key={name} type="button" role="tab" aria-selected={name === panel} onClick={() => setPanel(name)}>
              {name}
            </button>
          ))}
        </div>
        {panel === 'Questions' ? <Menu {...(example ? { chosen: example.name } : {})} choose={choose} /> : null}
        {panel === 'Names' ? <Names /> : null}
        {panel === 'Fields' ? <Roots /> : null}
      </aside>
      {example ? <Shown key={example.name} example={example} edit={edit} /> : null}
    </div>
  )
}

/** What scrolls has to be reached by keyboard, although nothing in it can be pressed. */
const reachable = { tabIndex: 0 }

function Shown({ example, edit }: { readonly example: Example; readonly edit: (query: string) => void }) {
  const [answer, setAnswer] = useState('…')
  useEffect(() => {
    send({ query: example.query }).then(
      json => setAnswer(JSON.stringify(json, null, 2)),
      () => setAnswer('The server cannot be reached.'),
    )
  }, [example])
  return (
    <main>
      <h2>{example.title}</h2>
      <p>{example.meaning}</p>
      <p>
        <button type="button" className="solid" onClick={() => edit(example.query)}>
          Edit in GraphiQL
        </button>
      </p>
      <div className="both">
        <section aria-label="Question">
          <pre {...reachable}>{example.query}</pre>
        </section>
        <section aria-label="Answer">
          <pre {...reachable}>{answer}</pre>
        </section>
      </div>
    </main>
  )
}
