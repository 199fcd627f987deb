/** Which marks after digits stand for feet and inches. */

const FEET_AND_INCHES = /(?<=\d)(['’′]) ?\d{1,2}(?:\.\d+)?(["”″]|'')?/g
const INCHES =
  /(?<=\d)(?:["″]|'')(?=(?:[- ]?(?:wide|long|tall|deep|thick|high|across|screen|tv|pipe|gun|snow|diameter|in|x|by|×)\b)|[x×]|s\b)/gi
/** A closing mark, which word processors make of the mark for inches. */
const CLOSING_INCHES = /(?<=\d)”(?=[- ]?(?:wide|long|tall|deep|thick|high|across|screen|tv|pipe|gun|snow|diameter)\b)/gi
const FEET = /(?<=\d)['’′](?= (?:wide|long|tall|deep|thick|high|across)\b)/gi
const AFTER_DIGIT = /(?<=\d)["″]/g

function timesIn(line: string, mark: string): number {
  return line.split(mark).length - 1
}

/** Where marks after digits stand for feet and inches: 6' 2", 6" wide, and the odd one among straight marks. */
export function inchesOf(line: string): ReadonlySet<number> {
  const found = new Set<number>()
  if (!/\d['’′"″”]/.test(line)) return found
  for (const match of line.matchAll(FEET_AND_INCHES)) {
    // “In ’08” has no feet.
    const hasInches = match[2] !== undefined
    if (!hasInches && match[1] !== '′') continue
    found.add(match.index)
    if (hasInches) found.add(match.index + match[0].length - (match[2]?.length ?? 0))
  }
  for (const match of line.matchAll(INCHES)) found.add(match.index)
  for (const match of line.matchAll(FEET)) found.add(match.index)
  const closesMore = timesIn(line, '“') < timesIn(line, '”')
  if (closesMore) for (const match of line.matchAll(CLOSING_INCHES)) found.add(match.index)
  for (const at of beforeClosing(line, found)) found.add(at)
  for (const mark of ['"', '″']) {
    const all = Array.from(line.matchAll(new RegExp(mark, 'g')), match => match.index).filter(at => !found.has(at))
    const afterDigit = Array.from(line.matchAll(AFTER_DIGIT), match => match.index).filter(
      at => line[at] === mark && !found.has(at),
    )
    const [only] = afterDigit
    // None can open right after a digit: “a 3/4" crack and a 5" gap”.
    const isOver = timesIn(line, '“') <= timesIn(line, '”')
    if (afterDigit.length === all.length && isOver) for (const at of afterDigit) found.add(at)
    // Quotation marks come in twos: where one is over and one stands against a digit, it is that.
    if (all.length % 2 === 1 && afterDigit.length === 1 && only !== undefined) found.add(only)
  }
  return found
}

/**
 * Marks after numbers where the next one can only close: of two closing ones in a row the first closes nothing, as in
 * "3.5" on Monday and 2" on Tuesday."
 */
function beforeClosing(line: string, known: ReadonlySet<number>): number[] {
  const found: number[] = []
  let closesNext: string | null = null
  for (const { 0: mark, index } of Array.from(line.matchAll(/["“”]/g)).reverse()) {
    if (known.has(index)) continue
    const isAfterNumber = /\d/.test(line[index - 1] ?? '')
    if (closesNext === mark && isAfterNumber && isAfterShortNumber(line, index)) found.push(index)
    else closesNext = !isAfterNumber && canOnlyClose(line, index) ? mark : null
  }
  return found
}

function isAfterShortNumber(line: string, index: number): boolean {
  const from = line.slice(Math.max(0, index - 8), index)
  return /(?<![\d.])(?:\d{1,3}|\d{1,3}\.\d{1,3})$/.test(from)
}

function canOnlyClose(line: string, index: number): boolean {
  return /\S/.test(line[index - 1] ?? '') && !/[\p{L}\p{N}]/u.test(line[index + 1] ?? '')
}
