import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import { sha256 } from '../../model/text.ts'
import type { CuratedLists } from '../../store/query/curatedLists.ts'
import { type HalfMade, readHalfMade } from '../draftFolder.ts'
import { annotationsAfter, annotationsWith } from './annotations.ts'
import type { DeskCatalogue } from './catalogue.ts'
import { type AnnotationChange, type DeskDecision, standing } from './decisionLog.ts'
import { catalogueOf } from './halfMade.ts'

interface Held {
  readonly article: Article
  readonly folder: string
  /** What another coder begins from: the annotations without what was decided; null where the file itself is written. */
  readonly base: string | null
  readonly graph: CuratedLists
  readonly write: (file: string, content: string) => void
}

/** The annotations with what was decided in them: the file itself or, for another coder, what it would be. */
export class HeldAnnotations {
  readonly #held: Held
  #halfMade: HalfMade
  #catalogue: DeskCatalogue

  constructor(held: Held) {
    this.#held = held
    this.#halfMade = readHalfMade(held.folder, this.#text)
    this.#catalogue = this.#listed()
  }

  get halfMade(): HalfMade {
    return this.#halfMade
  }

  /** What can be chosen from. */
  get catalogue(): DeskCatalogue {
    return this.#catalogue
  }

  /**
   * Writes what a session that was killed decided and did not write, and says so. A file that was changed by hand since the last
   * decision stays as it is, which is said too; null where there is nothing to say.
   */
  open(log: readonly DeskDecision[], { isRestoring }: { readonly isRestoring: boolean }): string | null {
    if (isRestoring) {
      this.write(annotationsWith(this.#text, standing(log), []))
      return null
    }
    const noted = this.#held.base === null ? log.at(-1)?.annotations : null
    const found = sha256(this.#text)
    if (noted != null && noted.before !== noted.after && found === noted.before) {
      this.write(annotationsAfter(this.#text, log))
      return 'The last decision was not in annotations.yaml yet: it is now.'
    }
    this.refresh(log)
    return noted == null || found === noted.after
      ? null
      : 'annotations.yaml has been changed since the last decision, and not by the desk: it stays as it is.'
  }

  /** What the annotations are before the last decision of a log, and with it. */
  change(log: readonly DeskDecision[]): AnnotationChange {
    const before = this.#text
    const after = this.#held.base === null ? annotationsAfter(before, log) : annotationsWith(before, standing(log), [])
    return { before, after }
  }

  write(after: string): void {
    const { base, write } = this.#held
    if (base === null && after !== this.#text) write(this.#file, after)
    this.#read(after)
  }

  /** Reads what stands there, with what was decided, by whomever. */
  refresh(log: readonly DeskDecision[]): void {
    const { base } = this.#held
    this.#read(base === null ? this.#text : annotationsWith(base, standing(log), []))
  }

  get #file(): string {
    return join(this.#held.folder, ANNOTATIONS_FILE)
  }

  get #text(): string {
    return this.#held.base ?? readFileSync(this.#file, 'utf8')
  }

  #read(annotations: string): void {
    this.#halfMade = readHalfMade(this.#held.folder, annotations)
    this.#catalogue = this.#listed()
  }

  #listed(): DeskCatalogue {
    return catalogueOf(this.#held.article, this.#halfMade, this.#held.graph)
  }
}
