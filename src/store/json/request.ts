import type { GroupRequest } from '../counting/grouping.ts'
import type { StretchRequest } from '../engine/cursor.ts'
import type { PageRequest } from '../query/page.ts'
import type { QueryParameter } from '../query/queryParameter.ts'
import type { SearchRequest } from '../search/search.ts'

/** A text that may be known only when the statement runs. */
export type Text = string | QueryParameter

/**
 * What a call is asked, as the arguments of its field: what it names, which page, how to count, what to find. Values may be
 * parameters, in the filter too.
 */
export interface CallRequest extends StretchRequest<Text>, Pick<PageRequest, 'filter'>, Pick<GroupRequest, 'minCount'> {
  readonly groupBy?: readonly string[] | undefined
  readonly order?: PageRequest['order'] | GroupRequest['order']
  readonly slug?: Text | undefined
  readonly id?: Text | undefined
  readonly query?: Text | undefined
  readonly types?: SearchRequest['types']
  readonly open?: Text | undefined
  readonly close?: Text | undefined
  /** The arguments of a computation. */
  readonly given?: Readonly<Record<string, unknown>> | undefined
}
