import type { Anchor } from '../anchor.ts'
import type { Article } from '../article.ts'
import type { Dossier } from '../dossier.ts'
import type { KeyRing } from '../keyRing.ts'
import type { Notes } from '../notes.ts'
import type { PassageRecords } from '../passages.ts'
import type { Problems } from '../problems.ts'
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
  readonly passages: PassageRecords
  readonly notes: Notes
  readonly catalogue: Catalogue
  readonly keys: {
    readonly agents: KeyRing
    readonly claims: KeyRing
    readonly referents: KeyRing
    readonly times: KeyRing
    readonly channels: KeyRing
    readonly figures: KeyRing
    readonly statements: KeyRing
  }
  readonly problems: Problems
}

/** The slug of what has a key within the document. */
export function slugOf(context: DossierContext, key: string): string {
  return `${context.document}/${key}`
}

/** The slug of what a key refers to; null if it refers to nothing. */
export function slugOrNull(context: DossierContext, key: string | null): string | null {
  return key === null ? null : slugOf(context, key)
}

/** STATED, or INFERRED with its reason. */
export function basisOf(reason: string | undefined): ResolvedBasis {
  return { basis: reason === undefined ? 'STATED' : 'INFERRED', reason: reason ?? null }
}

/** On what ground something is known. */
export interface ResolvedBasis {
  readonly basis: 'STATED' | 'INFERRED'
  readonly reason: string | null
}
