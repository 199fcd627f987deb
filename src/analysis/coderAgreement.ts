import { fragmentsOf } from '../model/selector.ts'
import { CodePoints } from '../model/text.ts'
import { valuesOf } from '../model/vocabulary.ts'
import { wordSpans } from '../model/wordRuns.ts'
import {
  type CodedDocument,
  type CodedSpan,
  codedSpans,
  codedTwice,
  pairStatements,
  SpanRole,
} from '../store/counting/codings.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import type { Reader } from '../store/reader.ts'
import { coder, type RowOf, statement } from '../store/schema/entities.ts'
import { type Alpha, cohenKappa, krippendorffAlpha, type PairCounts, pairCounts, unitsWithin } from './agreement.ts'

/** The most documents that one answer compares: their texts are read word by word. */
export const documentCap = 500

/** How two coders agree on one role, word by word, over the documents that both coded. */
export interface PairAgreement extends PairCounts {
  readonly first: RowOf<typeof coder>
  readonly second: RowOf<typeof coder>
  readonly documents: number
  readonly kappa: number | null
  /** The list of their statements in those documents, and what names them there. */
  evidence(): [List, string]
}

/** How all coders agree on one role. */
export interface RoleAgreement extends Alpha {
  readonly role: SpanRole
  /** Those with the most documents in common first. */
  readonly pairs: readonly PairAgreement[]
}

export interface CoderAgreement {
  readonly documents: number
  readonly documentCount: number
  readonly words: number
  readonly roles: readonly RoleAgreement[]
  readonly notes: readonly string[]
}

/**
 * How coders of the same documents agree on sources, cues and contents: Krippendorff's alpha over all of them, Cohen's
 * kappa for each two, both over the words of the texts (analysis/agreement.ts).
 */
export async function coderAgreement(read: Reader, filter: FilterInput | null): Promise<CoderAgreement> {
  const { documents, count } = await read.ask(database => codedTwice(database, filter, documentCap))
  const ids = documents.map(({ id }) => id)
  const spans = Map.groupBy(await read.ask(database => codedSpans(database, ids)), ({ documentId }) => documentId)
  const codings = documents.map(document => codingOf(document, spans.get(document.id) ?? []))
  return {
    documents: documents.length,
    documentCount: count,
    words: codings.reduce((sum, { words }) => sum + words, 0),
    roles: await Promise.all(valuesOf(SpanRole).map(role => roleAgreement(read, role, codings))),
    notes: [
      ...(count === 0
        ? [`No document${filter === null ? '' : ' under the filter'} has statements of two coders.`]
        : []),
      ...(count > documents.length
        ? [`Of ${count} documents, the first ${documents.length} by slug are compared.`]
        : []),
    ],
  }
}

/** A document as its coders marked it: for each, the words in each role. */
interface Coding {
  readonly words: number
  readonly coders: ReadonlyMap<number, ReadonlyMap<SpanRole, ReadonlySet<number>>>
}

function codingOf({ text, language }: CodedDocument, spans: readonly CodedSpan[]): Coding {
  const points = new CodePoints(text)
  const words = wordSpans(text, language).map(({ start, end }) => ({
    start: points.toCodePoint(start),
    end: points.toCodePoint(end),
  }))
  const coders = Array.from(
    Map.groupBy(spans, span => span.coder),
    ([id, own]) => {
      const byRole = Map.groupBy(own, ({ role }) => role)
      const marked = (role: SpanRole) =>
        unitsWithin(
          words,
          (byRole.get(role) ?? []).flatMap(({ selector }) => fragmentsOf(selector)),
        )
      return [id, new Map(valuesOf(SpanRole).map(role => [role, marked(role)]))] as const
    },
  )
  return { words: words.length, coders: new Map(coders) }
}

async function roleAgreement(read: Reader, role: SpanRole, codings: readonly Coding[]): Promise<RoleAgreement> {
  const units = codings.flatMap(({ words, coders }) => {
    const marked = Array.from(coders.values(), byRole => byRole.get(role))
    return Array.from({ length: words }, (_, word) => marked.map(own => (own?.has(word) ? 'in' : 'out')))
  })
  return { role, ...krippendorffAlpha(units), pairs: await pairsOf(read, role, codings) }
}

async function pairsOf(read: Reader, role: SpanRole, codings: readonly Coding[]): Promise<PairAgreement[]> {
  const totals = new Map<string, PairCounts & { readonly documents: number }>()
  for (const { words, coders } of codings) {
    const ids = [...coders.keys()].sort((a, b) => a - b)
    for (const [index, first] of ids.entries()) {
      for (const second of ids.slice(index + 1)) {
        const own = (id: number) => coders.get(id)?.get(role) ?? new Set<number>()
        const key = JSON.stringify([first, second])
        totals.set(key, added(totals.get(key), pairCounts(own(first), own(second), words)))
      }
    }
  }
  const pairs = await Promise.all(
    Array.from(totals, async ([key, counts]) => {
      const [first, second] = await Promise.all(readPair(key).map(id => read.byId(coder, id)))
      const evidence = (): [List, string] => [{ entity: statement, relation: pairStatements }, key]
      return first && second ? [{ first, second, ...counts, kappa: cohenKappa(counts), evidence }] : []
    }),
  )
  return pairs.flat().sort((a, b) => b.documents - a.documents || (a.first.slug < b.first.slug ? -1 : 1))
}

function readPair(key: string): number[] {
  const ids: unknown = JSON.parse(key)
  return Array.isArray(ids) ? ids.map(Number) : []
}

function added(known: (PairCounts & { readonly documents: number }) | undefined, more: PairCounts) {
  const { both = 0, one = 0, other = 0, neither = 0, documents = 0 } = known ?? {}
  return {
    both: both + more.both,
    one: one + more.one,
    other: other + more.other,
    neither: neither + more.neither,
    documents: documents + 1,
  }
}
