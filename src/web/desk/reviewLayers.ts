import type { DeskState } from '../../draft/desk/deskState.ts'
import type { Layer } from '../reader/cut.ts'
import type { Mark } from './passage.tsx'

/** What a review marks in the article. */
export function reviewLayers({ now, decided, gaps }: DeskState): Layer<Mark>[] {
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
