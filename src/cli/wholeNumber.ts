import { InvalidArgumentError } from '@commander-js/extra-typings'

/** Reads an option that is a whole number of at least 1. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('expected a whole number of at least 1.')
  return Number(text)
}
