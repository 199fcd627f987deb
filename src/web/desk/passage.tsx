import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { cut, type Layer, paragraphsOf } from '../reader/cut.ts'
import type { Span } from '../reader/textOffsets.ts'

/** What is marked: words that are decided on now, and parts of them with a small name before them; and what was decided. */
export type Mark = 'now' | Part | 'decided' | 'figure' | 'time' | 'gap'

const parts = ['source', 'cue', 'first', 'second'] as const
type Part = (typeof parts)[number]

interface PassageProps {
  readonly text: string
  readonly paragraph: Span | null
  readonly layers: readonly Layer<Mark>[]
  /** What the marks are. */
  readonly children: ComponentChildren
}

/** The article: what is to be decided is marked, what was decided is underlined, what nothing covers is hatched. */
export function Passage({ text, paragraph, layers, children }: PassageProps) {
  const here = useRef<HTMLParagraphElement>(null)
  const now = layers.find(({ value }) => value === 'now')
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [paragraph?.start, now?.start, now?.end])
  return (
    <section class="draft" aria-label="The article">
      {paragraphsOf(text).map(each => {
        const isHere = paragraph !== null && each.start < paragraph.end && each.end > paragraph.start
        return (
          <p key={each.start} ref={isHere ? here : null} class={isHere ? 'here' : undefined} dir="auto">
            {cut(each, layers).map(piece => (
              <span key={piece.start} data-at={piece.start}>
                {wrapped(text.slice(piece.start, piece.end), piece.over)}
              </span>
            ))}
          </p>
        )
      })}
      <p class="legend" aria-hidden="true">
        {children}
      </p>
    </section>
  )
}

function wrapped(words: string, over: readonly Mark[]): ComponentChildren {
  let inside: ComponentChildren = words
  if (over.includes('figure')) inside = <span class="fig">{inside}</span>
  if (over.includes('time')) inside = <span class="time">{inside}</span>
  if (over.includes('gap')) inside = <span class="uncovered">{inside}</span>
  const part = parts.find(each => over.includes(each))
  if (part !== undefined) {
    inside = (
      <span class={part}>
        <small>{part} </small>
        {inside}
      </span>
    )
  }
  if (over.includes('decided')) inside = <span class="ds done">{inside}</span>
  return over.includes('now') ? <mark class="ds cur">{inside}</mark> : inside
}

/** What is selected of the article, by its place in it; null where nothing is. */
export function selectedSpan(): { start: number; end: number } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const start = placeAt(startContainer, startOffset)
  const end = placeAt(endContainer, endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

function placeAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const piece = element?.closest<HTMLElement>('[data-at]')
  if (!piece || node.nodeType !== Node.TEXT_NODE || node.parentElement?.tagName === 'SMALL') return null
  return Number(piece.dataset.at) + offset
}
