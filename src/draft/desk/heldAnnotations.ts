import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import type { CuratedLists } from '../../store/query/curatedLists.ts'
import { type HalfMade, readHalfMade } from '../draftFolder.ts'
import { annotationsWith } from './annotations.ts'
import type { DeskCatalogue } from './catalogue.ts'
import type { DeskDecision } from './decisionLog.ts'
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

  /** Puts in what was decided and is not there yet, and takes out what was undone. */
  settle(standing: readonly DeskDecision[], undone: readonly DeskDecision[]): void {
    const { base, write } = this.#held
    const before = this.#text
    const isAny = standing.some(({ accepted, replaced }) => accepted !== null || replaced !== null) || undone.length > 0
    const text = isAny ? annotationsWith(before, standing, undone) : before
    if (base === null && text !== before) write(this.#file, text)
    this.#read(text)
  }

  /** Reads what stands there with what was decided, by whomever. */
  refresh(standing: readonly DeskDecision[]): void {
    this.#read(annotationsWith(this.#text, standing, []))
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
