/**
 * The review desk: a person reads the article in reading order, one proposal at a time, and decides. Each decision is on the
 * disk before the next proposal shows. There is no “accept all”.
 */

import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import { Failure } from '../../model/failure.ts'
import type { Span } from '../../model/span.ts'
import { sha256 } from '../../model/text.ts'
import { classifyQuotation } from '../../reading/index.ts'
import { type Proposal, readDraft } from '../draftFile.ts'
import { openDossier } from '../draftFolder.ts'
import { KnownAgents } from '../knownAgents.ts'
import { annotationsWith } from './annotations.ts'
import { type AcceptedEntry, appendDecision, type Decision, readLog, standing } from './decisionLog.ts'
import { entryOf, type Settings } from './entries.ts'
import { type Planted, plantedIn } from './planted.ts'

/** What stands on the desk: a proposal in its paragraph, and what is set of it so far. */
export interface OnDesk {
  readonly proposal: Proposal
  readonly paragraph: { readonly start: number; readonly end: number; readonly text: string }
  /** How many are left, this one included. */
  readonly left: number
  /** Whether the proposals of this paragraph are hidden until the person has marked what is there. */
  readonly isHidden: boolean
}

/** What came of a review so far. */
export interface Tally {
  readonly accepted: number
  readonly changed: number
  readonly refused: number
  readonly unsure: number
  readonly skipped: number
  readonly added: number
  readonly planted: number
  readonly caught: number
}

/** In one paragraph of so many the person marks first and sees the proposals afterwards. */
const hiddenEvery = 10

export interface DeskOptions {
  readonly by: string
  readonly now: () => Date
  /** Writes a file wholly or not at all. */
  readonly write: (file: string, content: string) => void
}

export class Desk {
  readonly article: Article
  readonly #folder: string
  readonly #options: DeskOptions
  readonly #proposals: readonly Proposal[]
  readonly #planted: ReadonlyMap<string, Planted>
  readonly #digest: string
  /** Where the paragraphs begin whose proposals are shown although they were hidden first. */
  readonly #seen = new Set<number>()
  #log: Decision[]
  #agents: { readonly key: string; readonly names: readonly string[] }[]

  /**
   * Opens the desk where it was left; what was decided and not yet written into the annotations is written now.
   *
   * @throws Failure BAD_INPUT without a draft, or where the text has changed since
   */
  constructor(folder: string, options: DeskOptions) {
    const { article, agents } = openDossier(folder)
    const draft = readDraft(folder)
    this.#digest = sha256(article.text)
    if (draft.article !== this.#digest) {
      throw new Failure(
        'BAD_INPUT',
        `${folder}: the text has changed since the draft was made. dixit draft --force makes it anew.`,
      )
    }
    this.article = article
    this.#folder = folder
    this.#options = options
    this.#proposals = draft.proposals
    this.#planted = plantedIn(draft.proposals, this.#digest)
    this.#log = readLog(folder)
    this.#agents = [...agents]
    this.#settle([])
  }

  get known(): KnownAgents {
    return new KnownAgents(this.#agents)
  }

  /** Shows the proposals of a paragraph, once the person has marked what is there. */
  reveal({ paragraph }: OnDesk): void {
    this.#seen.add(paragraph.start)
  }

  /** The keys of all whom a statement can be given to. */
  get agentKeys(): string[] {
    return this.#agents.map(({ key }) => key)
  }

  /** The next proposal in reading order; those that were skipped come back at the end. Null when all is decided. */
  next(): OnDesk | null {
    const decided = new Map(standing(this.#log).map(({ proposal, answer }) => [proposal, answer]))
    const open = this.#proposals.filter(({ key }) => !decided.has(key))
    const skipped = this.#proposals.filter(({ key }) => decided.get(key) === 'SKIP')
    const [proposal] = [...open, ...skipped]
    if (proposal === undefined) return null
    const twin = this.#planted.get(proposal.key)
    const isChecked = twin === undefined || decided.has(twin.proposal.key)
    const { start, end } = this.article.paragraphsOf({ start: proposal.start, end: proposal.end })
    const number = this.article.text.slice(0, start).split('\n').length
    return {
      proposal: isChecked ? proposal : twin.proposal,
      paragraph: { start, end, text: this.article.slice({ start, end }) },
      left: open.length + skipped.length,
      isHidden: number % hiddenEvery === 0 && !this.#seen.has(start),
    }
  }

  /** How a stretch of the article is quoted, by the marks. */
  quotationAt(span: Span) {
    return classifyQuotation(this.article.text, [span], this.article.quoted)
  }

  /** What accepting would write, or what is missing for it. */
  entryOf(proposal: Proposal, settings: Settings) {
    return entryOf(proposal, settings, this.known)
  }

  /**
   * Accepts a proposal, as it stands or changed. A planted one is never written: the answer is what was wrong with it.
   *
   * @throws Failure BAD_USAGE where something is missing
   */
  accept(proposal: Proposal, settings: Settings, changed: Proposal | null): { readonly fault: string | null } {
    const planted = this.#plantedAs(proposal)
    if (planted !== null) {
      this.#decide(proposal, changed === null ? 'PLANT_MISSED' : 'PLANT_CAUGHT', null, planted.fault)
      return { fault: planted.fault }
    }
    const found = this.entryOf(changed ?? proposal, settings)
    if ('missing' in found) throw new Failure('BAD_USAGE', `Not yet: ${found.missing}.`)
    const entry = found.entry === null ? null : this.#withMention(changed ?? proposal, found.entry)
    this.#decide(proposal, changed === null ? 'ACCEPT' : 'CHANGE', entry, null)
    return { fault: null }
  }

  /** Adds what the draft has missed. */
  add(proposal: Proposal, settings: Settings): void {
    const found = this.entryOf(proposal, settings)
    if ('missing' in found) throw new Failure('BAD_USAGE', `Not yet: ${found.missing}.`)
    this.#decide(null, 'ADD', found.entry, null)
  }

  refuse(proposal: Proposal, reason: string | null): void {
    const isPlanted = this.#plantedAs(proposal) !== null
    this.#decide(proposal, isPlanted ? 'PLANT_CAUGHT' : 'REFUSE', null, reason)
  }

  leave(proposal: Proposal, answer: 'UNSURE' | 'SKIP'): void {
    this.#decide(proposal, answer, null, null)
  }

  /** Takes the last decision back; null if there is none. */
  undo(): Decision | null {
    const held = standing(this.#log)
    const last = held.at(-1)
    if (last === undefined) return null
    this.#append({
      ...last,
      at: this.#options.now().toISOString(),
      by: this.#options.by,
      answer: 'UNDO',
      accepted: null,
    })
    this.#settle([last])
    return last
  }

  /** A key for what is added, which nothing has yet. */
  newKey(kind: string): string {
    const added = this.#log.filter(({ answer }) => answer === 'ADD').length
    return `${kind}-added-${added + 1}`
  }

  tally(): Tally {
    const count = (answer: Decision['answer']) => standing(this.#log).filter(each => each.answer === answer).length
    return {
      accepted: count('ACCEPT'),
      changed: count('CHANGE'),
      refused: count('REFUSE'),
      unsure: count('UNSURE'),
      skipped: count('SKIP'),
      added: count('ADD'),
      planted: count('PLANT_CAUGHT') + count('PLANT_MISSED'),
      caught: count('PLANT_CAUGHT'),
    }
  }

  #plantedAs({ key }: Proposal): Planted | null {
    return [...this.#planted.values()].find(({ proposal }) => proposal.key === key) ?? null
  }

  /** A figure that stands in a statement which was accepted is mentioned in it. */
  #withMention(proposal: Proposal, entry: AcceptedEntry): AcceptedEntry {
    if (proposal.kind !== 'figure') return entry
    const holder = this.#proposals.find(
      each =>
        each.kind === 'statement' &&
        each.start <= proposal.start &&
        proposal.end <= each.end &&
        standing(this.#log).some(({ proposal: key, accepted }) => key === each.key && accepted !== null),
    )
    return holder === undefined ? entry : { ...entry, mentionedIn: { statement: holder.key, words: proposal.words } }
  }

  #decide(
    proposal: Proposal | null,
    answer: Decision['answer'],
    accepted: AcceptedEntry | null,
    reason: string | null,
  ): void {
    const { by, now } = this.#options
    const at = now().toISOString()
    const article = this.#digest
    this.#append({ at, by, article, proposal: proposal?.key ?? null, answer, proposed: proposal, accepted, reason })
    this.#settle([])
  }

  #append(decision: Decision): void {
    // On the disk first: whoever is killed between the two finds the annotations mended when the desk opens again.
    appendDecision(this.#folder, decision)
    this.#log = [...this.#log, decision]
  }

  #settle(undone: readonly Decision[]): void {
    const held = standing(this.#log)
    const isAny = held.some(({ accepted }) => accepted !== null) || undone.length > 0
    if (isAny) this.#options.write(join(this.#folder, ANNOTATIONS_FILE), annotationsWith(this.#folder, held, undone))
    for (const { accepted } of held) {
      if (accepted?.section !== 'agents' || this.#agents.some(({ key }) => key === accepted.key)) continue
      const { person, organization } = accepted.value
      this.#agents = [...this.#agents, { key: accepted.key, names: [String(person ?? organization)] }]
    }
  }
}
