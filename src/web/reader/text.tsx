import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { StatementMarks } from '../documents/reader.ts'
import { Concluded, speakerName } from '../marks/marks.tsx'
import { voiceClass } from '../marks/words.tsx'
import { cut, paragraphsOf } from './cut.ts'
import type { Mark, Marking } from './marking.ts'
import type { Span } from './textOffsets.ts'

interface TextProps {
  readonly text: string
  readonly marking: Marking
  readonly statements: readonly StatementMarks[]
  readonly selected: string | null
  readonly found: Span | null
  readonly select: (slug: string) => void
  /** What the reading is called, where there are several. */
  readonly name?: string
}

/** The text, a paragraph a row: who speaks in the margin, the words with their marks, what nothing covers beside them. */
export function Text({ text, marking, statements, selected, found, select, name }: TextProps) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    // By keyboard, the buttons in the margin and the keys j and k do the same.
    const click = ({ target }: MouseEvent) => {
      const said = target instanceof Element ? target.closest<HTMLElement>('[data-said]')?.dataset.said : undefined
      if (said) select(said)
    }
    const text = place.current
    text?.addEventListener('click', click)
    return () => text?.removeEventListener('click', click)
  })
  return (
    <section ref={place} class="text" aria-label={name ? `The text as read by ${name}` : 'The text'}>
      {paragraphsOf(text).map(paragraph => {
        const here = statements.filter(({ slug }) => {
          const begin = marking.begins.get(slug) ?? -1
          return begin >= paragraph.start && begin < paragraph.end
        })
        const gaps = marking.uncovered.filter(({ start, end }) => start < paragraph.end && end > paragraph.start)
        return (
          <div class="para-row" key={paragraph.start}>
            <ul class="margin">
              {here.map(statement => (
                <li key={statement.slug}>
                  <MarginLabel statement={statement} isSelected={statement.slug === selected} select={select} />
                </li>
              ))}
            </ul>
            <p dir="auto">
              {cut(paragraph, marking.layers).map(piece => (
                <span key={piece.start} id={name ? undefined : `c${piece.start}`}>
                  {wrap(text.slice(piece.start, piece.end), piece.over, {
                    selected,
                    isFound: isIn(piece, found),
                  })}
                </span>
              ))}
            </p>
            <div class="strip">
              {gaps.map(gap => (
                <i
                  key={gap.start}
                  class={gap.kind.toLowerCase()}
                  title={`Unannotated ${gapNames[gap.kind]}: ${gap.words}`}
                />
              ))}
            </div>
          </div>
        )
      })}
    </section>
  )
}

const gapNames = { NUMBER: 'number', QUOTATION: 'quotation', WORDS: 'stretch' } as const

function isIn(piece: Span, found: Span | null): boolean {
  return found !== null && piece.start >= found.start && piece.end <= found.end
}

function MarginLabel({
  statement,
  isSelected,
  select,
}: {
  readonly statement: StatementMarks
  readonly isSelected: boolean
  readonly select: (slug: string) => void
}) {
  const name = speakerName(statement)
  return (
    <button
      type="button"
      class={voiceClass(statement.voice)}
      aria-pressed={isSelected}
      onClick={() => select(statement.slug)}
      aria-label={`${statement.reportedIn ? 'in it: ' : ''}${name}: ${statement.text.slice(0, 60)}`}
    >
      <Concluded of="speaker" basis={statement.basis} />
      <span class="name" dir="auto">
        {statement.reportedIn ? 'in it: ' : ''}
        {name}
      </span>
      <span class="rod" />
    </button>
  )
}

function wrap(
  words: string,
  over: readonly Mark[],
  { selected, isFound }: { readonly selected: string | null; readonly isFound: boolean },
): ComponentChildren {
  const said = over.filter(mark => mark.kind === 'STATEMENT')
  const innermost = said.toSorted((a, b) => a.depth - b.depth).at(-1)?.statement
  // Words inside of quoted words are those of whoever is quoted outermost.
  const own = over.filter(mark => mark.kind === 'OWN').toSorted((a, b) => a.depth - b.depth)[0]
  let inside: ComponentChildren = isFound ? <mark>{words}</mark> : words
  for (const mark of over.toReversed()) {
    if (mark.kind === 'FIGURE') inside = <span class="fig">{inside}</span>
    if (mark.kind === 'TIME') inside = <span class={`time ${mark.basis.toLowerCase()}`}>{inside}</span>
    if (mark.kind === 'UNCOVERED') inside = <span class={`uncovered ${mark.what.toLowerCase()}`}>{inside}</span>
    if ((mark.kind === 'SOURCE' || mark.kind === 'CUE') && mark.statement === selected) {
      inside = (
        <span class={mark.kind.toLowerCase()}>
          <small>{mark.kind.toLowerCase()} </small>
          {inside}
        </span>
      )
    }
  }
  if (own?.isDoubtful) inside = <span class="doubtful">{inside}</span>
  else if (own) inside = <span class={`own ${voiceClass(own.statement.voice)}`}>{inside}</span>
  for (const { statement } of said.toSorted((a, b) => b.depth - a.depth)) {
    inside = (
      <span
        class={`st ${voiceClass(statement.voice)}${statement.slug === selected ? ' sel' : ''}`}
        data-said={innermost?.slug}
      >
        {inside}
      </span>
    )
  }
  return inside
}
