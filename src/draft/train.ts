import { argumentExample } from './argumentFeatures.ts'
import type { FoundAttribution } from './attribution.ts'
import { cueExample } from './cueFeatures.ts'
import { FeatureOrder } from './featureOrder.ts'
import { type AttributionModel, predictCues } from './predict.ts'
import { features, Tagger, type TrainingExample } from './tagger.ts'
import type { TaggedText } from './tokens.ts'

/** A text with the attributions that a person marked in it. */
export interface TrainingText {
  readonly text: TaggedText
  readonly attributions: readonly FoundAttribution[]
}

const epochs = 5
/**
 * How many orders of the texts are learned from: four found 1.0 and 1.6 more in 100 (lenient, strict; docs/draft.md) than one. Three
 * keep `dixit train` under three minutes.
 */
const orders = 3
const jackknifeEpochs = 3

/**
 * Learns from texts in which people marked attributions; the same model from the same texts in the same order.
 *
 * The second tagger learns from the cues that people marked, and from those that a first one, trained on the other half
 * of the texts, takes for cues and that are none: so it learns to answer that nothing is attributed.
 */
export function train(texts: readonly TrainingText[], onStage: (stage: string) => void = () => {}): AttributionModel {
  const examples = texts.map(cueExamples)
  const order = new FeatureOrder(examples.flat(), features)
  order.apply(examples.flat())
  onStage('cues of each half, as the other half learned them')
  const guessed = new Map<TrainingText, number[][][]>()
  for (const half of [0, 1]) {
    const others = examples.filter((_, index) => index % 2 === half).flat()
    const tagger = order.restore(new Tagger(3).train(others, jackknifeEpochs))
    for (const [index, each] of texts.entries()) {
      if (index % 2 === half) continue
      guessed.set(
        each,
        each.text.paragraphs.map(paragraph => predictCues(tagger, paragraph, 0)),
      )
    }
  }
  onStage('cues')
  const cues = order.restore(new Tagger(3).trainSeveral(examples.flat(), epochs, orders))
  onStage('sources and contents')
  return { cues, arguments: trainArguments(texts.flatMap(each => argumentExamples(each, guessed.get(each) ?? []))) }
}

function trainArguments(examples: readonly TrainingExample[]): Tagger {
  const order = new FeatureOrder(examples, features)
  order.apply(examples)
  return order.restore(new Tagger(3).trainSeveral(examples, epochs, orders))
}

function cueExamples({ text, attributions }: TrainingText): TrainingExample[] {
  const cues = attributions.map(({ cue }) => cue)
  return text.paragraphs.map(paragraph => cueExample(paragraph, cues))
}

function argumentExamples(
  { text, attributions }: TrainingText,
  guessed: readonly (readonly number[][])[],
): TrainingExample[] {
  return text.paragraphs.flatMap((paragraph, number) => {
    const first = paragraph[0]?.index ?? 0
    const isHere = (index: number) => index >= first && index < first + paragraph.length
    const marked = attributions.filter(({ cue }) => cue.length > 0 && cue.every(isHere))
    const others = guessed[number] ?? []
    const taken = new Set(marked.flatMap(({ cue }) => cue))
    const wrong = others.filter(cue => !cue.some(index => taken.has(index)))
    return [
      ...marked.map(({ cue, source, content }) => argumentExample(paragraph, cue, others, source, content)),
      ...wrong.map(cue => argumentExample(paragraph, cue, others, [], [])),
    ]
  })
}
