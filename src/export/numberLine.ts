import { dot, ruleX, ruleY, text } from '@observablehq/plot'
import type { ComparedMention } from '../analysis/framing.ts'
import { rangeOf } from '../model/intervals.ts'
import { drawSvg } from './picture.ts'

const margin = { marginTop: 76, marginRight: 200, marginBottom: 48, marginLeft: 170 }
const width = 960
const laneHeight = 22
const colour = '#4269d0'
const pale = '#ddd'

/** A picture's speaker: by the slug, under the name. */
interface Row {
  readonly slug: string
  readonly name: string
}

/**
 * Numbers on one line as SVG, a row for each speaker in the order given, a lane for each wording: a number is a dot, an
 * interval a line between its ends. An end that the words leave out is hollow, as of “nearly 900,000”; one that is open
 * runs out of the picture. The axis is logarithmic; symmetrically so where a number is not above 0.
 */
export function numberLineSvg(
  speakers: readonly Row[],
  mentions: readonly ComparedMention[],
  title: string,
  caption: string,
): string {
  const { type, domain } = axisOf(mentions)
  const units = [...new Set(mentions.map(({ unit }) => unit))]
  const rows = lanesOf(speakers, mentions)
  const drawn = rows.flatMap(({ compared, lane }) =>
    compared === null ? [] : [{ ...placed(compared, domain, units.length > 1), lane }],
  )
  const ends = drawn.flatMap(({ ends, lane }) => ends.map(end => ({ ...end, lane })))
  return drawSvg({
    width,
    height: margin.marginTop + margin.marginBottom + rows.length * laneHeight,
    ...margin,
    x: { type, domain, label: units.join(', '), labelAnchor: 'center', ticks: 6, tickFormat: '~s', grid: true },
    y: { axis: null, domain: [rows.length - 0.5, -0.5] },
    marks: [
      text([title], { frameAnchor: 'top-left', dx: -154, dy: -64, fontSize: 17, fontWeight: 'bold' }),
      text([caption], { frameAnchor: 'top-left', dx: -154, dy: -38, fontSize: 11, fill: '#555' }),
      ruleX(domain, { stroke: pale }),
      ruleY(
        rows.filter(({ name }) => name !== null),
        { y: ({ lane }) => lane - 0.5, stroke: pale, insetLeft: -154 },
      ),
      text(rows, { y: 'lane', text: 'name', frameAnchor: 'left', dx: -12, textAnchor: 'end', fontWeight: 'bold' }),
      ruleY(drawn, { y: 'lane', x1: 'from', x2: 'to', stroke: colour, strokeWidth: 2 }),
      dot(ends, {
        x: 'at',
        y: 'lane',
        r: 4,
        stroke: colour,
        strokeWidth: 2,
        fill: ({ included }) => (included ? colour : 'white'),
      }),
      text(drawn, {
        x: 'to',
        y: 'lane',
        text: 'words',
        dx: 10,
        textAnchor: 'start',
        fontSize: 11,
        stroke: 'white',
        strokeWidth: 3,
        fill: 'black',
      }),
    ],
  })
}

/** The lanes from top to bottom, each speaker's name at the first of theirs; a speaker without numbers has an empty one. */
function lanesOf(speakers: readonly Row[], mentions: readonly ComparedMention[]) {
  const rows = speakers.flatMap(({ slug, name }) => {
    const own = mentions.filter(({ speaker }) => speaker.slug === slug)
    const lanes = own.length === 0 ? [null] : own
    return lanes.map((compared, index) => ({ name: index === 0 ? name : null, compared }))
  })
  return rows.map((row, lane) => ({ ...row, lane }))
}

/** From half the least number to double the greatest; where one is not above 0, a little beyond both. */
function axisOf(mentions: readonly ComparedMention[]): { type: 'log' | 'symlog'; domain: [number, number] } {
  const numbers = mentions.flatMap(({ mention }) => {
    const { about, lower, upper } = rangeOf(mention)
    return [about, lower, upper].filter(end => end !== null)
  })
  if (numbers.length === 0) return { type: 'log', domain: [1, 10] }
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  if (least > 0) return { type: 'log', domain: [least / 2, most * 2] }
  return { type: 'symlog', domain: [2 * least - 1, 2 * most + 1] }
}

/** Where the line of a wording begins and ends, and the ends that it has. */
function placed({ mention, unit }: ComparedMention, [left, right]: readonly [number, number], withUnit: boolean) {
  const { about, lower, upper, lowerIn, upperIn } = rangeOf(mention)
  const words = withUnit ? `${mention.verbatim} (${unit})` : mention.verbatim
  if (about !== null) return { words, from: about, to: about, ends: [{ at: about, included: true }] }
  const ends = [
    ...(lower === null ? [] : [{ at: lower, included: lowerIn }]),
    ...(upper === null || upper === lower ? [] : [{ at: upper, included: upperIn }]),
  ]
  return { words, from: lower ?? left, to: upper ?? right, ends }
}
