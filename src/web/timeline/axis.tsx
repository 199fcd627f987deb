import { useEffect, useRef, useState } from 'preact/hooks'
import type { TimeOfLine } from '../documents/lists.ts'

/** Dates on an axis, a row each. */
export function TimeAxis({ times }: { readonly times: readonly TimeOfLine[] }) {
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
    import('./drawTimes.ts').then(({ drawTimes }) => {
      if (isOld) return
      const drawing = drawTimes(times, width)
      drawing.setAttribute('role', 'img')
      drawing.setAttribute('aria-label', `${times.length} times on an axis; the list below has each of them`)
      box.replaceChildren(drawing)
    })
    return () => {
      isOld = true
    }
  }, [times, width])
  return <div ref={place} class="picture" style={{ minHeight: `${times.length * 46 + 40}px` }} />
}
