/** From where the words of a PDF's page stand to its paragraphs: a PDF knows places, and neither lines, columns nor paragraphs. */

/** Words with their place: the origin is the lower left corner of the page. */
export interface PlacedWords {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fontSize: number
}

interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly fontSize: number
}

/** The paragraphs of a page, in reading order: column by column, a headline that spans them before what stands below it. */
export function paragraphsOf(words: readonly PlacedWords[]): string[] {
  return bandsOf(linesOf(words)).flatMap(joined)
}

/** Words on one height with no wide gap between them. */
function linesOf(words: readonly PlacedWords[]): Line[] {
  const lines: Line[] = []
  for (const { str, x, y, width, fontSize } of words) {
    if (str.trim() === '') continue
    const last = lines.at(-1)
    const gap = last === undefined ? 0 : x - last.right
    const isSame = last !== undefined && Math.abs(last.y - y) < last.fontSize / 2
    if (isSame && gap > -last.fontSize && gap < 1.5 * last.fontSize) {
      const space = gap > 0.15 * fontSize && !/\s$/.test(last.text) && !/^\s/.test(str) ? ' ' : ''
      lines[lines.length - 1] = { ...last, text: last.text + space + str, right: x + width }
    } else lines.push({ text: str, left: x, right: x + width, y, fontSize })
  }
  return lines
}

/** A column needs as many lines: less is a table's row, or a signature. */
const leastLines = 3

/** The columns of a page one after the other, each in its order; what spans columns parts them into bands. */
function bandsOf(lines: readonly Line[]): Line[][] {
  const gutter = gutterOf(lines)
  if (gutter === null) return [[...lines]]
  const bands: Line[][] = []
  let columns: [Line[], Line[]] = [[], []]
  const close = () => {
    bands.push(...columns.filter(column => column.length > 0))
    columns = [[], []]
  }
  for (const line of lines.toSorted((a, b) => b.y - a.y)) {
    if (line.right <= gutter) columns[0].push(line)
    else if (line.left >= gutter) columns[1].push(line)
    else {
      close()
      const last = bands.at(-1)
      if (last?.every(each => crosses(each, gutter))) last.push(line)
      else bands.push([line])
    }
  }
  close()
  // A text goes on from the foot of one column to the head of the next.
  return bands
}

function crosses({ left, right }: Line, gutter: number): boolean {
  return left < gutter && right > gutter
}

/** Where lines begin beside others that end before it: between two columns; null on a page of one. */
function gutterOf(lines: readonly Line[]): number | null {
  const candidates = [...new Set(lines.map(({ left }) => Math.round(left)))]
  let best: { readonly at: number; readonly crossing: number } | null = null
  for (const at of candidates) {
    const left = lines.filter(({ right }) => right <= at)
    const right = lines.filter(line => line.left >= at - 1)
    if (left.length < leastLines || right.length < leastLines) continue
    const isBeside = left.filter(one => right.some(other => Math.abs(one.y - other.y) < one.fontSize)).length
    const crossing = lines.length - left.length - right.length
    if (isBeside < leastLines || crossing > lines.length / 2) continue
    if (best === null || crossing < best.crossing) best = { at: at - 1, crossing }
  }
  return best?.at ?? null
}

/** The lines of a column as paragraphs, told by the gap before a line, its size, its indent, and a line that ends before it is full. */
function joined(lines: readonly Line[]): string[] {
  const usual = usualGap(lines)
  const paragraphs: string[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const last = paragraphs.at(-1)
    if (before === undefined || last === undefined || isParted(before, line, lines, usual)) {
      paragraphs.push(line.text.trim())
    } else {
      // A word that is parted by a soft hyphen is one word.
      const [whole, joint] = last.endsWith('\u00AD') ? [last.slice(0, -1), ''] : [last, ' ']
      paragraphs[paragraphs.length - 1] = `${whole}${joint}${line.text.trim()}`
    }
  }
  return paragraphs
}

function isParted(before: Line, line: Line, lines: readonly Line[], usual: number): boolean {
  if (!isSameSize(before, line)) return true
  const gap = before.y - line.y
  if (gap > 1.25 * usual || gap < -usual) return true
  const alike = lines.filter(each => isSameSize(each, line))
  const left = Math.min(...alike.map(each => each.left))
  const isIndented = line.left - left > 0.8 * line.fontSize && before.left - left < 0.3 * line.fontSize
  return isIndented || endsEarly(before, line, Math.max(...alike.map(each => each.right)))
}

/** Whether the first word of the next line would have stood on a line as well: somebody broke it there. */
function endsEarly({ text, left, right }: Line, next: Line, edge: number): boolean {
  const [word = ''] = next.text.trim().split(/\s/, 1)
  const widthOfLetter = (right - left) / Math.max(text.length, 1)
  return edge - right > (word.length + 2) * widthOfLetter
}

function isSameSize(one: Line, other: Line): boolean {
  return Math.abs(one.fontSize - other.fontSize) <= 0.05 * one.fontSize
}

/** The gap between the lines of a paragraph: the smallest that is common. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter(gap => gap > 0)
    .toSorted((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 4)] ?? 0
}
