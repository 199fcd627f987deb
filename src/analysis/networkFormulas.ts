import type {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from './networkVocabulary.ts'

const shares: Readonly<Record<OneModeAggregation, string>> = {
  IGNORE: '1',
  CONGRUENCE: '(1 - |q - r|)',
  CONFLICT: '|q - r|',
  SUBTRACT: '(1 - 2|q - r|)',
}
const oneModeNorms: Readonly<Record<OneModeNormalization, string>> = {
  NONE: '',
  AVERAGE: ' / ((n_i + n_j) / 2)',
  JACCARD: ' / (m10 + m01 + m11)',
  DNA_COSINE: ' / (n_i * n_j)',
  COSINE: ' / (sqrt(sum n_icq^2) * sqrt(sum n_jcr^2))',
}
const twoModeNorms: Readonly<Record<TwoModeNormalization, string>> = {
  NONE: '',
  ACTIVITY: ' / n_i',
  PROMINENCE: ' / n_c',
}

/** The formula of a one-mode weight, for people: counts n of actors i and j on claim c at levels q and r. */
export function oneModeFormula(settings: {
  aggregation: OneModeAggregation
  normalization: OneModeNormalization
}): string {
  const share = shares[settings.aggregation]
  const product = share === '1' ? 'n_icq * n_jcr' : `n_icq * n_jcr * ${share}`
  return `w_ij = sum over claims c and levels q, r of ${product}${oneModeNorms[settings.normalization]}`
}

/** The formula of a two-mode weight, for people: counts n of actor i on claim c at level q. */
export function twoModeFormula(settings: {
  aggregation: TwoModeAggregation
  normalization: TwoModeNormalization
}): string {
  const term = settings.aggregation === 'IGNORE' ? 'n_icq' : 'n_icq * (2q - 1)'
  return `w_ic = sum over levels q of ${term}${twoModeNorms[settings.normalization]}`
}
