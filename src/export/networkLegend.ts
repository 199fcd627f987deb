/** What the marks of a network's picture stand for. */
interface Marks {
  readonly hasClaims: boolean
  readonly hasNegative: boolean
  /** How many stances the largest node has, and its radius. */
  readonly most: number
  readonly heaviest: number
  readonly radiusOf: (stances: number) => number
  readonly widthOf: (weight: number) => number
  readonly communities: readonly { readonly name: number; readonly colour: string }[]
}

const height = 56
const ink = '#5b6b7b'
export const negativeInk = '#d95f02'

/** The legend of a network as SVG: symbols, sizes, widths and colours, each with what it says. */
export function networkLegend(width: number, marks: Marks): { readonly svg: string; readonly height: number } {
  const { hasClaims, hasNegative, most, heaviest, radiusOf, widthOf, communities } = marks
  let x = 16
  const pieces: string[] = []
  const say = (words: string, y = 20) => {
    pieces.push(`<text x="${x}" y="${y + 4}" font-size="11" fill="#333">${words}</text>`)
    x += words.length * 6.6 + 22
  }
  const circle = (radius: number) => {
    pieces.push(`<circle cx="${x + radius}" cy="20" r="${radius}" fill="${ink}"/>`)
    x += 2 * radius + 6
  }
  for (const stances of new Set([1, most])) {
    circle(radiusOf(stances))
    say(stances === 1 ? '1 stance' : `${stances} stances`)
  }
  if (hasClaims) {
    pieces.push(`<rect x="${x}" y="14" width="12" height="12" fill="${ink}"/>`)
    x += 18
    say('a claim')
  }
  const line = (weight: number, colour: string, words: string) => {
    pieces.push(
      `<line x1="${x}" x2="${x + 34}" y1="20" y2="20" stroke="${colour}" stroke-opacity="0.6" stroke-width="${widthOf(weight)}" stroke-linecap="round"/>`,
    )
    x += 42
    say(words)
  }
  const weight = Number(heaviest.toPrecision(3))
  line(heaviest, ink, `a tie of weight ${weight}, the heaviest`)
  if (hasNegative) line(heaviest / 2, negativeInk, 'a negative weight: they differ')
  x = 16
  for (const { colour } of communities.slice(0, 8)) {
    pieces.push(`<circle cx="${x + 5}" cy="44" r="5" fill="${colour}"/>`)
    x += 15
  }
  x += 4
  say('one colour: tied more to each other than to the others (communities, by modularity)', 44)
  return { svg: `<svg width="${width}" height="${height}">${pieces.join('')}</svg>`, height }
}
