import * as Plot from '@observablehq/plot'
import { finish } from '../charts/finish.ts'

interface Word {
  readonly words: string
  readonly z: number
  readonly oneCount: number
  readonly otherCount: number
}

export function drawWords(words: readonly Word[], width: number): SVGSVGElement {
  const most = Math.max(2.2, ...words.map(({ z }) => Math.abs(z))) * 1.1
  const chart = Plot.plot({
    width,
    height: words.length * 22 + 50,
    marginLeft: Math.min(170, width * 0.4),
    marginRight: 16,
    x: { domain: [-most, most], label: 'z: to the left the others’, to the right theirs', grid: true },
    y: { domain: words.map(({ words: word }) => word), label: null, tickSize: 0 },
    style: { fontSize: '13px', background: 'none', color: 'var(--ink)' },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--ink)' }),
      Plot.ruleX([-1.96, 1.96], { stroke: 'var(--edge)', strokeDasharray: '2 3' }),
      Plot.ruleY(words, { x1: 0, x2: 'z', y: 'words', stroke: 'var(--ink-2)' }),
      Plot.dot(words, {
        x: 'z',
        y: 'words',
        r: 4,
        fill: word => (word.z > 0 ? 'var(--ink)' : 'var(--paper)'),
        stroke: 'var(--ink)',
      }),
    ],
  })
  return finish(chart, 'Words by z score; the table has each of them')
}
