/** What a half-made dossier says, as the desk lists and marks it. */

import { type Article, hullOf } from '../../ingest/article.ts'
import type { ClaimEntry, Dossier } from '../../ingest/dossier.ts'
import { placeOf } from '../../ingest/placesOf.ts'
import { type Gap, gapsOf } from '../../model/coverage.ts'
import type { Span } from '../../model/span.ts'
import type { CuratedLists } from '../../store/query/curatedLists.ts'
import type { Proposal } from '../draftFile.ts'
import type { HalfMade } from '../draftFolder.ts'
import type { DeskCatalogue, Listed, ListedAgent, ListedStatement, ListedTime } from './catalogue.ts'
import { type ItemValue, quotesOf } from './item.ts'

/** Where the stretches of a value stand in the article, in its order. */
export function spansOf(article: Article, value: ItemValue | undefined): Span[] {
  return quotesOf(value).flatMap(quote => placeOf(article, quote) ?? [])
}

/** What can be chosen from: what the dossier has first, and then what only the graph has. */
export function catalogueOf(article: Article, halfMade: HalfMade, graph: CuratedLists): DeskCatalogue {
  const { dossier, catalogue } = halfMade
  const agents = Array.from(
    catalogue.agents,
    ([key, { value }]): ListedAgent => ({
      key,
      label: value.person ?? value.organization ?? key,
      isNew: false,
      type: value.organization === undefined ? 'person' : 'organization',
      kind: value.kind ?? null,
      names: halfMade.agents.find(agent => agent.key === key)?.names ?? [],
    }),
  )
  const texts = (named: ReadonlyMap<string, { readonly value: ClaimEntry }>) =>
    Array.from(
      named,
      ([key, { value }]): Listed => ({ key, label: typeof value === 'string' ? value : value.text, isNew: false }),
    )
  return {
    agents: withGraph(
      agents,
      graph.agents.map(agent => ({ ...agent, label: agent.names[0] ?? agent.key, isNew: true })),
    ),
    referents: withGraph(
      texts(catalogue.referents),
      graph.referents.map(each => ({ ...each, isNew: true })),
    ),
    claims: withGraph(
      texts(catalogue.claims),
      graph.claims.map(each => ({ ...each, isNew: true })),
    ),
    figures: Object.entries(dossier.figures ?? {}).map(([key, { label, value = null }]) => ({
      key,
      label,
      isNew: false,
      value,
    })),
    statements: statementsOf(article, halfMade, agents),
    times: Object.entries(dossier.times ?? {}).flatMap(([key, time]) => timeIn(article, key, time)),
    channels: Object.entries(dossier.channels ?? {}).map(([key, { label }]) => ({ key, label, isNew: false })),
  }
}

function timeIn(article: Article, key: string, value: NonNullable<Dossier['times']>[string]): ListedTime[] {
  const spans = spansOf(article, value.words)
  return spans.length === 0 ? [] : [{ key, words: value.words, isNew: false, value, ...hullOf(spans) }]
}

function withGraph<T extends Listed>(own: readonly T[], graph: readonly T[]): T[] {
  const keys = new Set(own.map(({ key }) => key))
  return [...own, ...graph.filter(({ key }) => !keys.has(key))]
}

function statementsOf(article: Article, { dossier }: HalfMade, agents: readonly ListedAgent[]): ListedStatement[] {
  const nameOf = (key: string) => agents.find(agent => agent.key === key)?.label ?? key
  return Object.entries(dossier.statements ?? {})
    .flatMap(([key, { content, speaker, voice, frames = [], terms = [], stances = [], relations = [] }]) => {
      const spans = spansOf(article, content)
      if (spans.length === 0) return []
      const who =
        speaker === undefined
          ? voice === 'DOCUMENT'
            ? 'the article'
            : 'somebody'
          : [speaker].flat().map(nameOf).join(', ')
      const codes = frames.length + terms.length + stances.length + relations.length
      return [{ key, ...hullOf(spans), words: article.words(spans), who, codes }]
    })
    .toSorted((a, b) => a.start - b.start)
}

/** Numbers and quotations that neither the annotations nor what is left of the draft covers. */
export function gapsBeside(article: Article, { dossier }: HalfMade, open: readonly Proposal[]): Gap[] {
  const of = (...values: (ItemValue | undefined)[]) => values.flatMap(value => spansOf(article, value))
  const statements = Object.values(dossier.statements ?? {})
  const numbers = open.filter(({ kind }) => kind === 'figure' || kind === 'time')
  const said = open.filter(({ kind }) => kind === 'statement')
  return gapsOf(article, {
    numbers: [
      ...numbers,
      ...of(...statements.flatMap(({ figures = [] }) => figures.map(({ words }) => words))),
      ...of(...Object.values(dossier.times ?? {}).map(({ words }) => words)),
      ...of(dossier.document.urlWords),
    ],
    contents: [...said, ...of(...statements.map(({ content }) => content))],
    setAside: of(...(dossier.setAside ?? []).map(({ words }) => words)),
  })
}
