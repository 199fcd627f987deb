/**
 * The review desk: a person reads the article in reading order, one proposal at a time, and decides. Each decision is on the
 * disk before the next proposal shows. There is no “accept all”. The terminal and the page show what this says, and send what
 * the person does.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import { Failure } from '../../model/failure.ts'
import { slugify } from '../../model/slug.ts'
import { sha256 } from '../../model/text.ts'
import type { CuratedLists } from '../../store/query/curatedLists.ts'
import { type Draft, readDraft } from '../draftFile.ts'
import { type HalfMade, openDossier, readHalfMade } from '../draftFolder.ts'
import { KnownAgents } from '../knownAgents.ts'
import type { Action } from './actions.ts'
import { added } from './adding.ts'
import { annotationsWith } from './annotations.ts'
import { type DeskCatalogue, noGraph } from './catalogue.ts'
import { DecidedElsewhere, DecisionLog, type DeskAnswer, type DeskDecision, LOG_FILE } from './decisionLog.ts'
import type { DeskState } from './deskState.ts'
import { type EntryOrMissing, entryOf } from './entries.ts'
import { catalogueOf } from './halfMade.ts'
import type { DeskItem, ItemValues } from './item.ts'
import { itemOf } from './itemOf.ts'
import { type Planted, plantedIn } from './planted.ts'
import { type Next, nextOf } from './queue.ts'
import { isChanged, movedTo, type ReadAgainst, setTo, withSet } from './setting.ts'

export interface DeskOptions {
  readonly by: string
  readonly now: () => Date
  /** Writes a file wholly or not at all. */
  readonly write: (file: string, content: string) => void
  /** What the graph has, for lists. */
  readonly graph?: CuratedLists
  /** Whether it is another coder of the article, who sees nothing of what was decided before and writes a log alone. */
  readonly isSecond?: boolean
}

/** The log of a person who codes an article that somebody else has coded too. */
export function secondLog(by: string): string {
  return `decisions-${slugify(by) || 'second'}.jsonl`
}

/** What stands on the desk now, for the state and for what is decided. */
export interface OnTop {
  readonly item: DeskItem
  /** What was proposed, or begun, before anything was set. */
  readonly from: DeskItem
  readonly next: Next | null
  readonly hidden: DeskState['hidden']
}

export class Desk {
  readonly article: Article
  readonly draft: Draft
  readonly options: DeskOptions
  readonly folder: string
  readonly log: DecisionLog
  readonly #planted: ReadonlyMap<string, Planted>
  readonly #digest: string
  /** What another coder begins from: the annotations without what was decided; null where the file itself is written. */
  readonly #base: string | null
  /** The paragraphs and proposals that show although they were hidden first. */
  readonly #shown = new Set<number | string>()
  #isReadFirst = false
  /** What the person is adding. */
  #adding: DeskItem | null = null
  #set: ItemValues = {}
  #turn = 0
  #halfMade: HalfMade
  #catalogue: DeskCatalogue

  /**
   * Opens the desk where it was left; what was decided and not yet written into the annotations is written now.
   *
   * @throws Failure BAD_INPUT without a draft, or where the text has changed since
   */
  constructor(folder: string, options: DeskOptions) {
    const { article, annotations } = openDossier(folder)
    this.draft = readDraft(folder)
    this.#digest = sha256(article.text)
    if (this.draft.article !== this.#digest) {
      throw new Failure(
        'BAD_INPUT',
        `${folder}: the text has changed since the draft was made. dixit draft --force makes it anew.`,
      )
    }
    this.article = article
    this.folder = folder
    this.options = options
    this.#planted = plantedIn(this.draft.proposals, this.#digest)
    const first = new DecisionLog(join(folder, LOG_FILE))
    this.#base = options.isSecond ? annotationsWith(annotations, [], first.standing) : null
    this.log = options.isSecond ? new DecisionLog(join(folder, secondLog(options.by))) : first
    this.#halfMade = readHalfMade(folder, annotations)
    this.#catalogue = catalogueOf(article, this.#halfMade, options.graph ?? noGraph)
    this.log.whileAlone(() => this.#settle([]))
  }

  get catalogue(): DeskCatalogue {
    return this.#catalogue
  }

  get halfMade(): HalfMade {
    return this.#halfMade
  }

  get isReadFirst(): boolean {
    return this.#isReadFirst
  }

  /** Changes with whatever is done. */
  get revision(): string {
    return `${this.log.decisions.length}.${this.#turn}`
  }

  /** What stands on the desk: what the person adds, or the next proposal; null when all is decided. */
  top(): OnTop | null {
    const next = nextOf(this.article, this.draft.proposals, this.log.standing, this.#planted)
    const known = new KnownAgents(this.#catalogue.agents)
    const from = this.#adding ?? (next === null ? null : itemOf(next.proposal, known))
    if (from === null) return null
    const hidden = this.#adding !== null || next === null ? null : this.#hiddenAs(next)
    return { item: withSet(this.article, from, this.#set), from, next, hidden }
  }

  /** What accepting would write, or what is missing for it. */
  entryOf(item: DeskItem): EntryOrMissing {
    return entryOf(item, this.#catalogue, { madeBy: this.draft.madeBy, by: this.options.by })
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
      if (error instanceof DecidedElsewhere) this.#refresh()
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
        const found = this.#catalogue.statements.find(({ key }) => key === statement)
        if (found === undefined) throw new Failure('BAD_USAGE', `There is no statement ${statement} to code.`)
        const { start, end } = found
        this.#begin({ kind, key: this.#newKey(kind), start, end, values: {}, proposal: null, statement })
        return null
      }
      case 'CANCEL':
        this.#begin(null)
        return null
    }
  }

  #accept(): string {
    const { item, from, next } = this.#shownTop()
    const found = this.entryOf(item)
    if ('missing' in found) throw new Failure('BAD_USAGE', `Not yet: ${found.missing}.`)
    const isChange = (name: string) => isChanged(from, item, name)
    if (this.#adding !== null) {
      this.#decide('ADD', found.entry, null)
      return 'added'
    }
    const planted = next?.planted ?? null
    if (planted !== null) {
      const isCaught = isChange('source') || isChange('who')
      this.#decide(isCaught ? 'PLANT_CAUGHT' : 'PLANT_MISSED', null, planted.fault)
      return `This one was wrong on purpose: ${planted.fault}. ${isCaught ? 'You caught it. ' : ''}Nothing was written.`
    }
    const isOther = Object.keys(this.#set).some(isChange)
    this.#decide(isOther ? 'CHANGE' : 'ACCEPT', found.entry, null)
    return isOther ? 'accepted as changed' : 'accepted'
  }

  #refuse(reason: string | null): string {
    const { next } = this.#shownTop()
    if (this.#adding !== null) throw new Failure('BAD_USAGE', 'What you add is not refused: leave it (CANCEL).')
    const planted = next?.planted ?? null
    this.#decide(planted === null ? 'REFUSE' : 'PLANT_CAUGHT', null, reason ?? planted?.fault ?? null)
    return planted === null ? 'refused' : 'Caught: this one was wrong on purpose.'
  }

  #leave(answer: 'UNSURE' | 'SKIP'): string {
    this.#shownTop()
    if (this.#adding !== null) throw new Failure('BAD_USAGE', 'What you add is yours: accept it, or leave it (CANCEL).')
    this.#decide(answer, null, null)
    return answer === 'UNSURE' ? 'left unsure' : 'skipped: it comes back'
  }

  #undo(): string {
    if (this.#adding !== null) {
      this.#begin(null)
      return 'left'
    }
    const last = this.log.standing.at(-1)
    if (last === undefined) return 'nothing to undo'
    this.#append({ ...last, ...this.#stamp(), answer: 'UNDO', accepted: null, replaced: null, isMarkedFirst: false }, [
      last,
    ])
    return 'undone'
  }

  #show(): null {
    const top = this.top()
    if (top?.hidden === 'MARK_FIRST') this.#shown.add(top.next?.paragraph.start ?? -1)
    if (top?.hidden === 'READ_FIRST') this.#shown.add(top.from.key)
    return null
  }

  #hiddenAs({ paragraph, proposal, isMarkedFirst }: Next): DeskState['hidden'] {
    if (isMarkedFirst && !this.#shown.has(paragraph.start)) return 'MARK_FIRST'
    return this.#isReadFirst && !this.#shown.has(proposal.key) ? 'READ_FIRST' : null
  }

  /** What can be decided on: it stands on the desk, and shows. */
  #shownTop(): OnTop {
    const top = this.top()
    if (top === null) throw new Failure('BAD_USAGE', 'All is decided.')
    if (top.hidden !== null) throw new Failure('BAD_USAGE', 'Read the passage first; then let the proposal show.')
    return top
  }

  #begin(item: DeskItem | null): void {
    this.#adding = item
    this.#set = {}
  }

  #put(set: ItemValues): null {
    this.#set = { ...this.#set, ...set }
    return null
  }

  get #ground(): ReadAgainst {
    return { article: this.article, catalogue: this.#catalogue, published: this.#published }
  }

  /** A key for what is added, which nothing has yet. */
  #newKey(kind: string): string {
    const count = this.log.decisions.filter(({ answer }) => answer === 'ADD').length
    return `${kind}-added-${count + 1}`
  }

  get #published(): string | null {
    return this.#halfMade.dossier.document.published ?? null
  }

  #decide(answer: DeskAnswer, accepted: DeskDecision['accepted'], reason: string | null): void {
    const next = nextOf(this.article, this.draft.proposals, this.log.standing, this.#planted)
    const proposal = this.#adding === null ? (next?.proposal ?? null) : null
    const isMarkedFirst = this.#adding?.kind === 'statement' && next !== null && this.#hiddenAs(next) === 'MARK_FIRST'
    const decision = { ...this.#stamp(), proposal: proposal?.key ?? null, answer, proposed: proposal, accepted, reason }
    this.#append({ ...decision, replaced: null, isMarkedFirst }, [])
    this.#begin(null)
  }

  #stamp() {
    return { at: this.options.now().toISOString(), by: this.options.by, article: this.#digest }
  }

  #append(decision: DeskDecision, undone: readonly DeskDecision[]): void {
    // On the disk first: whoever is killed between the two finds the annotations mended when the desk opens again.
    this.log.append(decision, () => this.#settle(undone))
  }

  #settle(undone: readonly DeskDecision[]): void {
    const file = join(this.folder, ANNOTATIONS_FILE)
    const before = this.#base ?? readFileSync(file, 'utf8')
    const held = this.log.standing
    const isAny = held.some(({ accepted }) => accepted !== null) || undone.length > 0
    const text = isAny ? annotationsWith(before, held, undone) : before
    if (this.#base === null && text !== before) this.options.write(file, text)
    this.#read(text)
  }

  #refresh(): void {
    this.#begin(null)
    const before = this.#base ?? readFileSync(join(this.folder, ANNOTATIONS_FILE), 'utf8')
    this.#read(annotationsWith(before, this.log.standing, []))
  }

  #read(annotations: string): void {
    this.#halfMade = readHalfMade(this.folder, annotations)
    this.#catalogue = catalogueOf(this.article, this.#halfMade, this.options.graph ?? noGraph)
  }
}
