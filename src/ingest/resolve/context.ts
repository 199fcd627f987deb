import type { SpanRecord } from '../../model/records/fields.ts'
import type { Span } from '../../model/span.ts'
import type { Anchor } from '../anchor.ts'
import type { Article } from '../article.ts'
import type { Dossier, Words } from '../dossier.ts'
import type { KeyRing } from '../keyRing.ts'
import { whyNoDate } from '../noDate.ts'
import type { Notes } from '../notes.ts'
import type { SearchScope } from '../placesOf.ts'
import type { FilePosition, Problems } from '../problems.ts'
import type { Catalogue } from '../registers.ts'
import type { YamlEntry } from '../yaml.ts'

/** What every part of a dossier is resolved against. */
export interface DossierContext {
  /** The slug of the document. */
  readonly document: string
  readonly dossier: Dossier
  readonly root: YamlEntry
  readonly article: Article
  readonly anchor: Anchor
  readonly notes: Notes
  readonly catalogue: Catalogue
  readonly keys: {
    readonly datasets: KeyRing
    readonly coders: KeyRing
    readonly rules: KeyRing
    readonly agents: KeyRing
    readonly claims: KeyRing
    readonly referents: KeyRing
    readonly times: KeyRing
    readonly channels: KeyRing
    readonly figures: KeyRing
    readonly statements: KeyRing
  }
  readonly problems: Problems
  /**
   * Where slips go, by which a curator is helped and which a graph may hold. A document of a dataset is as its corpus has it: it is
   * held to what every corpus is held to; its slips are said, and keep nothing out.
   */
  readonly slips: Pick<Problems, 'add'>
  /** Whether a curator made the dossier, for no dataset. */
  readonly isCurated: boolean
}

type Section = 'times' | 'channels' | 'figures' | 'statements'

/** The slug of what has a key within the document. */
export function slugOf({ document, dossier }: DossierContext, section: Section, key: string): string {
  const entries: Readonly<Record<string, { readonly slug?: string | undefined }>> = dossier[section] ?? {}
  const given = Object.hasOwn(entries, key) ? entries[key]?.slug : undefined
  return given ?? `${document}/${key}`
}

/** The slug of what a key refers to; undefined if it refers to nothing. */
export function slugOrNone(context: DossierContext, section: Section, key: string | null): string | undefined {
  return key === null ? undefined : slugOf(context, section, key)
}

/** The name in the graph that a reference to another document gives: it has a slash, and may begin with one to say that it is one. */
export function nameOutside(reference: string): string | null {
  return reference.includes('/') ? reference.replace(/^\//, '') : null
}

/** Says what is wrong with a date that is none. */
export function checkDate(
  date: string | null | undefined,
  place: FilePosition,
  { article, problems }: DossierContext,
): void {
  const fault = date == null ? null : whyNoDate(date, article.language)
  if (fault !== null) problems.add(place, fault.message, { words: date ?? '', suggestion: fault.suggestion })
}

/** Words of the article that have been found. */
export interface Found {
  readonly pieces: readonly Span[]
  readonly span: SpanRecord
}

/** The span of words, sought in some places first; undefined, with the problem noted, if they cannot be found. */
export function spanOfWords(
  words: Words | undefined,
  entry: YamlEntry,
  { anchor, article }: DossierContext,
  preferred: readonly SearchScope[] = [],
): SpanRecord | undefined {
  const pieces = words === undefined ? null : anchor.anywhere(words, entry, preferred)
  return pieces === null ? undefined : article.record(pieces)
}
