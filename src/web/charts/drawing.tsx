import { useEffect, useRef, useState } from 'preact/hooks'

/** Where a drawing stands: it is drawn as wide as the place is, and anew when that changes. */
export function Drawing({
  draw,
  height,
}: {
  /** Loads what draws, and draws. */
  readonly draw: (width: number) => Promise<SVGSVGElement>
  readonly height: number
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
    if (width === 0) return
    let isOld = false
    draw(width).then(drawing => {
      if (!isOld) place.current?.replaceChildren(drawing)
    })
    return () => {
      isOld = true
    }
  }, [draw, width])
  return <div ref={place} class="picture" style={{ '--height': `${height}px` }} />
}
