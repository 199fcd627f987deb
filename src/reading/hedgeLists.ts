import { Approximation, valuesOf } from '../model/vocabulary.ts'
import { combine, type HedgeWording, wordings } from './english/hedges.ts'

/** The words of approximation of a language, before a number and after it. */
export interface ForeignHedges {
  readonly before: readonly HedgeWording[]
  readonly after: readonly HedgeWording[]
}

type Lists = Partial<Record<Approximation, string>>

/**
 * From lists by approximation, each with commas between its wordings. What is said not to be over a number is at most that, and what
 * is not under it at least: `not` lists the words that say so before, but for those that negatedHedges.ts reads.
 */
export function hedges(before: Lists, after: Lists, not = ''): ForeignHedges {
  const negated = (words: string | undefined) => combine(listed(not), listed(words))
  return {
    before: wordings(...entriesOf(before), ['UP_TO', negated(before.OVER)], ['AT_LEAST', negated(before.UNDER)]),
    after: wordings(...entriesOf(after)),
  }
}

function entriesOf(lists: Lists) {
  return valuesOf(Approximation).map(each => [each, listed(lists[each])] as const)
}

function listed(words = ''): string[] {
  return words === '' ? [] : words.split(', ')
}
