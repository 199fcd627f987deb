import { useEffect, useRef, useState } from 'preact/hooks'
import type { LineRow } from './lineRow.ts'

/** Wordings of numbers on a line, a row each. The library that draws is loaded with the first line that is shown. */
export function NumberLine({
  rows,
  guide,
  label,
}: {
  readonly rows: readonly LineRow[]
  readonly guide?: number | null
  readonly label: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const box = place.current
    if (!box) return
    const observer = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const box = place.current
    if (!box || width === 0) return
    let isOld = false
    import('./drawLine.ts').then(({ drawLine }) => {
      if (isOld) return
      const drawing = drawLine(rows, guide ?? null, width)
      drawing.setAttribute('role', 'img')
      drawing.setAttribute('aria-label', label)
      box.replaceChildren(drawing)
    })
    return () => {
      isOld = true
    }
  }, [rows, guide, width, label])
  return <div ref={place} class="picture" style={{ minHeight: `${rows.length * 56 + 40}px` }} />
}
