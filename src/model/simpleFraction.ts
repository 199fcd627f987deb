/** Parts that words name and no digits end: a third, five sixths, two sevenths. */
const ENDLESS = [3, 6, 7, 9, 11, 12]

/** In these parts each of them is a whole number. */
export const FRACTION_PARTS = ENDLESS.reduce((parts, more) => (parts * more) / greatestDivisor(parts, more))

/** Beyond these nobody words a fraction, and a double no longer tells one. */
const GREATEST = 1000

/** A number that no digits end, as people write it: "1/3", "2 2/3", "-1/6"; null for any other. */
export function simpleFraction(number: number): string | null {
  const size = Math.abs(number)
  if (!(size < GREATEST) || Number.isInteger(size * 4)) return null
  const whole = Math.trunc(size)
  for (const parts of ENDLESS) {
    const some = Math.round((size - whole) * parts)
    // A fraction is kept as the double nearest to it.
    if ((whole * parts + some) / parts !== size) continue
    return `${number < 0 ? '-' : ''}${whole === 0 ? '' : `${whole} `}${some}/${parts}`
  }
  return null
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
