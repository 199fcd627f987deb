/**
 * The reader: what numbers, units, times and quotation marks in a text say. This is its one face; docs/reading.md is its
 * specification. Everything is read whole or not at all.
 */

export type { DateParts } from './dateParts.ts'
export { baseLanguage, isEnglish } from './language.ts'
export { type MentionFault, readMention } from './mentionCheck.ts'
export { sayFault } from './mentionFault.ts'
export { findNumbers, type NumberMention, quantitiesAmong, readQuantities } from './mentions.ts'
export { unitsOfMoney } from './money.ts'
export { type BareNumber, digitsOf, readSoughtNumber, type SoughtNumber, writtenForms } from './numberForms.ts'
export { type FigureAmount, meantBy, type QuantityRead } from './quantity.ts'
export { classifyQuotation } from './quotes/classify.ts'
export { findQuotations, quotedSpans, unreadMarks } from './quotes/quotations.ts'
export { readQuantity, readsApproximation } from './readQuantity.ts'
export { type MatchPart, matchAll, matchAny, matchExactly, matchParts, type NumberWording } from './searchExpression.ts'
export { readConcordanceTerm, readSearchQuery, type SearchTerm } from './searchQuery.ts'
export { exactShare, inUnitOf } from './shares.ts'
export { contradictTime } from './timeCheck.ts'
export { readTimes, type TimeMention } from './times.ts'
export type { Unit } from './unit.ts'
export { mayBeSame, namesOfUnit, unitNamed } from './units.ts'
