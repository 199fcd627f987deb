import { dot, lineY, text } from '@observablehq/plot'
import { drawSvg } from '../src/export/picture.ts'
import type { Figures } from './figures.ts'
import { milliseconds, sizesOf } from './goals.ts'
import { questions } from './questions.ts'

/** The median latency of Dixit by the size of the graph, a line a question, both axes logarithmic. */
export function growthSvg(figures: Figures): string {
  const sizes = sizesOf(figures)
  const points = questions.flatMap(({ name }) =>
    sizes.flatMap(([, size]) => {
      const p50 = size.questions[name]?.X?.p50
      return p50 === undefined ? [] : [{ name, statements: size.statements, p50 }]
    }),
  )
  const last = questions.flatMap(({ name }) => points.findLast(point => point.name === name) ?? [])
  return drawSvg({
    width: 800,
    height: 480,
    marginLeft: 64,
    marginRight: 120,
    marginTop: 40,
    marginBottom: 48,
    x: {
      type: 'log',
      label: 'statements',
      labelAnchor: 'center',
      ticks: sizes.map(([, { statements }]) => statements),
      tickFormat: '~s',
      grid: true,
    },
    y: { type: 'log', label: 'median latency, ms', ticks: 5, tickFormat: '~g', grid: true },
    color: { scheme: 'Observable10' },
    marks: [
      lineY(points, { x: 'statements', y: 'p50', stroke: 'name', z: 'name' }),
      dot(points, { x: 'statements', y: 'p50', fill: 'name', r: 3 }),
      text(last, {
        x: 'statements',
        y: 'p50',
        text: ({ name, p50 }: (typeof last)[number]) => `${name}  ${milliseconds(p50)}`,
        dx: 8,
        textAnchor: 'start',
        fontSize: 11,
      }),
    ],
  })
}
