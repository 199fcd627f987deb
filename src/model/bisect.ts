/**
 * The first of so many indices for which something holds, as it does for all behind it; their number if it holds for none. It is
 * found by halves, so that a long list takes a few steps.
 */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
