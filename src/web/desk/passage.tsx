import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { DeskState } from '../../draft/desk/deskState.ts'
import { cut, type Layer, paragraphsOf } from '../reader/cut.ts'

type Mark = 'now' | 'source' | 'cue' | 'decided' | 'refused' | 'figure' | 'time' | 'gap'

/** The article: what is to be decided is marked, what was decided is underlined, what nothing covers is hatched. */
export function Passage({ state }: { readonly state: DeskState }) {
  const { text, paragraph, now } = state
  const here = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [paragraph?.start, now?.kind, now?.spans[0]?.start])
  const layers = layersOf(state)
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
        <span class="ds done">decided</span>
        {now && <span class="ds cur">now</span>}
        <span class="uncovered">nothing covers it</span>
      </p>
    </section>
  )
}

function layersOf({ now, decided, gaps }: DeskState): Layer<Mark>[] {
  const of = (value: Mark) => (span: { readonly start: number; readonly end: number }) => ({ ...span, value })
  return [
    ...decided.filter(({ answer }) => /^(ACCEPT|CHANGE|ADD)$/.test(answer)).map(each => of(markOf(each.kind))(each)),
    ...gaps.map(of('gap')),
    ...(now?.spans ?? []).map(of('now')),
    ...(now?.source ?? []).map(of('source')),
    ...(now?.cue ?? []).map(of('cue')),
  ]
}

function markOf(kind: string): Mark {
  return kind === 'figure' || kind === 'time' ? kind : 'decided'
}

function wrapped(words: string, over: readonly Mark[]): ComponentChildren {
  let inside: ComponentChildren = words
  if (over.includes('figure')) inside = <span class="fig">{inside}</span>
  if (over.includes('time')) inside = <span class="time">{inside}</span>
  if (over.includes('gap')) inside = <span class="uncovered">{inside}</span>
  if (over.includes('source') || over.includes('cue')) {
    const part = over.includes('source') ? 'source' : 'cue'
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
