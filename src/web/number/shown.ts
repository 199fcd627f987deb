import type { FigureParts } from '../documents/fragments.ts'
import { inDigits } from '../marks/names.ts'

/**
 * A number as it is shown: in digits where some words give it exactly, else in the words for it, with whatever they hedge it by;
 * its label where there are neither.
 */
export function shownNumber({ value, lower, upper, label, words }: Omit<FigureParts, 'slug'>): string {
  const isExact = value !== null && lower === value && upper === value
  if (words !== null && !isExact) return words
  return value === null ? label : inDigits(value)
}
