import * as Plot from '@observablehq/plot'
import { finish } from '../charts/finish.ts'
import { hasPlace, type LineRow } from './lineRow.ts'
import { drawn, type End } from './wording.ts'

interface Bar extends LineRow {
  readonly x1: number
  readonly x2: number
  readonly start: End
  readonly end: End
}

const rowHeight = 60

/** The line: a dot is a number, a bar an interval; filled is the speaker's own wording, hollow the reporter's. */
export function drawLine(all: readonly LineRow[], guide: number | null, width: number): SVGSVGElement {
  const rows = all.filter(hasPlace)
  const numbers = rows.flatMap(({ value, lower, upper }) => [value, lower, upper].filter(number => number !== null))
  const whole = wholeOf(rows)
  const isLog = whole === null && isLogarithmic(numbers)
  const [from, to] = whole === null ? reach(numbers, isLog) : [0, whole]
  const bars = rows.filter(row => row.approximation !== 'EXACT').map(row => barOf(row, from, to))
  const points = rows.filter(({ value, approximation }) => value !== null && /^(EXACT|ABOUT)$/.test(approximation))
  const voices = [...new Set(rows.map(({ voice }) => voice))]
  const chart = Plot.plot({
    width,
    height: rows.length * rowHeight + 40,
    margin: 0,
    marginTop: 30,
    marginBottom: 10,
    marginLeft: 24,
    marginRight: 40,
    x: {
      type: isLog ? 'log' : 'linear',
      domain: [from, to],
      axis: 'top',
      grid: true,
      label: null,
      ticks: isLog ? Math.min(6, Math.ceil(Math.log10(to / from))) : Math.min(6, Math.floor(width / 120)),
      tickFormat: (value: number) => (isLog && !isPower(value) ? '' : value.toLocaleString('en')),
      tickSize: 0,
    },
    y: { type: 'band', domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      () => gradients(voices),
      Plot.ruleY(rows, { y: 'key', stroke: 'var(--rule)', dy: -rowHeight / 2 }),
      guide === null ? null : Plot.ruleX([guide], { stroke: 'var(--ink)', strokeDasharray: '3 3' }),
      voices.map(voice => {
        const ofVoice = bars.filter(bar => bar.voice === voice)
        return [
          Plot.rect(ofVoice, {
            x1: 'x1',
            x2: 'x2',
            y: 'key',
            insetTop: 26,
            insetBottom: 20,
            fill: bar => fillOf(bar),
            stroke: bar => (bar.isOwn || bar.start === 'open' || bar.end === 'open' ? 'none' : inkOf(voice)),
            strokeWidth: 1.5,
          }),
          (['start', 'end'] as const).map(side => [
            Plot.dot(
              ofVoice.filter(bar => bar[side] === 'out'),
              {
                x: side === 'start' ? 'x1' : 'x2',
                y: 'key',
                dy: 3,
                r: 5,
                fill: 'var(--paper)',
                stroke: inkOf(voice),
                strokeWidth: 2,
              },
            ),
            Plot.tickX(
              ofVoice.filter(bar => bar[side] === 'in'),
              {
                x: side === 'start' ? 'x1' : 'x2',
                y: 'key',
                insetTop: 22,
                insetBottom: 16,
                stroke: inkOf(voice),
                strokeWidth: 3,
              },
            ),
          ]),
          Plot.dot(
            points.filter(point => point.voice === voice),
            {
              x: 'value',
              y: 'key',
              dy: 3,
              r: 6,
              fill: point => (point.isOwn ? inkOf(voice) : 'var(--paper)'),
              stroke: inkOf(voice),
              strokeWidth: 2,
            },
          ),
        ]
      }),
      words(points, row => row.value ?? from),
      words(bars, ({ x1, x2 }) => (isLog ? Math.sqrt(x1 * x2) : (x1 + x2) / 2)),
      Plot.text(rows, {
        y: 'key',
        text: 'label',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -20,
        dy: 20,
        fontSize: 12,
        lineWidth: (width - 24) / 12,
        textOverflow: 'ellipsis-end',
        title: 'label',
        fill: 'var(--ink-2)',
        fontFamily: 'var(--sans)',
        stroke: 'var(--paper)',
        strokeWidth: 4,
      }),
    ],
  })
  return finish(chart, `${rows.length} wordings on a line; the list below has each of them`)
}

/** The words of each row, over its mark. */
function words<Row extends LineRow>(rows: readonly Row[], at: (row: Row) => number) {
  return Plot.text(rows, {
    x: at,
    y: 'key',
    text: row => (row.isOwn ? `“${row.words}”` : row.words),
    dy: -14,
    fontSize: 15,
    fontFamily: 'var(--serif)',
    fontWeight: 600,
    fill: 'var(--ink)',
    stroke: 'var(--paper)',
    strokeWidth: 4,
  })
}

function barOf(row: LineRow, from: number, to: number): Bar {
  const { from: x1, to: x2, start, end } = drawn(row)
  const reachOf = (sign: 1 | -1) => (row.value === null ? (sign < 0 ? from : to) : row.value * (sign < 0 ? 0.8 : 1.25))
  return { ...row, x1: x1 ?? Math.max(from, reachOf(-1)), x2: x2 ?? Math.min(to, reachOf(1)), start, end }
}

function inkOf(voice: string): string {
  return `var(--${voice.toLowerCase()})`
}

function fillOf({ voice, isOwn, start, end }: Bar): string {
  if (start === 'open' && end === 'open') return `url(#fade-both-${voice})`
  if (start === 'open') return `url(#fade-left-${voice})`
  if (end === 'open') return `url(#fade-right-${voice})`
  return isOwn ? inkOf(voice) : `var(--${voice.toLowerCase()}-tint)`
}

/** Fades for bounds that the words leave open, a set for each voice. */
function gradients(voices: readonly string[]): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>, children: readonly SVGElement[] = []) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const stops = { left: [0, 1, 1], right: [1, 1, 0], both: [0, 1, 0] }
  return make(
    'defs',
    {},
    voices.flatMap(voice =>
      Object.entries(stops).map(([side, opacities]) =>
        make(
          'linearGradient',
          { id: `fade-${side}-${voice}` },
          opacities.map((opacity, index) =>
            make('stop', { offset: `${index * 50}%`, 'stop-color': inkOf(voice), 'stop-opacity': String(opacity) }),
          ),
        ),
      ),
    ),
  )
}

/** Numbers that lie far apart stand on a logarithmic scale. */
export function isLogarithmic(numbers: readonly number[]): boolean {
  const least = Math.min(...numbers)
  return least > 0 && Math.max(...numbers) / least > 20
}

/** The whole that all numbers are parts of: 1 of shares, 100 of percentages; null where they are not, or lie beyond. */
export function wholeOf(rows: readonly Pick<LineRow, 'unit' | 'value' | 'lower' | 'upper'>[]): number | null {
  const [unit, ...others] = new Set(rows.map(row => row.unit))
  const whole = unit === 'share' ? 1 : unit === 'percent' ? 100 : null
  if (whole === null || others.length > 0) return null
  const isPart = (number: number | null) => number === null || (number >= 0 && number <= whole)
  return rows.every(({ value, lower, upper }) => [value, lower, upper].every(isPart)) ? whole : null
}

function reach(numbers: readonly number[], isLog: boolean): [number, number] {
  const least = Math.min(...numbers)
  const most = Math.max(...numbers)
  if (numbers.length === 0) return [0, 1]
  if (isLog) return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most * 1.01))]
  const margin = Math.max((most - least) * 0.25, Math.abs(most) * 0.1) || 1
  return [least >= 0 ? Math.max(0, least - margin) : least - margin, most + margin]
}

function isPower(value: number): boolean {
  const power = Math.log10(value)
  return Math.abs(power - Math.round(power)) < 1e-9
}
