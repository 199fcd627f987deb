import { useState } from 'preact/hooks'
import { speakerList } from '../documents/lists.ts'
import { Answer } from '../frame/states.tsx'
import { counted } from '../marks/names.ts'
import { setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { mostCompared } from './compareAddress.ts'

/** Who is compared: names that can be taken away, and a field that finds others. */
export function Choose({ speakers }: { readonly speakers: readonly string[] }) {
  const [typed, setTyped] = useState('')
  const chosen = useAnswer(speakerList, speakers.length > 0 ? { filter: { slug: { in: [...speakers] } } } : null)
  const [isChoosing, setChoosing] = useState(speakers.length < 2)
  const isOpen = typed.trim() !== '' || speakers.length < 2 || isChoosing
  const name = typed.trim()
  const filter = { statements: {}, ...(name === '' ? {} : { name: { contains: name } }) }
  const found = useAnswer(speakerList, isOpen ? { filter } : null)
  const set = (next: readonly string[]) => {
    setTyped('')
    setQuery({ speakers: next.join(',') }, { replace: false })
  }
  const close = () => {
    setTyped('')
    setChoosing(false)
  }
  const nameOf = (slug: string) => chosen.data?.agents.nodes.find(agent => agent.slug === slug)?.name ?? slug
  return (
    <>
      <h1 dir="auto">{speakers.length === 0 ? 'Compare speakers' : speakers.map(nameOf).join(', ')}</h1>
      <div class="choose">
        <ul aria-label="Compared">
          {speakers.map(slug => (
            <li key={slug}>
              <button type="button" class="btn" onClick={() => set(speakers.filter(other => other !== slug))}>
                {nameOf(slug)} <span aria-hidden="true">×</span>
                <span class="vh">, take away</span>
              </button>
            </li>
          ))}
        </ul>
        {speakers.length >= mostCompared ? (
          <p class="note">Six at most.</p>
        ) : (
          <label>
            Add a speaker
            <input
              value={typed}
              placeholder="a part of the name"
              autocomplete="off"
              onFocus={() => setChoosing(true)}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </label>
        )}
      </div>
      {isOpen && speakers.length < mostCompared ? (
        <Answer asked={found} what="speakers">
          {({ agents }) => (
            <ul class="found" aria-label="Speakers to add">
              {agents.nodes
                .filter(({ slug }) => !speakers.includes(slug))
                .slice(0, 12)
                .map(({ slug, name: called, statements }) => (
                  <li key={slug}>
                    <button type="button" class="btn" onClick={() => set([...speakers, slug])}>
                      <span aria-hidden="true">+</span> {called}{' '}
                      <span class="note">{counted(statements.totalCount, 'statement')}</span>
                    </button>
                  </li>
                ))}
              {agents.nodes.length === 0 ? <li class="note">Nobody with a statement is called so.</li> : null}
              {speakers.length < 2 ? null : (
                <li>
                  <button type="button" class="btn solid" onClick={close}>
                    Done
                  </button>
                </li>
              )}
            </ul>
          )}
        </Answer>
      ) : null}
    </>
  )
}
