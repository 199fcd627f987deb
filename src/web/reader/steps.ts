import { useEffect } from 'preact/hooks'
import { isTyping } from '../frame/keys.ts'
import { placeNow } from '../place.ts'
import type { Span } from './textOffsets.ts'

/** Walking from statement to statement. */
export interface Steps {
  /** The place of the selected statement, from 1. */
  readonly place: number | null
  readonly total: number
  next(): void
  back(): void
}

export function useSteps({
  statements,
  selected,
  select,
  numbers,
  uncovered,
}: {
  readonly statements: readonly { readonly slug: string }[]
  readonly selected: string | null
  readonly select: (slug: string | null) => void
  readonly numbers: readonly Span[]
  readonly uncovered: readonly Span[]
}): Steps {
  const index = statements.findIndex(({ slug }) => slug === selected)
  const step = (by: number) => {
    // The address, because keys may come faster than the page is shown anew.
    const now = placeNow().query.get('statement')
    const index = statements.findIndex(({ slug }) => slug === now)
    const start = index < 0 ? (by > 0 ? -1 : statements.length) : index
    const found = statements[Math.min(statements.length - 1, Math.max(0, start + by))]
    if (found) select(found.slug)
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || document.querySelector('dialog[open]'))
        return
      if (event.key === 'j') step(1)
      else if (event.key === 'k') step(-1)
      else if (event.key === 'n') showNext(numbers)
      else if (event.key === 'u') showNext(uncovered)
      else if (event.key === 'Escape') select(null)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  useEffect(() => {
    document.querySelector('.st.sel')?.scrollIntoView({ block: 'nearest' })
  }, [selected, statements.length > 0])
  return { place: index < 0 ? null : index + 1, total: statements.length, next: () => step(1), back: () => step(-1) }
}

/** Brings the next of some stretches into view: the first one below the middle of the window. */
function showNext(spans: readonly Span[]): void {
  const middle = innerHeight / 2 + 2
  const elements = spans.flatMap(({ start }) => document.getElementById(`c${start}`) ?? [])
  const next = elements.find(element => element.getBoundingClientRect().top > middle) ?? elements[0]
  next?.scrollIntoView({ block: 'center' })
  next?.animate?.([{ outline: '3px solid currentColor' }, { outline: '3px solid transparent' }], { duration: 1_200 })
}
