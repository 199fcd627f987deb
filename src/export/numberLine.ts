import { dot, ruleX, ruleY, text } from '@observablehq/plot'
import type { ComparedMention } from '../analysis/framedFigures.ts'
import { rangeOf } from '../model/intervals.ts'
import { type LinePanel, panelsOf } from './numberLineRows.ts'
import { drawSvg, sheet } from './picture.ts'

const width = 960
const lineHeight = 15
const rowPadding = 9
const characterWidth = 7
const colour = '#4269d0'
const pale = '#ddd'

/** A picture's speaker: by the slug, under the name. */
interface Speaker {
  readonly slug: string
  readonly name: string
}

/**
 * Numbers on lines as SVG: a panel for each unit, a row for each wording, the words beside it. A number is a dot, an interval a
 * line between its ends. An end that the words leave out is hollow, as of “nearly 900,000”; one that is open runs out of the
 * picture. An axis is logarithmic; symmetrically so where a number is not above 0.
 */
export function numberLineSvg(
  speakers: readonly Speaker[],
  mentions: readonly ComparedMention[],
  title: string,
  total: number,
): string {
  const { panels, shown } = panelsOf(speakers, mentions)
  const silent = speakers.filter(({ slug }) => !mentions.some(({ speaker }) => speaker.slug === slug))
  return sheet({
    width,
    title,
    notes: [
      `${shown} of ${total} wordings. The same number on a line need not count the same thing; which holds is not said.`,
      'Dot: the number that the words name. Hollow: a bound that the words leave out. A line that runs out: an open bound.',
      'In quotation marks: the speaker’s own words. All else is in words of others, or it is not known whose.',
      ...(silent.length > 0 ? [`Without a number here: ${silent.map(({ name }) => name).join(', ')}.`] : []),
    ],
    parts: panels.map(panelSvg),
  })
}

/** One unit: the speaker, the words, and the line. */
function panelSvg({ title, rows }: LinePanel): { readonly svg: string; readonly height: number } {
  const names = Math.max(...rows.map(({ name }) => name?.length ?? 0)) * (characterWidth + 0.8) + 24
  const words = Math.max(...rows.flatMap(({ lines }) => lines.map(line => line.length))) * characterWidth + 20
  const { type, domain } = axisOf(rows.map(({ compared }) => compared))
  let bottom = 0
  const placed = rows.map(row => {
    const top = bottom
    bottom += row.lines.length * lineHeight + rowPadding
    return { ...row, ...marksOf(row.compared, domain), top, middle: (top + bottom) / 2, words: row.lines.join('\n') }
  })
  const ends = placed.flatMap(({ ends, middle }) => ends.map(end => ({ ...end, middle })))
  const height = bottom + 62
  const svg = drawSvg({
    width,
    height,
    marginTop: 28,
    marginBottom: 34,
    marginLeft: names + words,
    marginRight: 32,
    x: { type, domain, label: null, ticks: 5, tickFormat: compact, grid: true },
    y: { axis: null, domain: [bottom, 0] },
    marks: [
      text([title], {
        frameAnchor: 'top-left',
        dx: 12 - names - words,
        dy: -22,
        fontSize: 13,
        fontWeight: 'bold',
        fill: '#333',
      }),
      ruleX(domain, { stroke: pale }),
      ruleY(
        placed.filter(({ name }) => name !== null),
        { y: 'top', stroke: pale, insetLeft: 12 - names - words },
      ),
      text(placed, {
        y: 'middle',
        text: 'name',
        frameAnchor: 'left',
        dx: 12 - names - words,
        textAnchor: 'start',
        fontWeight: 'bold',
        fontSize: 11,
      }),
      text(placed, {
        y: 'middle',
        text: 'words',
        frameAnchor: 'left',
        dx: -12,
        textAnchor: 'end',
        fontSize: 11,
      }),
      ruleY(placed, { y: 'middle', x1: 'from', x2: 'to', stroke: colour, strokeWidth: 2 }),
      dot(ends, {
        x: 'at',
        y: 'middle',
        r: 4,
        stroke: colour,
        strokeWidth: 2,
        fill: ({ included }) => (included ? colour : 'white'),
      }),
    ],
  })
  return { svg, height }
}

const digits = new Intl.NumberFormat('en', { notation: 'compact' })
const compact = (value: number) => digits.format(value)

/** From half the least number to double the greatest; where one is not above 0, a little beyond both. */
function axisOf(mentions: readonly ComparedMention[]): { type: 'log' | 'symlog'; domain: [number, number] } {
  const numbers = mentions.flatMap(({ mention }) => {
    const { about, lower, upper } = rangeOf(mention)
    return [...(about ?? []), lower, upper].filter(end => end !== null)
  })
  if (numbers.length === 0) return { type: 'log', domain: [1, 10] }
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  if (least > 0) return { type: 'log', domain: [least / 2, most * 2] }
  return { type: 'symlog', domain: [2 * least - 1, 2 * most + 1] }
}

/** Where the line of a wording begins and ends, and the ends that it has. */
function marksOf({ mention }: ComparedMention, [left, right]: readonly [number, number]) {
  const { about, lower, upper, lowerIn, upperIn } = rangeOf(mention)
  if (about !== null) {
    const [from, to] = about
    return { from, to, ends: [...new Set(about)].map(at => ({ at, included: true })) }
  }
  const ends = [
    ...(lower === null ? [] : [{ at: lower, included: lowerIn }]),
    ...(upper === null || upper === lower ? [] : [{ at: upper, included: upperIn }]),
  ]
  return { from: lower ?? left, to: upper ?? right, ends }
}
