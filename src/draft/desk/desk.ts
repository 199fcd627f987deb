/**
 * The review desk: a person reads the article in reading order, one proposal at a time, and decides. Each decision is on the
 * disk before the next proposal shows. There is no “accept all”. The terminal and the page show what this says, and send what
 * the person does.
 */

import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { Failure } from '../../model/failure.ts'
import { sha256 } from '../../model/text.ts'
import { type Draft, readDraft } from '../draftFile.ts'
import { type HalfMade, openDossier } from '../draftFolder.ts'
import { KnownAgents } from '../knownAgents.ts'
import type { Action } from './actions.ts'
import { added } from './adding.ts'
import { annotationsWith } from './annotations.ts'
import { type DeskCatalogue, noGraph, type ReadAgainst } from './catalogue.ts'
import {
  type AcceptedEntry,
  DecidedElsewhere,
  DecisionLog,
  type DeskAnswer,
  LOG_FILE,
  type MadeDecision,
  secondLog,
} from './decisionLog.ts'
import type { DeskOptions } from './deskOptions.ts'
import { type EntryOrMissing, entryOf } from './entries.ts'
import { HeldAnnotations } from './heldAnnotations.ts'
import type { DeskItem, ItemValues } from './item.ts'
import { itemOf } from './itemOf.ts'
import { namedBy } from './namedBy.ts'
import type { Begun, OnTop } from './onTop.ts'
import { type Planted, plantedIn } from './planted.ts'
import { type Next, nextOf } from './queue.ts'
import { isAsBefore, itemOfEntry, revisedEntry, type Standing, standingIn, wholeEntry } from './reopened.ts'
import { isChanged, movedTo, setTo, withSet } from './setting.ts'
import { withDraftedTimes } from './timeSaid.ts'

export class Desk {
  readonly article: Article
  readonly draft: Draft
  readonly options: DeskOptions
  readonly folder: string
  readonly log: DecisionLog
  readonly #planted: ReadonlyMap<string, Planted>
  readonly #digest: string
  readonly #held: HeldAnnotations
  /** The paragraphs and proposals that show although they were hidden first. */
  readonly #shown = new Set<number | string>()
  #isReadFirst = false
  #begun: Begun | null = null
  #set: ItemValues = {}
  #turn = 0

  /**
   * Opens the desk where it was left. Nothing is written but what a session that was killed left unwritten.
   *
   * @throws Failure BAD_INPUT without a draft, or where the text has changed since
   */
  constructor(folder: string, options: DeskOptions) {
    const dossier = openDossier(folder)
    const { article, annotations } = dossier
    this.draft = readDraft(folder)
    this.#digest = sha256(article.text)
    if (this.draft.article !== this.#digest) {
      throw new Failure(
        'BAD_INPUT',
        `${folder}: the text has changed since the draft was made. dixit draft --force makes a new one.`,
      )
    }
    this.article = article
    this.folder = folder
    this.options = options
    this.#planted = plantedIn(this.draft.proposals, this.#digest)
    const first = new DecisionLog(join(folder, LOG_FILE))
    this.log = options.isSecond ? new DecisionLog(join(folder, secondLog(options.by))) : first
    const base = options.isSecond ? annotationsWith(annotations, [], first.standing) : null
    const { isRestoring = false, graph = noGraph, write } = options
    this.#held = this.log.whileAlone(
      () => new HeldAnnotations({ dossier, folder, base, graph, write }, this.log.decisions, { isRestoring }),
    )
  }

  get catalogue(): DeskCatalogue {
    return withDraftedTimes(this.#held.catalogue, this.draft.proposals, this.log.standing)
  }

  get opened(): string | null {
    return this.#held.opened
  }

  get halfMade(): HalfMade {
    return this.#held.halfMade
  }

  get isReadFirst(): boolean {
    return this.#isReadFirst
  }

  /** Changes with every action. */
  get revision(): string {
    return `${this.log.decisions.length}.${this.#turn}`
  }

  /** What stands on the desk: what the person adds, or the next proposal; null when all is decided. */
  top(): OnTop | null {
    const next = nextOf(this.article, this.draft.proposals, this.log.standing, this.#planted)
    const known = new KnownAgents(this.catalogue.agents)
    const from = this.#begun?.item ?? (next === null ? null : itemOf(next.proposal, known))
    if (from === null) return null
    const hidden = this.#begun !== null || next === null ? null : this.#hiddenAs(next)
    const item = withSet(this.article, from, this.#set)
    return { item, from, next, hidden, replaces: this.#begun?.replaces ?? null }
  }

  /** All that can be opened again. */
  standing(): Standing[] {
    return standingIn(this.article, this.halfMade.dossier, this.log.standing, this.draft.proposals)
  }

  /** What accepting would write, or what is missing for it. */
  entryOf(item: DeskItem): EntryOrMissing {
    return entryOf(item, this.catalogue, { madeBy: this.draft.madeBy, by: this.options.by })
  }

  /**
   * Does what the person does, and says in a line what came of it.
   *
   * @throws DecidedElsewhere where they have seen another revision; Failure BAD_USAGE where it cannot be done (yet)
   */
  perform(action: Action, revision = this.revision): string | null {
    if (revision !== this.revision) throw new DecidedElsewhere()
    try {
      const said = this.#perform(action)
      this.#turn += 1
      return said
    } catch (error) {
      if (error instanceof DecidedElsewhere) {
        this.#begin(null)
        this.#held.refresh(this.log.decisions)
      }
      throw error
    }
  }

  #perform(action: Action): string | null {
    switch (action.do) {
      case 'SET':
        return this.#put(setTo(this.#ground, this.#shownTop().item, action.field, action.value))
      case 'MOVE':
        return this.#put(movedTo(this.#ground, this.#shownTop().item, action.edge, action.by))
      case 'ACCEPT':
        return this.#accept()
      case 'REFUSE':
        return this.#refuse(action.reason.trim() || null)
      case 'UNSURE':
      case 'SKIP':
        return this.#leave(action.do)
      case 'UNDO':
        return this.#undo()
      case 'SHOW':
        return this.#show()
      case 'READ_FIRST':
        this.#isReadFirst = action.on
        return action.on ? 'each passage shows before its proposal' : 'passages show with their proposals'
      case 'ADD':
        this.#begin(added(this.article, action.kind, this.#newKey(action.kind), action.at, this.#published))
        return null
      case 'CODE': {
        const { kind, statement } = action
        const found = this.catalogue.statements.find(({ key }) => key === statement)
        if (found === undefined) throw new Failure('BAD_USAGE', `There is no statement ${statement} to code.`)
        const { start, end } = found
        this.#begin({ kind, key: this.#newKey(kind), start, end, values: {}, proposal: null, statement })
        return null
      }
      case 'REOPEN':
        return this.#reopen(action.what)
      case 'CANCEL':
        this.#begin(null)
        return null
    }
  }

  #accept(): string {
    const { item, from, next, replaces } = this.#shownTop()
    const found = this.entryOf(item)
    if ('missing' in found) throw new Failure('BAD_USAGE', `Not yet: ${found.missing}.`)
    const isChange = (name: string) => isChanged(from, item, name)
    if (replaces !== null) return this.#revise(replaces, found.entry)
    if (from.proposal === null) {
      this.#decide('ADD', found.entry, null)
      return 'added'
    }
    const planted = this.#begun === null ? (next?.planted ?? null) : null
    if (planted !== null) {
      const isCaught = isChange('source') || isChange('who')
      this.#decide(isCaught ? 'PLANT_CAUGHT' : 'PLANT_MISSED', null, planted.fault)
      return `This one was wrong on purpose: ${planted.fault}. ${isCaught ? 'You caught it. ' : ''}Nothing was written.`
    }
    const isOther = Object.keys(this.#set).some(isChange)
    this.#decide(isOther ? 'CHANGE' : 'ACCEPT', found.entry, null)
    return isOther ? 'accepted as changed' : 'accepted'
  }

  /** Puts what was opened again in the place of what stood there. */
  #revise(before: AcceptedEntry, entry: AcceptedEntry | null): string {
    if (entry === null)
      throw new Failure(
        'BAD_USAGE',
        'Not yet: an accepted entry needs a person or organization of its own (no “same as”).',
      )
    const revised = revisedEntry(entry, before, this.options.by)
    if (isAsBefore(revised, before)) {
      this.#begin(null)
      return 'left as it was'
    }
    this.#decide('REVISE', revised, null, before)
    return 'changed'
  }

  /** Takes what stands out of the annotations. */
  #takeAway(entry: AcceptedEntry, reason: string | null): string {
    const { dossier } = this.halfMade
    const by = namedBy(dossier, entry)
    if (by !== null) throw new Failure('BAD_USAGE', `Not yet: ${by} refers to it. Reopen that first.`)
    this.#decide('REVISE', null, reason, wholeEntry(dossier, entry))
    return 'removed'
  }

  /** Brings something back to the desk: as it stands, or as it was proposed where nothing of it stands. */
  #reopen(what: string): string {
    const found = this.standing().find(each => each.what === what)
    if (found === undefined) throw new Failure('BAD_USAGE', `There is no ${what} to reopen.`)
    const { entry, decision } = found
    const proposal = decision?.proposed ?? null
    if (entry !== null) this.#begin(itemOfEntry(entry, found, this.catalogue.times), entry)
    else if (proposal !== null) this.#begin(itemOf(proposal, new KnownAgents(this.catalogue.agents)))
    return 'reopened'
  }

  #refuse(reason: string | null): string {
    const { next, from, replaces } = this.#shownTop()
    if (replaces !== null) return this.#takeAway(replaces, reason)
    if (from.proposal === null)
      throw new Failure('BAD_USAGE', 'You cannot refuse your own addition: leave it (CANCEL).')
    const planted = this.#begun === null ? (next?.planted ?? null) : null
    this.#decide(planted === null ? 'REFUSE' : 'PLANT_CAUGHT', null, reason ?? planted?.fault ?? null)
    return planted === null ? 'refused' : 'Caught: this one was wrong on purpose.'
  }

  #leave(answer: 'UNSURE' | 'SKIP'): string {
    const { from } = this.#shownTop()
    if (from.proposal === null) throw new Failure('BAD_USAGE', 'This is your own addition: accept it, or leave it (u).')
    this.#decide(answer, null, null)
    return answer === 'UNSURE' ? 'left unsure' : 'skipped for now'
  }

  #undo(): string {
    if (this.#begun !== null) {
      this.#begin(null)
      return 'left'
    }
    const last = this.log.standing.at(-1)
    if (last === undefined) return 'nothing to undo'
    this.#append({ ...last, ...this.#stamp(), answer: 'UNDO', accepted: null, replaced: null, isMarkedFirst: false })
    return 'undone'
  }

  #show(): null {
    const top = this.top()
    if (top?.hidden === 'MARK_FIRST') this.#shown.add(top.next?.paragraph.start ?? -1)
    if (top?.hidden === 'READ_FIRST') this.#shown.add(top.from.key)
    return null
  }

  #hiddenAs({ paragraph, proposal, isMarkedFirst }: Next): OnTop['hidden'] {
    if (isMarkedFirst && !this.#shown.has(paragraph.start)) return 'MARK_FIRST'
    return this.#isReadFirst && !this.#shown.has(proposal.key) ? 'READ_FIRST' : null
  }

  /** What can be decided on: it stands on the desk, and shows. */
  #shownTop(): OnTop {
    const top = this.top()
    if (top === null) throw new Failure('BAD_USAGE', 'Everything is decided.')
    if (top.hidden !== null) throw new Failure('BAD_USAGE', 'Read the passage first, then show the proposal.')
    return top
  }

  #begin(item: DeskItem | null, replaces: AcceptedEntry | null = null): void {
    this.#begun = item === null ? null : { item, replaces }
    this.#set = {}
  }

  #put(set: ItemValues): null {
    this.#set = { ...this.#set, ...set }
    return null
  }

  get #ground(): ReadAgainst {
    return { article: this.article, catalogue: this.catalogue, published: this.#published }
  }

  /** A key for what is added, which nothing has yet. */
  #newKey(kind: string): string {
    const count = this.log.decisions.filter(({ answer }) => answer === 'ADD').length
    return `${kind}-added-${count + 1}`
  }

  get #published(): string | null {
    return this.halfMade.dossier.document.published ?? null
  }

  #decide(
    answer: DeskAnswer,
    accepted: AcceptedEntry | null,
    reason: string | null,
    replaced: AcceptedEntry | null = null,
  ): void {
    const next = nextOf(this.article, this.draft.proposals, this.log.standing, this.#planted)
    const proposed = this.#begun === null ? (next?.proposal ?? null) : this.#begun.item.proposal
    const isHidden = next !== null && this.#hiddenAs(next) === 'MARK_FIRST'
    const isMarkedFirst = answer === 'ADD' && this.#begun?.item.kind === 'statement' && isHidden
    const decision = { ...this.#stamp(), proposal: proposed?.key ?? null, answer, proposed, accepted, reason }
    this.#append({ ...decision, replaced, isMarkedFirst })
    this.#begin(null)
  }

  #stamp() {
    return { at: this.options.now().toISOString(), by: this.options.by, article: this.#digest }
  }

  #append(decision: MadeDecision): void {
    // On the disk first: whoever is killed between the two finds the annotations mended when the desk opens again.
    this.log.append(
      decision,
      log => this.#held.change(log),
      after => this.#held.write(after),
    )
  }
}
