import type { ValueOf, Vocabulary } from '../model/vocabulary.ts'

export const OneModeAggregation = {
  IGNORE: 'That both take a stance to the same claim, whichever.',
  CONGRUENCE: 'That both take the same stance to the same claim.',
  CONFLICT: 'That they take opposite stances to the same claim.',
  SUBTRACT: 'Congruence less conflict: negative where they differ more than they agree.',
} as const satisfies Vocabulary
export type OneModeAggregation = ValueOf<typeof OneModeAggregation>

export const OneModeNormalization = {
  NONE: 'Nothing: the products of counts.',
  AVERAGE: 'The mean number of statements of the two (average activity).',
  JACCARD: 'The statements of either where the other has none, and the products where both have some (DNA).',
  DNA_COSINE: 'The product of their numbers of statements, which Discourse Network Analyzer calls cosine.',
  COSINE: 'The product of the lengths of their vectors of counts by claim and level: the cosine of textbooks.',
} as const satisfies Vocabulary
export type OneModeNormalization = ValueOf<typeof OneModeNormalization>

export const TwoModeAggregation = {
  IGNORE: 'How often the actor takes a stance to the claim, whichever.',
  SUBTRACT: 'How often it supports the claim less how often it opposes it.',
} as const satisfies Vocabulary
export type TwoModeAggregation = ValueOf<typeof TwoModeAggregation>

export const TwoModeNormalization = {
  NONE: 'Nothing.',
  ACTIVITY: 'The number of statements of the actor: what share of them goes to the claim.',
  PROMINENCE: 'The number of statements on the claim: what share of them is the actor’s.',
} as const satisfies Vocabulary
export type TwoModeNormalization = ValueOf<typeof TwoModeNormalization>
