/** An attribution as it is found in a tagged text: the numbers of its tokens, in text order. */
export interface FoundAttribution {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
  /** How far the finding is from not being one; null where a rule found it. */
  readonly margin: number | null
}
