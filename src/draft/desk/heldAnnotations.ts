import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import { sha256 } from '../../model/text.ts'
import type { CuratedLists } from '../../store/query/curatedLists.ts'
import { type HalfMade, type OpenDossier, readHalfMade } from '../draftFolder.ts'
import { annotationsAfter, annotationsWith } from './annotations.ts'
import type { DeskCatalogue } from './catalogue.ts'
import { type AnnotationChange, type DeskDecision, standing } from './decisionLog.ts'
import { catalogueOf } from './halfMade.ts'

interface Held {
  readonly dossier: OpenDossier
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

  /** What is to be said of the annotations as they were found; null where they are as they were left. */
  readonly opened: string | null

  /** Writes what a session that was killed decided and did not write. */
  constructor(held: Held, log: readonly DeskDecision[], { isRestoring }: { readonly isRestoring: boolean }) {
    this.#held = held
    const { text, said } = this.#found(log, isRestoring)
    this.#put(text)
    this.opened = said
    const { dossier, folder } = held
    this.#halfMade = text === dossier.annotations ? dossier : readHalfMade(folder, text)
    this.#catalogue = this.#listed()
  }

  get halfMade(): HalfMade {
    return this.#halfMade
  }

  /** What can be chosen from. */
  get catalogue(): DeskCatalogue {
    return this.#catalogue
  }

  /** What the annotations are before the last decision of a log, and with it. */
  change(log: readonly DeskDecision[]): AnnotationChange {
    const before = this.#text
    const after = this.#held.base === null ? annotationsAfter(before, log) : annotationsWith(before, standing(log), [])
    return { before, after }
  }

  write(after: string): void {
    this.#put(after)
    this.#read(after)
  }

  /** Reads what stands there, with what was decided, by whomever. */
  refresh(log: readonly DeskDecision[]): void {
    const { base } = this.#held
    this.#read(base === null ? this.#text : annotationsWith(base, standing(log), []))
  }

  /** What the annotations are to be when the desk opens. A file that was changed by hand since the last decision stays as it is. */
  #found(log: readonly DeskDecision[], isRestoring: boolean): { readonly text: string; readonly said: string | null } {
    const text = this.#text
    if (isRestoring || this.#held.base !== null) return { text: annotationsWith(text, standing(log), []), said: null }
    const noted = log.at(-1)?.annotations ?? null
    const digest = sha256(text)
    if (noted === null || digest === noted.after) return { text, said: null }
    if (digest === noted.before) {
      return {
        text: annotationsAfter(text, log),
        said: 'The last decision was missing from annotations.yaml and has been added.',
      }
    }
    const said = 'annotations.yaml was edited outside the desk since the last decision: it stays as it is.'
    return { text, said }
  }

  #put(text: string): void {
    const { base, write } = this.#held
    if (base === null && text !== this.#text) write(this.#file, text)
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
    return catalogueOf(this.#held.dossier.article, this.#halfMade, this.#held.graph)
  }
}
