import type { Span } from '../../model/span.ts'
import type { Approximation } from '../../model/vocabulary.ts'
import { type QuantityRead, readMention, sayFault } from '../../reading/index.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { FigureEntry, FigureMentionEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import type { YamlEntry } from '../yaml.ts'
import { AnnotationSlugs, annotationsOf, contentScope } from './annotations.ts'
import { basisOf, type DossierContext, slugOf } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

export interface ResolvedMention {
  readonly span: Span
  readonly record: DocumentRecords['figureMentions'][number]
}

/** The wordings of figures, each read and checked against its figure. */
export function resolveFigureMentions(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): ResolvedMention[] {
  const { anchor, dossier, keys, passages } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('figures', statement => statement.figures, statements, context).flatMap(mention => {
    const { value, entry, statement } = mention
    if ((value.figure === undefined) === (value.quantifier === undefined)) {
      context.problems.add(entry.at(), 'words have either a figure or, if they name no number, a quantifier')
    }
    if (value.counted !== undefined && value.quantifier === undefined) {
      context.problems.add(entry.at('counted'), 'what is counted is the figure’s to say, unless there is none')
    }
    const key = keys.figures.check(value.figure, entry.at('figure'))
    const span = statement && anchor.find(contentScope(statement), value.words, entry.in('words'))
    if (!span) return []

    const passage = passages.of(span)
    if (value.quantifier !== undefined) {
      const slug = `${statement.record.slug}/quantity/${passage.selector}`
      context.notes.add('figureMentions', slug, value.note)
      return {
        span,
        record: {
          ...withoutNumber(value, passage, statement),
          slug: slugs.take(slug, entry, 'mention', passage.exact),
        },
      }
    }
    const figure = key === null ? undefined : ownProperty(dossier.figures, key)
    const quantity = readWords(span, figure ?? null, value.approximation, key, entry, context)
    if (key === null || !quantity) return []
    const slug = `${statement.record.slug}/figure/${passage.selector}/${key}`
    context.notes.add('figureMentions', slug, value.note)
    return {
      span,
      record: {
        slug: slugs.take(slug, entry, 'mention', passage.exact),
        figureId: slugOf(context, key),
        statementId: statement.record.slug,
        passageId: passage.slug,
        words: passage.exact,
        approximation: quantity.approximation,
        value: quantity.value,
        lower: quantity.lower,
        upper: quantity.upper,
        ...basisOf(value.reason),
      },
    }
  })
}

/** A quantity whose words name no number: all, some, none, a record. */
function withoutNumber(
  { quantifier, counted, reason }: FigureMentionEntry,
  passage: DossierContext['passages']['records'][number],
  statement: ResolvedStatement,
) {
  return {
    figureId: null,
    statementId: statement.record.slug,
    passageId: passage.slug,
    words: passage.exact,
    approximation: 'NO_NUMBER',
    quantifier: quantifier ?? null,
    counted: counted ?? null,
    ...basisOf(reason),
  } as const
}

function readWords(
  span: Span,
  figure: FigureEntry | null,
  given: Approximation | undefined,
  key: string | null,
  entry: YamlEntry,
  { article, problems }: DossierContext,
): QuantityRead | null {
  const { quantity, fault } = readMention(article.text, span, article.language, article.numbers, figure, given)
  if (fault !== null) {
    const words = article.slice(span)
    const { message, suggestion } = sayFault(fault, words, key ?? '', figure)
    const isApproximation = fault.kind === 'OTHER_APPROXIMATION'
    const place = isApproximation ? entry.at('approximation') : entry.at('words', 'exact')
    problems.add(place, message, { words: isApproximation ? (given ?? words) : words, suggestion })
  }
  return quantity
}
