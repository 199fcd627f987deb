import type { ComponentType } from 'preact'
import type { ViewProps } from './view.ts'

type Load = () => Promise<{ readonly default: ComponentType<ViewProps> }>

/** The views, by the first part of the path; each is loaded when it is first shown. */
export const views: Readonly<Record<string, Load>> = {
  '': () => import('./start/start.tsx'),
  search: () => import('./search/search.tsx'),
  documents: () => import('./lists/documents.tsx'),
  statements: () => import('./lists/statements.tsx'),
  figures: () => import('./lists/figures.tsx'),
  speakers: () => import('./lists/speakers.tsx'),
  claims: () => import('./lists/claims.tsx'),
  datasets: () => import('./datasets/datasets.tsx'),
  number: () => import('./number/number.tsx'),
  compare: () => import('./compare/compare.tsx'),
  network: () => import('./network/network.tsx'),
  timeline: () => import('./timeline/timeline.tsx'),
  docs: () => import('./docs/docs.tsx'),
}

/** The views of permalinks, `/id/TYPE/SLUG`, by type. */
export const nodeViews: Readonly<Record<string, Load>> = {
  Document: () => import('./reader/reader.tsx'),
  Statement: () => import('./reader/statement.tsx'),
  Figure: () => import('./number/figure.tsx'),
  Person: () => import('./speaker/speaker.tsx'),
  Organization: () => import('./speaker/speaker.tsx'),
  UnclassifiedAgent: () => import('./speaker/speaker.tsx'),
  Dataset: () => import('./datasets/dataset.tsx'),
  Claim: () => import('./lists/thing.tsx'),
  Referent: () => import('./lists/thing.tsx'),
  Channel: () => import('./lists/thing.tsx'),
}

/** Nodes without a page of their own lead to the place where they stand. */
export const elsewhere: Load = () => import('./lists/elsewhere.tsx')
