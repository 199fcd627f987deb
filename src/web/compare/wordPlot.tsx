import { useCallback, useMemo } from 'preact/hooks'
import { Drawing } from '../charts/drawing.tsx'

interface Word {
  readonly words: string
  readonly z: number
  readonly oneCount: number
  readonly otherCount: number
}

/** Words by how far they set one side apart: to the right those of the one, to the left those of the others. */
export function WordPlot({ ofOne, ofOther }: { readonly ofOne: readonly Word[]; readonly ofOther: readonly Word[] }) {
  const words = useMemo(() => [...ofOne, ...ofOther].sort((a, b) => b.z - a.z), [ofOne, ofOther])
  const draw = useCallback(async (width: number) => (await import('./drawWords.ts')).drawWords(words, width), [words])
  return (
    <>
      <Drawing draw={draw} height={words.length * 22 + 50} />
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
