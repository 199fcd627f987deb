/** What the desk shows: data alone, for the terminal and for the page. */

import type { Span } from '../../model/span.ts'
import type { Choice } from './codebook.ts'
import type { DeskAnswer } from './decisionLog.ts'
import type { FieldSpec } from './fields.ts'
import type { ItemKind } from './item.ts'

export interface DeskField {
  readonly name: string
  readonly label: string
  /** The key that leads to it. */
  readonly key: string
  readonly form: FieldSpec['form']
  /** As it is set now, in words; empty where nothing is. */
  readonly value: string
  readonly choices: readonly Choice[]
}

/** What is to be decided. */
export interface OnDesk {
  readonly kind: ItemKind
  /** Whether a machine proposed it, a person adds it, or it stands already and is read again. */
  readonly origin: 'PROPOSED' | 'ADDED' | 'REOPENED'
  readonly confidence: 'HIGH' | 'FAIR' | 'LOW' | null
  /** The share of right ones of this confidence, as measured; null where it was not. */
  readonly right: number | null
  readonly why: string
  readonly fields: readonly DeskField[]
  /** Where its words stand. */
  readonly spans: readonly Span[]
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  /** What is still missing before it can be accepted; null when nothing is. */
  readonly missing: string | null
  /** Whether it stands on words that somebody has marked already. */
  readonly overlaps: string | null
}

/** A decision that stands. */
export interface Decided extends Span {
  readonly kind: string
  readonly words: string
  readonly answer: DeskAnswer
}

/** What can be opened again: what stands in the annotations, and what was refused or left unsure. */
export interface Reopenable extends Span {
  /** What names it, for the desk to open it. */
  readonly what: string
  readonly kind: string
  readonly words: string
  /** What became of it; “written” where it stands in the annotations and no decision put it there. */
  readonly answer: DeskAnswer | 'WRITTEN'
}

/** What came of a review so far. */
export interface ReviewTally {
  readonly accepted: number
  readonly changed: number
  readonly refused: number
  readonly unsure: number
  readonly skipped: number
  readonly added: number
  /** What stood, and was changed or taken away later. */
  readonly revised: number
  /** Proposals that were wrong on purpose, and how many of them were caught. */
  readonly planted: number
  readonly caught: number
  /** What was marked in paragraphs whose proposals were hidden, and how much of it the draft had too. */
  readonly markedFirst: number
  readonly alsoDrafted: number
  /** Decisions less than a second after the one before. */
  readonly hasty: number
}

export interface DeskState {
  /** Changes with every action: a client with another value has not seen this state. */
  readonly revision: string
  readonly by: string
  readonly title: string
  readonly text: string
  /** The paragraph that is read now; null at the end. */
  readonly paragraph: Span | null
  /** Why the proposal does not show yet: the paragraph is to be marked first, or to be read first. */
  readonly hidden: 'MARK_FIRST' | 'READ_FIRST' | null
  readonly isReadFirst: boolean
  readonly now: OnDesk | null
  readonly left: number
  readonly decided: readonly Decided[]
  readonly reopenable: readonly Reopenable[]
  readonly statements: readonly (Span & {
    readonly key: string
    readonly words: string
    readonly who: string
    readonly codes: number
  })[]
  /** Numbers and quotations that neither the annotations nor the rest of the draft covers. */
  readonly gaps: readonly (Span & { readonly kind: 'NUMBER' | 'QUOTATION'; readonly words: string })[]
  readonly tally: ReviewTally
  /** Who else has coded the article, to settle with when all is decided; nobody before that, nor for a second coder. */
  readonly otherCoders: readonly string[]
  /** What the dossier still lacks or has wrong; null while proposals are left. */
  readonly problems: readonly string[] | null
}

/** What became of something, in words. */
export const answerNames: Readonly<Record<Reopenable['answer'], string>> = {
  ACCEPT: 'accepted',
  CHANGE: 'changed',
  ADD: 'added',
  REVISE: 'reopened and changed',
  REFUSE: 'refused',
  UNSURE: 'unsure',
  SKIP: 'skipped for now',
  PLANT_CAUGHT: 'wrong on purpose, caught',
  PLANT_MISSED: 'wrong on purpose, not caught',
  SETTLE: 'settled',
  UNDO: 'undone',
  WRITTEN: 'written by hand',
}
