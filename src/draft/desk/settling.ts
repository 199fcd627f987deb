/**
 * Settles what two coders of an article read otherwise: one difference at a time, each with both readings. What is chosen stands in the
 * annotations at once. The terminal and the page show what this says, and send what the person does.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import { Failure } from '../../model/failure.ts'
import { sha256 } from '../../model/text.ts'
import { type HalfMade, openDossier, readHalfMade } from '../draftFolder.ts'
import { annotationsAfter } from './annotations.ts'
import { DecidedElsewhere, DecisionLog, LOG_FILE, type MadeDecision } from './decisionLog.ts'
import type { DeskOptions } from './deskOptions.ts'
import { differences, type EntryPair, keysNamedIn, matchReadings } from './matching.ts'
import { readingsIn } from './readings.ts'
import type { SettlingAction } from './settlingActions.ts'

export interface Difference extends EntryPair {
  readonly id: string
}

/** What both have read, and what stands in the annotations. */
interface Readings {
  readonly names: readonly [string, string]
  readonly differences: readonly Difference[]
  readonly halfMade: HalfMade
}

export class Settling {
  readonly article: Article
  readonly folder: string
  readonly options: DeskOptions
  readonly #second: string | undefined
  readonly #log: DecisionLog
  /** What comes back when nothing else is left. */
  readonly #later = new Set<string>()
  #turn = 0
  #read: Readings

  /** @throws Failure BAD_INPUT where nobody else has coded the article */
  constructor(folder: string, options: DeskOptions, second?: string) {
    this.article = openDossier(folder).article
    this.folder = folder
    this.options = options
    this.#second = second
    this.#log = new DecisionLog(join(folder, LOG_FILE))
    this.#read = this.#readAll()
  }

  get halfMade(): HalfMade {
    return this.#read.halfMade
  }

  /** Whose readings they are. */
  get names(): readonly [string, string] {
    return this.#read.names
  }

  /** Changes with every action. */
  get revision(): string {
    return `${this.#log.decisions.length}.${this.#turn}`
  }

  /** What is not settled yet, in text order; codes and figures only of a statement that stands. */
  get open(): Difference[] {
    const settled = this.#settled
    return this.#read.differences.filter(each => !settled.has(each.id) && this.#isOfWhatStands(each))
  }

  get settledCount(): number {
    return this.#settled.size
  }

  /** The difference that is to be settled now; null when none is left. */
  top(): Difference | null {
    const { open } = this
    return open.find(({ id }) => !this.#later.has(id)) ?? open[0] ?? null
  }

  /** Why the second reading cannot be taken yet: it names what only the second coder has, and nobody has taken. */
  missingFor({ second }: Difference): string | null {
    if (second === null) return null
    const { statements = {}, figures = {}, times = {}, channels = {} } = this.halfMade.dossier
    const { entry, statement } = second
    const named = [
      ...(statement === null || statement in statements ? [] : [statement]),
      ...keysNamedIn(entry, 'statements').filter(key => !key.includes('/') && !(key in statements)),
      ...keysNamedIn(entry, 'figures').filter(key => !(key in figures)),
      ...keysNamedIn(entry, 'times').filter(key => !(key in times) && !entry.needs.some(need => need.key === key)),
      ...keysNamedIn(entry, 'channels').filter(key => !(key in channels)),
    ]
    return named.length === 0 ? null : `it names ${named.join(', ')}, which is not in the annotations`
  }

  /**
   * Does what the person does, and says in a line what came of it.
   *
   * @throws DecidedElsewhere where they have seen another revision; Failure BAD_USAGE where it cannot be done (yet)
   */
  perform(action: SettlingAction, revision = this.revision): string {
    if (revision !== this.revision) throw new DecidedElsewhere()
    try {
      const said = this.#perform(action)
      this.#turn += 1
      return said
    } catch (error) {
      if (error instanceof DecidedElsewhere) this.#read = this.#readAll()
      throw error
    }
  }

  #perform(action: SettlingAction): string {
    if (action.do === 'UNDO') return this.#undo() ? 'undone' : 'nothing to undo'
    const difference = this.top()
    if (difference === null) throw new Failure('BAD_USAGE', 'All differences are settled.')
    if (action.do === 'LATER') {
      // The last in line: of those put off, the longest ago comes first.
      this.#later.delete(difference.id)
      this.#later.add(difference.id)
      return 'skipped for now'
    }
    return this.#settle(difference, action.choice)
  }

  /** Takes one of the readings for right, or neither; in the annotations too, at once. */
  #settle(difference: Difference, choice: Extract<SettlingAction, { do: 'SETTLE' }>['choice']): string {
    const { first, second, id } = difference
    const missing = choice === 'SECOND' ? this.missingFor(difference) : null
    if (missing !== null) throw new Failure('BAD_USAGE', `Not yet: ${missing}.`)
    const decision: MadeDecision = {
      at: this.options.now().toISOString(),
      by: this.options.by,
      article: sha256(this.article.text),
      proposal: id,
      answer: 'SETTLE',
      proposed: null,
      accepted: choice === 'SECOND' ? (second?.entry ?? null) : null,
      replaced: choice === 'FIRST' ? null : (first?.entry ?? null),
      reason: choice,
      isMarkedFirst: false,
    }
    this.#append(decision)
    return choice === 'NEITHER' ? 'neither' : `as ${this.names[choice === 'FIRST' ? 0 : 1]} read it`
  }

  /** Takes the last settling back; false if there is none. */
  #undo(): boolean {
    const last = this.#log.standing.at(-1)
    if (last?.answer !== 'SETTLE') return false
    const { now, by } = this.options
    const undone = { at: now().toISOString(), by, answer: 'UNDO', accepted: null, replaced: null } as const
    this.#append({ ...last, ...undone })
    return true
  }

  get #settled(): Set<string> {
    return new Set(this.#log.standing.flatMap(({ answer, proposal }) => (answer === 'SETTLE' ? (proposal ?? []) : [])))
  }

  #readAll(): Readings {
    const [one, other] = readingsIn(this.folder, this.article, this.#second)
    return {
      names: [one.by, other.by],
      differences: matchReadings(one, other)
        .filter(pair => differences(pair).length > 0)
        .map(pair => ({ ...pair, id: idOf(pair) })),
      halfMade: readHalfMade(this.folder, readFileSync(join(this.folder, ANNOTATIONS_FILE), 'utf8')),
    }
  }

  #isOfWhatStands({ first, second }: Difference): boolean {
    const statement = (first ?? second)?.statement ?? null
    return statement === null || statement in (this.halfMade.dossier.statements ?? {})
  }

  #append(decision: MadeDecision): void {
    const file = join(this.folder, ANNOTATIONS_FILE)
    const before = readFileSync(file, 'utf8')
    this.#log.append(
      decision,
      log => ({ before, after: annotationsAfter(before, log) }),
      after => {
        if (after !== before) this.options.write(file, after)
        this.#read = { ...this.#read, halfMade: readHalfMade(this.folder, after) }
      },
    )
  }
}

/** A difference is known by what both read: whoever reads it anew makes another one. */
function idOf({ first, second }: EntryPair): string {
  return sha256(JSON.stringify([first?.entry, second?.entry])).slice(0, 16)
}
