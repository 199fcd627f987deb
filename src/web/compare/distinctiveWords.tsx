import { useState } from 'preact/hooks'
import { compareWords } from '../documents/compare.ts'
import type { AgentParts } from '../documents/fragments.ts'
import { Answer } from '../frame/states.tsx'
import { Nothing } from '../marks/marks.tsx'
import { counted } from '../marks/names.ts'
import { choices, noteOnPage } from '../marks/notes.ts'
import { useAnswer } from '../useAnswer.ts'
import { otherParts } from './parts.ts'
import { conditionOf } from './subjects.ts'
import { WordPlot } from './wordPlot.tsx'

/** The words that set one speaker apart from the others; asked for when opened. */
export function DistinctiveWords({
  speakers,
  query,
}: {
  readonly speakers: readonly AgentParts[]
  readonly query: URLSearchParams
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [one, setOne] = useState(speakers[0]?.slug ?? '')
  const [withParaphrase, setWithParaphrase] = useState(false)
  const condition = conditionOf(query)
  const others = speakers.filter(({ slug }) => slug !== one)
  const variables = {
    one: { and: [{ speaker: one }, condition] },
    other: { and: [{ or: others.map(({ slug }) => ({ speaker: slug })) }, condition] },
    withParaphrase,
  }
  const asked = useAnswer(compareWords, isOpen ? variables : null)
  return (
    <section class="band" id="distinctive">
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>
          <h2>{otherParts.distinctive.title}</h2>
        </summary>
        <p class="note">{otherParts.distinctive.lead}</p>
        <p class="checks">
          <label>
            The words of
            <select value={one} onChange={({ currentTarget }) => setOne(currentTarget.value)}>
              {speakers.map(({ slug, name }) => (
                <option value={slug} key={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <span>against those of {others.map(({ name }) => name).join(' and ')}</span>
          <label class="check">
            <input type="checkbox" checked={withParaphrase} onChange={() => setWithParaphrase(!withParaphrase)} />{' '}
            {choices.withParaphrase}
          </label>
        </p>
        <Answer asked={asked} what="the words">
          {({ distinctiveWording: { ofOne, ofOther, notes, formula, one: ours, other: theirs } }) => (
            <>
              <p class="note">
                {counted(ours.words, 'word')} in {counted(ours.statements, 'statement')}, against{' '}
                {counted(theirs.words, 'word')} in {counted(theirs.statements, 'statement')}.
              </p>
              {notes.map(note => (
                <p class="caution" key={note}>
                  {noteOnPage(note)}
                </p>
              ))}
              {ofOne.length + ofOther.length === 0 ? (
                <Nothing>no word sets them apart</Nothing>
              ) : (
                <WordPlot ofOne={ofOne} ofOther={ofOther} />
              )}
              <details>
                <summary>How it is computed</summary>
                <p class="mono">{formula}</p>
              </details>
            </>
          )}
        </Answer>
      </details>
    </section>
  )
}
