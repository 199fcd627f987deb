import { useEffect, useRef } from 'preact/hooks'

interface Word {
  readonly words: string
  readonly z: number
  readonly oneCount: number
  readonly otherCount: number
}

/** Words by how far they set one side apart: to the right those of the one, to the left those of the others. */
export function WordPlot({ ofOne, ofOther }: { readonly ofOne: readonly Word[]; readonly ofOther: readonly Word[] }) {
  const place = useRef<HTMLDivElement>(null)
  const words = [...ofOne, ...ofOther].sort((a, b) => b.z - a.z)
  useEffect(() => {
    const box = place.current
    if (!box) return
    let isOld = false
    import('./drawWords.ts').then(({ drawWords }) => {
      if (isOld) return
      const drawing = drawWords(words, box.clientWidth)
      drawing.setAttribute('role', 'img')
      drawing.setAttribute('aria-label', 'Words by z score; the table has each of them')
      box.replaceChildren(drawing)
    })
    return () => {
      isOld = true
    }
  }, [ofOne, ofOther])
  return (
    <>
      <div ref={place} class="picture" />
      <details>
        <summary>The same as a table</summary>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Word</th>
              <th scope="col" class="n">
                z
              </th>
              <th scope="col" class="n">
                Here
              </th>
              <th scope="col" class="n">
                There
              </th>
            </tr>
          </thead>
          <tbody>
            {words.map(({ words: word, z, oneCount, otherCount }) => (
              <tr key={word}>
                <th scope="row" class="said">
                  {word}
                </th>
                <td class="n">{z.toFixed(2)}</td>
                <td class="n">{oneCount}</td>
                <td class="n">{otherCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p class="note">Beyond the dotted lines (|z| ≥ 1.96) chance alone would put one word in twenty.</p>
    </>
  )
}
