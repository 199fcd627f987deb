import { dot, ruleY, text } from '@observablehq/plot'
import type { LogOdds } from '../analysis/logOdds.ts'
import { drawSvg, sheet } from './picture.ts'

/** How many words of each side are labelled: more would cover each other. */
const labelled = 40
const margin = { marginTop: 20, marginRight: 120, marginBottom: 48, marginLeft: 60 }
const [width, height] = [960, 620]
/** Where the words stand, in pixels. */
const frame = {
  width: width - margin.marginLeft - margin.marginRight,
  height: height - margin.marginTop - margin.marginBottom,
}
const lineHeight = 13

/**
 * The “Fightin’ Words” plot as SVG: each word by how often it stands (a logarithmic scale) and by z, those of the one
 * side above 0, those of the other below; the words beyond ±1.96 in colour.
 */
export function wordingSvg(
  words: readonly LogOdds[],
  sides: { one: string; other: string },
  notes: readonly string[],
): string {
  const points = words.map(({ word, one, other, z }) => ({ word, count: one + other, z, side: sideOf(z) }))
  const strongest = [...points].sort((a, b) => b.z - a.z)
  const named = unique([...strongest.slice(0, labelled), ...strongest.slice(-labelled)])
  const reach = Math.max(2.5, ...points.map(({ z }) => Math.abs(z))) * 1.08
  const svg = drawSvg({
    width,
    height,
    ...margin,
    x: {
      type: 'log',
      label: 'how often it stands on both sides',
      labelAnchor: 'center',
      ticks: 6,
      tickFormat: '~s',
      grid: true,
    },
    y: { domain: [-reach, reach], label: 'z', labelAnchor: 'center', grid: true },
    color: { domain: ['one', 'neither', 'other'], range: ['#4269d0', '#858b94', '#c2620e'] },
    marks: [
      ruleY([0], { stroke: '#888' }),
      ruleY([-1.96, 1.96], { stroke: '#888', strokeDasharray: '4 4' }),
      dot(points, { x: 'count', y: 'z', fill: 'side', r: 3 }),
      text(
        spread(
          named,
          reach,
          points.map(({ count }) => count),
        ),
        {
          x: 'count',
          y: 'at',
          text: 'word',
          dx: 7,
          textAnchor: 'start',
          fill: 'side',
          stroke: 'white',
          strokeWidth: 3,
          fontSize: 11,
        },
      ),
    ],
  })
  return sheet({
    width,
    title: `Words of ${sides.one} (above) and of ${sides.other} (below)`,
    notes: [...notes, 'In colour: beyond the dashed lines at |z| 1.96. Further right: said more often.'],
    parts: [{ svg, height }],
  })
}

function sideOf(z: number): 'one' | 'neither' | 'other' {
  if (z > 1.96) return 'one'
  return z < -1.96 ? 'other' : 'neither'
}

interface Named {
  readonly word: string
  readonly count: number
  readonly z: number
}

/**
 * Moves labels a little where they would cover another; where there is no place nearby, the dot stays without one. A
 * label covers a stretch of the frame, in pixels, that is as long as its word.
 */
function spread<T extends Named>(
  named: readonly T[],
  reach: number,
  counts: readonly number[],
): (T & { at: number })[] {
  const [least, most] = [Math.log(Math.min(...counts)), Math.log(Math.max(...counts))]
  const left = ({ count }: Named) => (frame.width * (Math.log(count) - least)) / Math.max(most - least, Number.EPSILON)
  const right = (point: Named) => left(point) + 6.6 * point.word.length + 8
  const line = (2 * reach * lineHeight) / frame.height
  const placed: (T & { at: number })[] = []
  for (const point of [...named].sort((a, b) => Math.abs(b.z) - Math.abs(a.z))) {
    const at = [0, -1, 1]
      .map(step => point.z + step * line)
      .find(
        place =>
          !placed.some(
            other => Math.abs(other.at - place) < line && left(other) < right(point) && left(point) < right(other),
          ),
      )
    if (at !== undefined) placed.push({ ...point, at })
  }
  return placed
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
