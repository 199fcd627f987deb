import { sayAmount } from '../../../model/amounts.ts'
import { describeQuantity } from '../../../model/intervals.ts'
import type { FigureMentionRecord } from '../../../model/records/figure.ts'
import { type FigureAmount, type QuantityRead, readMention, readQuantity, sayFault } from '../../../reading/index.ts'
import type { WriteContext } from './context.ts'
import { expectVerbatim, type OpenDocument } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'

type Coded = Pick<QuantityRead, 'approximation' | 'value' | 'lower' | 'upper'>

/** What the mentions of figures commit to: as coded, or else as the words read. @throws RecordRefused where words contradict it */
export function readMentions(mentions: readonly FigureMentionRecord[], document: OpenDocument, context: WriteContext) {
  return mentions.map(mention => {
    const { slug, span, quantifier = null, unit = null, counted = null } = mention
    expectVerbatim(document, span)
    const figure = mention.figure === undefined ? null : context.figures.of(mention.figure)
    const { approximation, value, lower, upper } = readWords(mention, figure, document)
    if ((approximation === 'NO_NUMBER') !== (quantifier !== null)) {
      refuseRecord('BAD_RECORD', 'NO_NUMBER has a quantifier, and nothing else has one')
    }
    const said = { quantifier, unit, counted, ...context.ground(mention) }
    return { slug, span, figureId: figure?.id ?? null, approximation, value, lower, upper, ...said }
  })
}

/** Reads the words of a figure and holds them against it, as those of a dossier are; what is coded must agree with them. */
function readWords(mention: FigureMentionRecord, figure: FigureAmount | null, document: OpenDocument): Coded {
  const { span, approximation } = mention
  const [value, lower, upper] = [mention.value ?? null, mention.lower ?? null, mention.upper ?? null]
  if (lower !== null && upper !== null && lower > upper) {
    refuseRecord('BAD_RECORD', 'the upper bound of a mention is less than the lower bound')
  }
  // Words that name no number, such as “thousands”, are coded with bounds that a reader may draw otherwise.
  const isCoded = approximation !== undefined && readQuantity(span.exact, document.language)?.value == null
  const quantity = read(mention, isCoded ? null : figure, isCoded, document)
  if (approximation === undefined) return quantity ?? refuseRecord('NOT_A_NUMBER')
  const coded = { approximation, value, lower, upper }
  if (quantity !== null && quantity.approximation !== approximation) {
    refuseRecord('MISREAD', `the words read as ${quantity.approximation}, and are coded ${approximation}`)
  }
  if (!isCoded && quantity !== null) return agreed(quantity, coded)
  if (approximation !== 'NO_NUMBER' && (value ?? lower ?? upper) === null) {
    refuseRecord('NOT_A_NUMBER', 'these words do not read as a number, and none is coded')
  }
  if (isCoded && figure && approximation !== 'NO_NUMBER' && !codes(coded, figure)) {
    refuseRecord(
      'MISREAD',
      `the words are coded ${sayAmount(coded)}, and the figure ${mention.figure} is ${sayAmount(figure)}`,
    )
  }
  return coded
}

/** What the words read as, with the bounds that only the corpus has. @throws RecordRefused where the two contradict each other */
function agreed(read: QuantityRead, coded: Coded): Coded {
  const { approximation } = coded
  const differs = (['value', 'lower', 'upper'] as const).some(part => {
    const known = read[part] ?? (approximation === 'EXACT' ? read.value : null)
    return known !== null && coded[part] !== null && coded[part] !== known
  })
  if (differs) {
    const [words, code] = [describeQuantity(read), describeQuantity(coded)]
    const bounds = words === code ? ` with bounds of ${sayAmount({ lower: coded.lower, upper: coded.upper })}` : ''
    refuseRecord('MISREAD', `the words read as ${words}, and are coded ${code}${bounds}`)
  }
  const { value, lower, upper } = read
  return { approximation, value: value ?? coded.value, lower: lower ?? coded.lower, upper: upper ?? coded.upper }
}

function read(mention: FigureMentionRecord, figure: FigureAmount | null, isCoded: boolean, document: OpenDocument) {
  const { span, approximation } = mention
  const { text, language, numbers } = document
  const [[from = 0] = []] = span.at
  const place = { start: text.toUtf16(from), end: text.toUtf16(span.at.at(-1)?.[1] ?? from) }
  const given = isCoded ? undefined : approximation
  const { quantity, fault } = readMention(text.text, place, language, numbers(), figure, given)
  if (fault !== null && !(isCoded && fault.kind === 'UNREADABLE' && fault.holds === null)) {
    const isUnread = /^(?:UNREADABLE|TWO|UNSAID)$/.test(fault.kind)
    const { message } = sayFault(fault, span.exact, mention.figure ?? '', figure)
    refuseRecord(isUnread ? 'NOT_A_NUMBER' : 'MISREAD', message)
  }
  return quantity
}

function codes({ value, lower, upper }: Coded, figure: FigureAmount): boolean {
  const known = figure.value ?? null
  if (known !== null) return value === known
  return lower === (figure.lower ?? null) && upper === (figure.upper ?? null)
}
