/** Settles what two coders of an article read otherwise, one difference at a time, each with both readings. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import { sha256 } from '../../model/text.ts'
import { openDossier } from '../draftFolder.ts'
import { annotationsWith } from './annotations.ts'
import { type AcceptedEntry, DecisionLog, type DeskDecision, LOG_FILE } from './decisionLog.ts'
import type { DeskOptions } from './desk.ts'
import {
  coreFields,
  differences,
  matchStatements,
  type ReadStatement,
  readingsIn,
  type StatementPair,
} from './readings.ts'

export type Adjudication = 'FIRST' | 'SECOND' | 'NEITHER'

export interface Difference extends StatementPair {
  readonly id: string
  /** In what they differ; “there” where only one of them has it. */
  readonly fields: readonly string[]
}

export class Settling {
  readonly article: Article
  readonly names: readonly [string, string]
  readonly #folder: string
  readonly #options: DeskOptions
  readonly #log: DecisionLog
  readonly #differences: readonly Difference[]

  /** @throws Failure BAD_INPUT where nobody else has coded the article */
  constructor(folder: string, options: DeskOptions, second?: string) {
    this.article = openDossier(folder).article
    this.#folder = folder
    this.#options = options
    this.#log = new DecisionLog(join(folder, LOG_FILE))
    const [one, other] = readingsIn(folder, this.article, second)
    this.names = [one.by, other.by]
    this.#differences = matchStatements(one, other)
      .map(pair => ({ ...pair, id: `${pair.first?.key ?? '-'} ${pair.second?.key ?? '-'}`, fields: differences(pair) }))
      .filter(({ fields }) => fields.length > 0)
  }

  /** What is not settled yet, in text order. */
  get open(): Difference[] {
    const settled = new Set(this.#log.standing.flatMap(({ answer, proposal }) => (answer === 'SETTLE' ? proposal : [])))
    return this.#differences.filter(({ id }) => !settled.has(id))
  }

  /** Takes one of the readings for right, or neither; in the annotations too, at once. */
  settle(difference: Difference, choice: Adjudication): void {
    const accepted = entryOf(difference, choice)
    const decision: DeskDecision = {
      at: this.#options.now().toISOString(),
      by: this.#options.by,
      article: sha256(this.article.text),
      proposal: difference.id,
      answer: 'SETTLE',
      proposed: null,
      accepted,
      reason: choice,
      isMarkedFirst: false,
    }
    this.#log.append(decision, () => this.#write([]))
  }

  /** Takes the last settling back; false if there is none. */
  undo(): boolean {
    const last = this.#log.standing.at(-1)
    if (last?.answer !== 'SETTLE') return false
    const { now, by } = this.#options
    this.#log.append({ ...last, at: now().toISOString(), by, answer: 'UNDO', accepted: null }, () =>
      this.#write([last]),
    )
    return true
  }

  #write(undone: readonly DeskDecision[]): void {
    const file = join(this.#folder, ANNOTATIONS_FILE)
    this.#options.write(file, annotationsWith(readFileSync(file, 'utf8'), this.#log.standing, undone))
  }
}

/** What a choice changes of the first coder's annotations; null for nothing. */
function entryOf({ first, second }: Difference, choice: Adjudication): AcceptedEntry | null {
  if (choice === 'FIRST') return null
  const chosen = choice === 'SECOND' ? second : null
  if (first === null && chosen === null) return null
  // The keys of what both have added may be the same.
  const key = first?.key ?? `${second?.key}-second`
  const value = chosen === null ? {} : coreOf(chosen)
  // What goes as a whole is kept as a whole, for whoever takes it back.
  const replaces = first === null ? null : chosen === null ? { ...first.value } : coreOf(first)
  return {
    section: 'statements',
    key,
    value,
    list: null,
    mentionedIn: null,
    needs: [],
    replaces,
    isRemoved: chosen === null,
  }
}

function coreOf({ value }: ReadStatement): Record<string, unknown> {
  return Object.fromEntries(coreFields.flatMap(field => (value[field] === undefined ? [] : [[field, value[field]]])))
}
