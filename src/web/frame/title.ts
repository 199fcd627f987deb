import { useEffect } from 'preact/hooks'

/** Names the page in the browser. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Dixit` : 'Dixit'
  }, [title])
}
