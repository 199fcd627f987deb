import { useCallback } from 'preact/hooks'
import { Drawing } from '../charts/drawing.tsx'
import type { TimeOfLine } from '../documents/timeline.ts'

/** Dates on an axis, a row each. */
export function TimeAxis({ times }: { readonly times: readonly TimeOfLine[] }) {
  const draw = useCallback(async (width: number) => (await import('./drawTimes.ts')).drawTimes(times, width), [times])
  return <Drawing draw={draw} height={times.length * 46 + 40} />
}
