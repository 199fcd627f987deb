/** What stands on the desk: a proposal, what a person adds, or a code for a statement; with what has been set of it. */

import type { Quote } from '../../ingest/dossier.ts'
import type { Proposal } from '../draftFile.ts'

/** What can be added by hand: the kinds that a draft proposes, what is set aside, and the codes of a statement. */
export const codeKinds = ['frame', 'term', 'stance', 'relation'] as const
export const textKinds = ['statement', 'figure', 'time', 'agent', 'membership', 'channel', 'aside'] as const
export const itemKinds = [...textKinds, ...codeKinds] as const

export type CodeKind = (typeof codeKinds)[number]
export type ItemKind = (typeof itemKinds)[number]

/** A word of a vocabulary, a key, a text; words of the article; or several stretches of them. */
export type ItemValue = Quote | readonly Quote[]
export type ItemValues = Readonly<Record<string, ItemValue | undefined>>

export interface DeskItem {
  readonly kind: ItemKind
  readonly key: string
  /** Where it stands, in UTF-16 indices of the article. */
  readonly start: number
  readonly end: number
  readonly values: ItemValues
  /** What a machine proposed; null for what a person adds. */
  readonly proposal: Proposal | null
  /** The statement that a code is for. */
  readonly statement: string | null
}

/** A value that is one text; undefined for none, and for one that is empty. */
export function textOf(value: ItemValue | undefined): string | undefined {
  if (value === undefined || typeof value !== 'string') return undefined
  return value.trim() || undefined
}

/** The fields of an entry that say something. */
export function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The stretches of words of a value. */
export function quotesOf(value: ItemValue | undefined): readonly Quote[] {
  if (value === undefined) return []
  if (typeof value === 'string') return value === '' ? [] : [value]
  return isList(value) ? value : [value]
}

/** The keys that were chosen of a list of which several can be. */
export function chosenKeys(value: ItemValue | undefined): readonly string[] {
  return quotesOf(value).filter(each => typeof each === 'string')
}

function isList(value: Exclude<ItemValue, string>): value is readonly Quote[] {
  return Array.isArray(value)
}
