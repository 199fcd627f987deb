import { selectorOf } from '../../model/selector.ts'
import type { StatementEntry, Words } from '../dossier.ts'
import type { SearchScope } from '../placesOf.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext, Found } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** An annotation that stands in a statement's words. */
export interface Annotation<T> {
  readonly value: T
  readonly entry: YamlEntry
  /** The statement; undefined if its words have not been found, so that the annotation's cannot be. */
  readonly statement: ResolvedStatement | undefined
}

/** An annotation that has been found, with the key of its statement. */
export interface Part<R> {
  readonly statement: string
  readonly record: R
}

type Field = 'figures' | 'noQuantities' | 'terms' | 'frames' | 'stances'

/** The annotations of one kind, in the order of the dossier. */
export function annotationsOf<T>(
  field: Field,
  pick: (statement: StatementEntry) => readonly T[] | undefined,
  statements: ReadonlyMap<string, ResolvedStatement>,
  { dossier, root }: DossierContext,
): Annotation<T>[] {
  return Object.entries(dossier.statements ?? {}).flatMap(([key, statement]) =>
    (pick(statement) ?? []).map((value, index) => ({
      value,
      entry: root.in('statements', key, field, index),
      statement: statements.get(key),
    })),
  )
}

/** Where the words of an annotation stand: in those of its statement. A corpus may have them elsewhere. */
export function findWords(
  words: Words,
  entry: YamlEntry,
  { content }: ResolvedStatement,
  context: DossierContext,
): Found | null {
  const { anchor, article, isCurated } = context
  const scope: SearchScope = { name: 'its statement', spans: content }
  const pieces = isCurated ? anchor.within(scope, words, entry) : anchor.anywhere(words, entry, [scope])
  return pieces && { pieces, span: article.record(pieces) }
}

/** Gives out the slugs of annotations; one that is given out already is an annotation made twice, which is reported. */
export class AnnotationSlugs {
  readonly #given = new Set<string>()
  readonly #context: DossierContext

  constructor(context: DossierContext) {
    this.#context = context
  }

  take(slug: string, entry: YamlEntry, what: string, words: string): string {
    if (this.#given.has(slug)) this.#context.problems.add(entry.at(), `this ${what} appears twice here`, { words })
    this.#given.add(slug)
    return slug
  }
}

/** The slug of what stands in a statement's words, by its kind and place and what else tells it from others there. */
export function partSlug(
  { record }: { readonly record: Pick<ResolvedStatement['record'], 'slug'> },
  kind: string,
  { span }: Pick<Found, 'span'>,
  ...others: readonly string[]
): string {
  return [record.slug, kind, selectorOf(span.at), ...others].join('/')
}
