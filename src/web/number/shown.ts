import type { FigureParts } from '../documents/fragments.ts'
import { inDigits } from '../marks/names.ts'

/**
 * A number as it is shown: in digits where some words give it exactly, else in the words for it, with whatever they hedge it by;
 * its label where there are neither.
 */
export function shownNumber({ value, lower, upper, label, words }: Omit<FigureParts, 'slug'>, unit = ''): string {
  const isExact = value !== null && lower === value && upper === value
  if (words !== null && !isExact) return words
  return value === null ? label : withUnit(value, unit)
}

/** “$2,500,000”, “37 percent”: what a number is not without. What is counted stands beside it. */
function withUnit(value: number, unit: string): string {
  if (unit === 'percent') return `${inDigits(value)} percent`
  if (/^\p{Sc}/u.test(unit)) return `${unit}${inDigits(value)}`
  return isCode(unit)
    ? value.toLocaleString('en', {
        style: 'currency',
        currency: unit,
        maximumFractionDigits: 2,
        minimumFractionDigits: 0,
      })
    : inDigits(value)
}

/** What a figure counts, by its unit: a sign alone says little. */
export function unitShown(unit: string): string {
  return isCode(unit) || /^\p{Sc}/u.test(unit) ? `money (${unit})` : unit
}

function isCode(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit)
}
