import { useCallback } from 'preact/hooks'
import { Drawing } from '../charts/drawing.tsx'
import { hasPlace, type LineRow } from './lineRow.ts'

/** Wordings of numbers on a line, a row each. */
export function NumberLine({
  rows,
  guide = null,
}: {
  readonly rows: readonly LineRow[]
  readonly guide?: number | null
}) {
  const draw = useCallback(
    async (width: number) => (await import('./drawLine.ts')).drawLine(rows, guide, width),
    [rows, guide],
  )
  return <Drawing draw={draw} height={rows.filter(hasPlace).length * 60 + 40} />
}
