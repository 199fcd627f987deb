/** What a person sets of an item: checked, and with what follows from it. */

import { isDeepStrictEqual } from 'node:util'
import { type Article, hullOf } from '../../ingest/article.ts'
import { quoteFor } from '../../ingest/quoteFor.ts'
import { Failure } from '../../model/failure.ts'
import type { Span } from '../../model/span.ts'
import { quoted, readIn, wordsField } from './adding.ts'
import { moved } from './borders.ts'
import type { ReadAgainst } from './catalogue.ts'
import { choicesFor } from './choices.ts'
import { fields } from './fields.ts'
import { spansOf } from './halfMade.ts'
import { chosenKeys, type DeskItem, type ItemValue, type ItemValues } from './item.ts'
import { timeSetTo } from './timeSaid.ts'

/** @throws Failure BAD_USAGE for an unknown field or value */
export function setTo(ground: ReadAgainst, item: DeskItem, name: string, value: string | Span): ItemValues {
  const spec = fields[item.kind].find(each => each.name === name)
  if (spec === undefined) throw new Failure('BAD_USAGE', `This ${item.kind} has no field “${name}”.`)
  if (value === '') return { [name]: undefined }
  if (spec.form === 'WORDS') return wordsTo(ground, item, name, value)
  if (typeof value !== 'string') throw new Failure('BAD_USAGE', `${spec.label}: expected a text.`)
  if (spec.form === 'TEXT') return { [name]: value.trim() || undefined }
  const isOffered = choicesFor(item, name, ground.catalogue, ground.article).some(choice => choice.value === value)
  if (!isOffered) throw new Failure('BAD_USAGE', `${spec.label}: “${value}” is not one of the choices.`)
  return { [name]: spec.form === 'SEVERAL' ? toggled(item, name, value) : value }
}

/** One more of those that were chosen, or one less where it was chosen before. */
function toggled({ values }: DeskItem, name: string, value: string): ItemValue | undefined {
  const chosen = chosenKeys(values[name])
  const left = chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value]
  return left.length === 0 ? undefined : left
}

/**
 * An item whose words begin or end a word further on. Of several stretches the first begins, and the last ends.
 *
 * @throws Failure BAD_USAGE if there is no further word
 */
export function movedTo(ground: ReadAgainst, item: DeskItem, edge: 'START' | 'END', by: -1 | 1): ItemValues {
  const { article } = ground
  const name = wordsField(item.kind)
  const spans = spansOf(article, item.values[name])
  const at = edge === 'START' ? 0 : spans.length - 1
  const span = spans[at]
  const to = span === undefined ? null : moved(article, span, edge, by)
  if (to === null) throw new Failure('BAD_USAGE', 'There are no more words in that direction.')
  if (spans.length === 1) return wordsTo(ground, item, name, to)
  return { [name]: spans.with(at, to).map(each => quoteFor(article, each)) }
}

/** An item with what was set of it; it stands where its words do. */
export function withSet(article: Article, item: DeskItem, set: ItemValues): DeskItem {
  const values = { ...item.values, ...set }
  const name = wordsField(item.kind)
  const spans = item.statement === null && name in set ? spansOf(article, values[name]) : []
  return { ...item, values, ...(spans.length > 0 && hullOf(spans)) }
}

/** Whether a field was set to something else than what was proposed. */
export function isChanged(from: DeskItem, item: DeskItem, name: string): boolean {
  const before = from.values[name]
  const isOfDraft = before !== undefined || fields[item.kind].some(each => each.name === name && each.isProposed)
  return isOfDraft && !isDeepStrictEqual(before, item.values[name])
}

function wordsTo(
  { article, catalogue, published }: ReadAgainst,
  item: DeskItem,
  name: string,
  value: string | Span,
): ItemValues {
  const found = quoted(article, value, item.start)
  if (found === null) {
    const words = typeof value === 'string' ? value : article.slice(value)
    throw new Failure('BAD_USAGE', `These words are not in the article: ${words}`)
  }
  if (name === 'time') return timeSetTo({ article, catalogue, published }, found)
  const isMain = name === wordsField(item.kind)
  return { [name]: found.quote, ...(isMain && readIn(article, item.kind, found.span, published)) }
}
