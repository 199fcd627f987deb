import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Opens the tie of the picture that is clicked. By keyboard, the buttons of the table do the same. */
export function useTieClicks(open: (key: string) => void): RefObject<SVGSVGElement | null> {
  const picture = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const click = ({ target }: MouseEvent) => {
      const key = target instanceof SVGElement ? target.dataset.tie : undefined
      if (key) open(key)
    }
    const drawing = picture.current
    drawing?.addEventListener('click', click)
    return () => drawing?.removeEventListener('click', click)
  })
  return picture
}
