import { useEffect, useState } from 'preact/hooks'

type Shade = 'light' | 'dark'

/** Turns the page from light to dark and back. */
export function Theme() {
  const [shade, setShade] = useState<Shade>(shadeNow)
  useEffect(() => {
    document.documentElement.dataset.theme = shade
  }, [shade])
  const other = shade === 'dark' ? 'light' : 'dark'
  const turn = () => {
    try {
      localStorage.setItem('theme', other)
    } catch {
      // Without storage it holds for this visit.
    }
    setShade(other)
  }
  return (
    <button type="button" class="btn theme" onClick={turn}>
      {other === 'dark' ? 'Dark' : 'Light'}
    </button>
  )
}

function shadeNow(): Shade {
  const asked = new URLSearchParams(location.search).get('theme') ?? stored()
  if (asked === 'light' || asked === 'dark') return asked
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function stored(): string | null {
  try {
    return localStorage.getItem('theme')
  } catch {
    return null
  }
}
