import type { SettlingState } from '../../../draft/desk/settlingState.ts'
import { cut, type Layer } from '../../reader/cut.ts'
import type { Mark } from '../passage.tsx'

/** What is marked of a difference: the words of both readings, and those that only one has. */
export function settlingLayers({ text, now }: SettlingState): Layer<Mark>[] {
  const of = (value: Mark) => (span: { readonly start: number; readonly end: number }) => ({ ...span, value })
  const both = [...(now?.first?.spans ?? []).map(of('first')), ...(now?.second?.spans ?? []).map(of('second'))]
  const hasBoth = now?.first !== null && now?.second !== null
  const alone = cut({ start: 0, end: text.length }, both).flatMap(({ start, end, over: [mark, ...others] }) =>
    mark === undefined || others.length > 0 || !hasBoth ? [] : [{ start, end, value: mark }],
  )
  return [...both.map(of('now')), ...alone]
}
