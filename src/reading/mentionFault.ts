import { sayAmount } from '../model/amounts.ts'
import type { MentionFault } from './mentionCheck.ts'
import type { FigureAmount, QuantityRead } from './quantity.ts'

/** What is wrong with the words of a figure, for people. */
export function sayFault(
  fault: MentionFault,
  words: string,
  name: string,
  figure: FigureAmount | null,
): { readonly message: string; readonly suggestion?: string | undefined } {
  switch (fault.kind) {
    case 'PIECE':
      return { message: 'these words are only a piece of a longer number', suggestion: fault.whole }
    case 'UNREADABLE': {
      const holds = fault.holds === words ? null : fault.holds
      return { message: 'these words do not read as a number', suggestion: holds ?? undefined }
    }
    case 'TWO':
      return { message: 'these words hold two numbers: give each its own mention' }
    case 'UNSAID':
      return { message: 'no rule tells in this language whether a number is meant exactly: say the approximation' }
    case 'DENIED':
      return { message: 'a negation in the sentence may turn this bound round: say the approximation' }
    case 'OTHER_APPROXIMATION': {
      const { approximation } = fault.quantity
      return { message: `the words read as ${approximation}`, suggestion: approximation }
    }
    case 'OTHER_UNIT':
      return {
        message: `these words are in ${fault.unit.name}, and the figure ${name} is in ${figure?.unit ?? 'none'}`,
      }
    case 'OTHER_NUMBER': {
      const amount = figure === null ? 'none' : sayAmount(figure)
      const read = sayAmount(fault.quantity)
      // The same number of another thing: "a third" under 1/3 percent.
      const [of, unit] = read === amount ? [sayRatio(fault.quantity), ` ${figure?.unit}`] : ['', '']
      return { message: `these words read as ${read}${of}, and the figure ${name} is ${amount}${unit}` }
    }
  }
}

function sayRatio({ ratio }: QuantityRead): string {
  if (ratio === null) return ''
  return ratio === 'SHARE' ? ' of a whole' : ' times'
}
