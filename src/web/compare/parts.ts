import type { Comparison } from '../documents/compare.ts'

/**
 * The parts of a comparison: what a reader finds in each, which its title says in everyday words, what a line of it is, and whether
 * it counts words, which are somebody's.
 */
export const parts = [
  {
    name: 'figures',
    title: 'Numbers, in their words',
    lead: 'Each row is something that is counted, each cell the words in which a speaker gives its number. Vague quantities and numbers that no curator has coded share the last row.',
    isWorded: true,
  },
  {
    name: 'numbers',
    title: 'Numbers, as values',
    lead: 'What those words are read as: “two dozen” is 24. Equal numbers in the same unit share a row, though they may count different things.',
    isWorded: true,
  },
  {
    name: 'terms',
    title: 'What they call things',
    lead: 'Each row is one person, group or thing, each cell a speaker’s names for it.',
    isWorded: true,
  },
  {
    name: 'claims',
    title: 'Claims, and where they stand',
    lead: 'Which claims they speak to, and how. To report that others hold a claim, or to concede it, is not to support it.',
    isWorded: true,
  },
  {
    name: 'directedAt',
    title: 'Whom they blame, credit or call on',
    lead: 'Whom they speak of when they name a problem, a cause or a remedy, or judge. “At” somebody means neither blame nor credit. A coder’s reading (Entman 1993).',
    isWorded: true,
  },
  {
    name: 'directedAtReferents',
    title: 'What they blame, credit or judge',
    lead: 'The same of things and groups of people. A coder’s reading (Entman 1993).',
    isWorded: true,
  },
  {
    name: 'functions',
    title: 'Problem, cause, judgement or remedy',
    lead: 'How many statements name a problem, say what causes it, judge, or say what should be done. A coder’s reading (Entman 1993).',
    isWorded: true,
  },
  {
    name: 'dimensions',
    title: 'Aspects they bring up',
    lead: 'From which side they look at the matter: its costs, its morality, the law, safety. A coder’s reading (Policy Frames Codebook).',
    isWorded: true,
  },
  {
    name: 'speechActs',
    title: 'What they do with words',
    lead: 'Assert, demand, promise, show a feeling, or ask: counted in anybody’s words (Searle 1976).',
    isWorded: false,
  },
  {
    name: 'quotations',
    title: 'How they are quoted',
    lead: 'In quotation marks, partly, or without. What stands in marks may be scare quotes.',
    isWorded: false,
  },
] as const

/** The same of the sections that are no tables. */
export const otherParts = {
  distinctive: {
    title: 'Words that set them apart',
    lead: 'Words that one of them uses far more often than the others do.',
  },
  sources: { title: 'Sources', lead: 'The documents in which these words stand.' },
} as const

export type Part = (typeof parts)[number]

/** The cells of all tables. */
export function cellsOf(comparison: Comparison) {
  return parts.flatMap(({ name }) => comparison[name].lines.flatMap(({ cells }) => cells))
}
