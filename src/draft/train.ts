import { argumentExample } from './argumentFeatures.ts'
import type { FoundAttribution } from './attribution.ts'
import { cueExample, cuesIn } from './cueFeatures.ts'
import { FeatureOrder } from './featureOrder.ts'
import type { AttributionModel } from './predict.ts'
import { examplesOf, type SharedExamples } from './sharedExamples.ts'
import { Tagger, type TrainingExample } from './tagger.ts'
import type { TaggedText, TaggedToken } from './tokens.ts'
import { trainInThread } from './trainInThreads.ts'

/** A text with the attributions that a person marked in it. */
export interface TrainingText {
  readonly text: TaggedText
  readonly attributions: readonly FoundAttribution[]
}

const epochs = 5
/** How many orders of the texts are learned from: four found 1.0 and 1.6 more in 100 (lenient, strict; docs/draft.md) than one. */
const orders = 3
const firstSeed = 7
const jackknifeEpochs = 3

/**
 * Learns from texts in which people marked attributions; the same model from the same texts in the same order, however many threads
 * learn.
 *
 * The second tagger learns from the cues that people marked, and from those that a first one, trained on the other half
 * of the texts, takes for cues and that are none: so it learns to answer that nothing is attributed.
 */
export async function train(
  texts: readonly TrainingText[],
  onStage: (stage: string) => void = () => {},
): Promise<AttributionModel> {
  onStage('cues')
  const paragraphs = texts.flatMap(paragraphsOf)
  const examples = texts.flatMap(cueExamplesOf)
  const order = new FeatureOrder(examples)
  const shared = order.share(examples)
  const learnArguments = async () => {
    const guessed = await guessedCues(paragraphs, shared)
    onStage('sources and contents')
    return trainArguments(paragraphs, guessed)
  }
  const [args, cues] = await Promise.all([learnArguments(), trainSeveral(order, shared)])
  return { cues, arguments: args }
}

const cueExamples = new WeakMap<TrainingText, readonly TrainingExample[]>()

/** What the paragraphs of a text teach about cues: made once, as several models learn from the same texts. */
function cueExamplesOf(text: TrainingText): readonly TrainingExample[] {
  const before = cueExamples.get(text)
  if (before !== undefined) return before
  const cues = text.attributions.map(({ cue }) => cue)
  const made = text.text.paragraphs.map(tokens => cueExample(tokens, cues))
  cueExamples.set(text, made)
  return made
}

interface Paragraph {
  readonly tokens: readonly TaggedToken[]
  readonly text: TrainingText
  /** Which half of the texts it is in. */
  readonly half: number
}

function paragraphsOf(text: TrainingText, index: number): Paragraph[] {
  return text.text.paragraphs.map(tokens => ({ tokens, text, half: index % 2 }))
}

/** The cues of each paragraph, as a tagger finds them that learned from the other half of the texts. */
async function guessedCues(paragraphs: readonly Paragraph[], examples: SharedExamples): Promise<number[][][]> {
  const taggers = await Promise.all(
    [0, 1].map(half => {
      const chosen = paragraphs.flatMap((paragraph, number) => (paragraph.half === half ? [] : [number]))
      return trainInThread({ examples, chosen, epochs: jackknifeEpochs, seed: firstSeed })
    }),
  )
  const all = examplesOf(examples)
  return paragraphs.map(({ tokens, half }, number) => {
    const [tagger, example] = [taggers[half], all[number]]
    return tagger && example ? cuesIn(tokens, tagger.decode(example, 0).labels) : []
  })
}

function trainArguments(paragraphs: readonly Paragraph[], guessed: readonly (readonly number[][])[]): Promise<Tagger> {
  const examples = paragraphs.flatMap((paragraph, number) => argumentExamples(paragraph, guessed[number] ?? []))
  const order = new FeatureOrder(examples)
  return trainSeveral(order, order.share(examples))
}

/** Learns several times, each in another order, and keeps the mean, so that no single order leads it astray. */
async function trainSeveral(order: FeatureOrder, examples: SharedExamples): Promise<Tagger> {
  const chosen = [...examples.starts.keys()].slice(0, -1)
  const taggers = await Promise.all(
    Array.from({ length: orders }, (_, at) => trainInThread({ examples, chosen, epochs, seed: firstSeed + at })),
  )
  const mean = Tagger.knowing(examples.known)
  for (const tagger of taggers) mean.addPart(tagger, orders)
  return order.restore(mean)
}

function argumentExamples({ tokens, text }: Paragraph, others: readonly (readonly number[])[]): TrainingExample[] {
  const first = tokens[0]?.index ?? 0
  const isHere = (index: number) => index >= first && index < first + tokens.length
  const marked = text.attributions.filter(({ cue }) => cue.length > 0 && cue.every(isHere))
  const taken = new Set(marked.flatMap(({ cue }) => cue))
  const wrong = others.filter(cue => !cue.some(index => taken.has(index)))
  return [
    ...marked.map(({ cue, source, content }) => argumentExample(tokens, cue, others, source, content)),
    ...wrong.map(cue => argumentExample(tokens, cue, others, [], [])),
  ]
}
