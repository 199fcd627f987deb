import type { SearchScope } from '../anchor.ts'
import type { StatementEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** An annotation that stands in a statement's words. */
export interface Annotation<T> {
  readonly value: T
  readonly entry: YamlEntry
  /** The statement; undefined if its words have not been found, so that the annotation's cannot be. */
  readonly statement: ResolvedStatement | undefined
}

type Field = 'figures' | 'terms' | 'frames' | 'stances'

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

/** Where the words of an annotation are looked for. */
export function contentScope({ content }: ResolvedStatement): SearchScope {
  return { name: 'its statement', spans: content }
}

/** Gives out the slugs of annotations; one that is given out already is an annotation made twice, which is reported. */
export class AnnotationSlugs {
  readonly #given = new Set<string>()
  readonly #context: DossierContext

  constructor(context: DossierContext) {
    this.#context = context
  }

  take(slug: string, entry: YamlEntry, what: string, words: string): string {
    if (this.#given.has(slug)) this.#context.problems.add(entry.at(), `this ${what} stands here twice`, { words })
    this.#given.add(slug)
    return slug
  }
}
