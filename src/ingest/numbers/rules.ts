/** The version of the rules: counted up when the same words come to be read in another way. */
export const NUMBER_RULES_VERSION = '7'

/** The rules by which quantities and times are read, each with its meaning; docs/reading.md says how. */
export const NumberRule = {
  QUANTITY_IN_WORDS: 'The words of the statement give the quantity, with its hedge and its unit.',
  TIME_IN_WORDS: 'The words fix the date by themselves, or nothing fixes it.',
  TIME_BY_PUBLICATION: 'The words fix the date together with the day on which the document was published.',
} as const
export type NumberRule = keyof typeof NumberRule
