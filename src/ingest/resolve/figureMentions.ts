import { sayAmount, wordsFigure } from '../../model/amounts.ts'
import { findNumbers, type Quantity, readQuantity } from '../../model/numbers.ts'
import type { Span } from '../../model/quotation.ts'
import type { DocumentRecords } from '../../store/write/records.ts'
import { ownProperty } from '../ownProperty.ts'
import type { Entry } from '../yaml.ts'
import { AnnotationSlugs, annotationsOf, wordsOf } from './annotations.ts'
import { type Context, slugOf } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

export interface ResolvedMention {
  readonly span: Span
  readonly record: DocumentRecords['figureMentions'][number]
}

/** The wordings of figures, each read and checked against its figure. */
export function resolveFigureMentions(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: Context,
): ResolvedMention[] {
  const { anchor, article, dossier, keys, passages } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('figures', statement => statement.figures, statements, context).flatMap(mention => {
    const { value, entry, statement } = mention
    const key = keys.figures.check(value.figure, entry.at('figure'))
    const span = statement && anchor.within(wordsOf(statement), value.words, entry.in('words'))
    if (!span) return []

    const quantity = readWords(article.slice(span), entry, context)
    if (key === null || !quantity) return []
    checkApproximation(value.approximation, quantity, entry, context)
    const figure = ownProperty(dossier.figures, key)
    const passage = passages.of(span)
    if (figure && !wordsFigure(quantity, figure)) {
      const message = `these words read as ${sayAmount(quantity)}, and the figure ${key} is ${sayAmount(figure)}`
      context.problems.add(entry.at('words', 'exact'), message, { words: passage.exact })
    }
    const slug = `${statement.record.slug}/figure/${passage.selector}/${key}`
    return {
      span,
      record: {
        slug: slugs.take(slug, entry, 'mention', passage.exact),
        figureId: slugOf(context, key),
        statementId: statement.record.slug,
        passageId: passage.slug,
        verbatim: passage.exact,
        approximation: quantity.approximation,
        value: quantity.value,
        lower: quantity.lower,
        upper: quantity.upper,
      },
    }
  })
}

function readWords(words: string, entry: Entry, { problems }: Context): Quantity | null {
  const quantity = readQuantity(words)
  if (quantity) return quantity
  const [number] = findNumbers(words)
  problems.add(entry.at('words', 'exact'), 'these words do not read as a number', { words, suggestion: number?.words })
  return null
}

function checkApproximation(given: string | undefined, quantity: Quantity, entry: Entry, { problems }: Context): void {
  const { approximation } = quantity
  if (given === undefined || given === approximation) return
  problems.add(entry.at('approximation'), `the words read as ${approximation}`, {
    words: given,
    suggestion: approximation,
  })
}
