import type { FigureMentionRecord } from '../../model/records/figure.ts'
import type { Span } from '../../model/span.ts'
import { type QuantityRead, readMention, sayFault } from '../../reading/index.ts'
import { hullOf } from '../article.ts'
import type { FigureEntry, FigureMentionEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import type { YamlEntry } from '../yaml.ts'
import { AnnotationSlugs, annotationsOf, findWords, type Part, partSlug } from './annotations.ts'
import { type DossierContext, type Found, nameOutside, slugOf } from './context.ts'
import { provenanceIn } from './grounds.ts'
import type { ResolvedStatement } from './statements.ts'

export interface ResolvedMention extends Part<FigureMentionRecord> {
  readonly pieces: readonly Span[]
}

/** The wordings of figures, each read and checked against its figure. */
export function resolveFigureMentions(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): ResolvedMention[] {
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('figures', statement => statement.figures, statements, context).flatMap(mention => {
    const { value, entry, statement } = mention
    checkKind(value, entry, context)
    const outside = nameOutside(value.figure ?? '')
    const key = outside === null ? context.keys.figures.check(value.figure, entry.at('figure')) : null
    const found = statement && findWords(value.words, entry.in('words'), statement, context)
    if (!found) return []
    const figure = key === null ? undefined : ownProperty(context.dossier.figures, key)
    const amount = amountOf(value, found, figure ?? null, key, entry, context)
    if (amount === null || (value.figure !== undefined && key === null && outside === null)) return []

    const slug = value.slug ?? mentionSlug(value, found, statement)
    context.notes.add('figureMention', slug, value.note)
    const record = {
      slug: slugs.take(slug, entry, 'mention', found.span.exact),
      figure: key === null ? (outside ?? undefined) : slugOf(context, 'figures', key),
      span: found.span,
      ...amount,
      unit: value.unit,
      counted: value.counted,
      ...provenanceIn(value, entry, context),
    }
    return { statement: statement.key, pieces: found.pieces, record }
  })
}

/** The slug of a mention that says none. */
export function mentionSlug(
  { figure, quantifier }: Pick<FigureMentionEntry, 'figure' | 'quantifier'>,
  found: Pick<Found, 'span'>,
  statement: Parameters<typeof partSlug>[0],
): string {
  if (quantifier !== undefined) return partSlug(statement, 'quantity', found)
  return partSlug(statement, 'figure', found, ...(figure === undefined ? [] : [nameOutside(figure) ?? figure]))
}

function checkKind(value: FigureMentionEntry, entry: YamlEntry, { problems, slips }: DossierContext): void {
  const { figure, quantifier, rule, counted, approximation } = value
  const hasBoth = figure !== undefined && quantifier !== undefined
  // Words that a rule read, or a corpus codes, need no figure.
  if (hasBoth || (figure === undefined && quantifier === undefined && rule === undefined)) {
    const report = hasBoth ? problems : slips
    report.add(entry.at(), 'give either a figure or, if the words name no number, a quantifier')
  }
  if (counted !== undefined && figure !== undefined) {
    slips.add(entry.at('counted'), 'the figure says what is counted: give it here only if there is no figure')
  }
  if (approximation === undefined && isCoded(value)) {
    problems.add(
      entry.at(),
      'give value and bounds together with the approximation, or leave all out to read them from the words',
    )
  }
}

function isCoded({ value, lower, upper }: FigureMentionEntry): boolean {
  return (value ?? lower ?? upper) !== undefined
}

type Amount = Pick<FigureMentionRecord, 'approximation' | 'value' | 'lower' | 'upper' | 'quantifier'>

/** What the words commit to: none where they name no number, as a corpus codes them, or as they read; null if they do not. */
function amountOf(
  mention: FigureMentionEntry,
  found: Found,
  figure: FigureEntry | null,
  key: string | null,
  entry: YamlEntry,
  context: DossierContext,
): Amount | null {
  const { quantifier, approximation, value, lower, upper } = mention
  if (quantifier !== undefined) return { approximation: 'NO_NUMBER', quantifier }
  // What is coded is held against the words when it is written, as that of every corpus is.
  const isCorpus = !context.isCurated && approximation !== undefined
  if (isCorpus || isCoded(mention)) return { approximation, value, lower, upper }
  const quantity = readWords(found, figure, approximation, key, entry, context)
  if (quantity === null) return null
  const { value: read, lower: least, upper: most } = quantity
  return {
    ...{ approximation: quantity.approximation, value: read ?? undefined },
    ...{ lower: least ?? undefined, upper: most ?? undefined },
  }
}

function readWords(
  { pieces, span }: Found,
  figure: FigureEntry | null,
  given: FigureMentionEntry['approximation'],
  key: string | null,
  entry: YamlEntry,
  { article, problems }: DossierContext,
): QuantityRead | null {
  const place = hullOf(pieces)
  const { quantity, fault } = readMention(article.text, place, article.language, article.numbers, figure, given)
  if (fault !== null) {
    const { message, suggestion } = sayFault(fault, span.exact, key ?? '', figure)
    const isApproximation = fault.kind === 'OTHER_APPROXIMATION'
    const at = isApproximation ? entry.at('approximation') : entry.at('words', 'exact')
    problems.add(at, message, { words: isApproximation ? (given ?? span.exact) : span.exact, suggestion })
  }
  return quantity
}
