import { sayAmount } from '../../model/amounts.ts'
import type { FigureMentionRecord } from '../../model/interchange.ts'
import type { Quantity } from '../../model/intervals.ts'
import type { CodePoints } from '../../model/text.ts'
import {
  type FigureAmount,
  findNumbers,
  type NumberMention,
  readMention,
  readQuantity,
  sayFault,
} from '../../reading/index.ts'

/** A document of which the numbers are found when a figure asks for them first. */
export interface NumberedText {
  readonly text: CodePoints
  readonly language: string
  numbers: readonly NumberMention[] | null
}

/** What the words of a figure commit to; or why they are refused. */
export type Wording =
  | { readonly quantity: Quantity; readonly refused: null }
  | { readonly quantity: null; readonly refused: 'NOT_A_NUMBER' | 'MISREAD' | 'BAD_RECORD'; readonly why?: string }

/** Reads the words of a figure and holds them against it, as those of a dossier are; what is coded must agree with them. */
export function readWording(mention: FigureMentionRecord, figure: FigureAmount, document: NumberedText): Wording {
  const { span, approximation } = mention
  const [value, lower, upper] = [mention.value ?? null, mention.lower ?? null, mention.upper ?? null]
  if (lower !== null && upper !== null && lower > upper) {
    return refuse('BAD_RECORD', 'the upper bound of a mention is less than the lower bound')
  }
  const [[from = 0] = []] = span.at
  const to = span.at.at(-1)?.[1] ?? from
  const { text, language } = document
  document.numbers ??= findNumbers(text.text, language)
  const place = { start: text.toUtf16(from), end: text.toUtf16(to) }
  // Words that name no number, such as “thousands”, are coded with bounds that a reader may draw otherwise.
  const isCoded = approximation !== undefined && readQuantity(span.exact, language)?.value == null
  const { quantity, fault } = readMention(
    text.text,
    place,
    language,
    document.numbers,
    isCoded ? null : figure,
    isCoded ? undefined : approximation,
  )
  if (fault !== null && !(isCoded && fault.kind === 'UNREADABLE' && fault.holds === null)) {
    const { message } = sayFault(fault, span.exact, mention.figure, figure)
    const isUnread = fault.kind === 'UNREADABLE' || fault.kind === 'UNSAID'
    return refuse(isUnread ? 'NOT_A_NUMBER' : 'MISREAD', message)
  }
  if (approximation === undefined) return quantity === null ? refuse('NOT_A_NUMBER') : { quantity, refused: null }
  const coded = { approximation, value, lower, upper }
  if (quantity !== null && quantity.approximation !== approximation) {
    return refuse('MISREAD', `the words read as ${quantity.approximation}, and are coded ${approximation}`)
  }
  if (!isCoded && quantity !== null && sayAmount(quantity) !== sayAmount(coded)) {
    return refuse('MISREAD', `the words read as ${sayAmount(quantity)}, and are coded ${sayAmount(coded)}`)
  }
  if (isCoded && !codes(coded, figure)) {
    return refuse(
      'MISREAD',
      `the words are coded ${sayAmount(coded)}, and the figure ${mention.figure} is ${sayAmount(figure)}`,
    )
  }
  return { quantity: coded, refused: null }
}

function codes({ value, lower, upper }: Quantity, figure: FigureAmount): boolean {
  const known = figure.value ?? null
  if (known !== null) return value === known
  return lower === (figure.lower ?? null) && upper === (figure.upper ?? null)
}

function refuse(refused: 'NOT_A_NUMBER' | 'MISREAD' | 'BAD_RECORD', why?: string): Wording {
  return why === undefined ? { quantity: null, refused } : { quantity: null, refused, why }
}
