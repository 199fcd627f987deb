import { ArgumentLabel, argumentSequence } from './argumentFeatures.ts'
import type { FoundAttribution } from './attribution.ts'
import { CueLabel, cueSequence, cuesIn } from './cueFeatures.ts'
import type { Tagger } from './tagger.ts'
import type { TaggedText, TaggedToken } from './tokens.ts'

/** What was learned: where cues stand, and what is the source and the content of a cue. */
export interface AttributionModel {
  readonly cues: Tagger
  readonly arguments: Tagger
}

/**
 * How much less likely the cue tagger takes it that a token is none: more is found, and more of it is wrong. Chosen on the first fold of
 * PolNeAR's training part (bench/draft.ts), of 4, 6, 10 and 14: there 10 finds most paraphrases without costing any other figure its goal.
 */
const cueBias = 10

/** The cues of a paragraph, each as the numbers of its tokens. */
export function predictCues(cues: Tagger, paragraph: readonly TaggedToken[], bias = cueBias): number[][] {
  return cuesIn(paragraph, cues.decode(cueSequence(paragraph), bias).labels)
}

/** Every attribution that the model finds; a cue without a content attributes nothing. */
export function predict(model: AttributionModel, { paragraphs }: TaggedText, bias = cueBias): FoundAttribution[] {
  return paragraphs.flatMap(paragraph => {
    const { labels, scores } = model.cues.decode(cueSequence(paragraph), bias)
    const cues = cuesIn(paragraph, labels)
    return cues.flatMap(cue => {
      const found = model.arguments.decode(argumentSequence(paragraph, cue, cues), 0)
      const of = (label: number) =>
        paragraph.flatMap(({ index }, place) => (found.labels[place] === label ? [index] : []))
      const content = of(ArgumentLabel.CONTENT)
      if (content.length === 0) return []
      const first = paragraph[0]?.index ?? 0
      const cueMargin = mean(cue.map(index => marginAt(scores, labels, index - first, CueLabel.NONE)))
      const contentMargin = mean(
        content.map(index => marginAt(found.scores, found.labels, index - first, ArgumentLabel.NONE)),
      )
      const margin = Math.min(cueMargin / 3, contentMargin)
      return [{ cue, source: of(ArgumentLabel.SOURCE), content, margin }]
    })
  })
}

/** By how much the label of a place scores over having none. */
function marginAt(scores: Float64Array, labels: Uint8Array, place: number, none: number): number {
  const row = place * (scores.length / labels.length)
  return (scores[row + (labels[place] ?? none)] ?? 0) - (scores[row + none] ?? 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
