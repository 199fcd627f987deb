import * as Plot from '@observablehq/plot'
import { finish } from '../charts/finish.ts'
import type { TimeOfLine } from '../documents/timeline.ts'
import { seasonMonths } from './seasonMonths.ts'

interface Row {
  readonly key: string
  readonly words: string
  readonly edtf: string
  readonly start: Date
  readonly end: Date
  readonly isStated: boolean
  readonly isUncertain: boolean
  readonly isDay: boolean
}

const day = 86_400_000

/** Dates as bars and diamonds: filled where the words fix them, hollow where they were concluded, dashed where uncertain. */
export function drawTimes(times: readonly TimeOfLine[], width: number): SVGSVGElement {
  const spans = times.map(time => ({ ...time, ...seasonMonths(time.edtf) }))
  const known = spans.flatMap(({ earliest, latest }) => [earliest, latest].filter(date => date !== null)).map(dateOf)
  const from = new Date(Math.min(...known.map(Number)) - 15 * day)
  const to = new Date(Math.max(...known.map(Number)) + 15 * day)
  const rows = spans.map((time): Row => {
    const start = time.earliest === null ? from : dateOf(time.earliest)
    const end = time.latest === null ? to : new Date(Number(dateOf(time.latest)) + day)
    return {
      key: time.slug,
      words: time.words,
      edtf: time.edtf ?? '',
      start,
      end,
      isStated: time.basis === 'STATED',
      isUncertain: time.uncertain || time.approximate || seasonMonths(time.edtf) !== null,
      isDay: Number(end) - Number(start) <= day,
    }
  })
  const bars = rows.filter(({ isDay }) => !isDay)
  const days = rows.filter(({ isDay }) => isDay)
  // A label begins where its time does; one that would reach beyond the picture ends with it.
  const scale = (width - 32) / (Number(to) - Number(from))
  const isLate = (row: Row) => (Number(row.start) - Number(from)) * scale + widthOf(row) > width - 32
  const common = { y: 'key', stroke: 'var(--ink)', strokeWidth: 2 } as const
  const fill = ({ isStated }: Row) => (isStated ? 'var(--ink)' : 'var(--paper)')
  const chart = Plot.plot({
    width,
    height: rows.length * 46 + 40,
    marginTop: 30,
    marginBottom: 10,
    marginLeft: 8,
    marginRight: 24,
    x: {
      type: 'utc',
      domain: [from, to],
      axis: 'top',
      grid: true,
      label: null,
      ticks: Math.max(2, Math.floor(width / 130)),
      tickSize: 0,
    },
    y: { type: 'band', domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.ruleY(rows, { y: 'key', stroke: 'var(--rule)', dy: -23 }),
      Plot.barX(
        bars.filter(({ isUncertain }) => !isUncertain),
        { ...common, x1: 'start', x2: 'end', insetTop: 22, insetBottom: 10, fill },
      ),
      Plot.barX(
        bars.filter(({ isUncertain }) => isUncertain),
        {
          ...common,
          x1: 'start',
          x2: 'end',
          insetTop: 22,
          insetBottom: 10,
          fill,
          fillOpacity: 0.3,
          strokeDasharray: '5 3',
        },
      ),
      Plot.dot(days, { ...common, x: 'start', symbol: 'diamond', r: 7, dy: 6, fill }),
      label(
        rows.filter(row => !isLate(row)),
        'start',
      ),
      label(
        rows.filter(isLate).map(row => ({ ...row, start: to })),
        'end',
      ),
    ],
  })
  return finish(chart, `${rows.length} times on an axis; the list below has each of them`)
}

/** About how wide a label is, in pixels. */
function widthOf(row: Row): number {
  return labelOf(row).length * 7
}

function labelOf({ words, edtf }: Row): string {
  return `${words}   ${edtf}`
}

function label(rows: readonly Row[], textAnchor: 'start' | 'end') {
  return Plot.text(rows, {
    x: 'start',
    y: 'key',
    text: labelOf,
    textAnchor,
    dy: -10,
    fontSize: 13,
    fontFamily: 'var(--serif)',
    fill: 'var(--ink)',
    stroke: 'var(--paper)',
    strokeWidth: 4,
  })
}

/** A date of the API, which may lie before the year 0 or have a year alone. */
function dateOf(date: string): Date {
  return new Date(date)
}
