import { Failure } from '../model/failure.ts'
import { sha256 } from '../model/text.ts'
import type { Database } from '../store/engine/database.ts'
import { codedTexts } from '../store/query/codedTexts.ts'
import { matched } from './evaluate.ts'
import type { Confidence, ModelHeader, TrainedModel } from './modelFile.ts'
import { predict } from './predict.ts'
import { refine } from './refine.ts'
import { type TrainingText, train } from './train.ts'
import { trainingText } from './trainingTexts.ts'

/** Fewer texts teach nothing that holds for others. */
const leastTexts = 10

/** Every fifth text is held out to measure how right each confidence is; the model itself learns from all of them. */
const folds = 5

/**
 * Learns from the texts of datasets in which people marked attributions. The same datasets give the same model, to the byte.
 *
 * @throws Failure BAD_INPUT where there are too few texts
 */
export function trainOn(
  database: Database,
  datasets: readonly string[],
  onStage: (stage: string) => void,
): TrainedModel {
  const coded = datasets.flatMap(dataset => codedTexts(database, dataset))
  if (coded.length < leastTexts) {
    const few = `${coded.length} ${coded.length === 1 ? 'text' : 'texts'} with attributions`
    throw new Failure(
      'BAD_INPUT',
      `${datasets.join(', ')}: ${few}, and at least ${leastTexts} are needed to learn from.`,
    )
  }
  const texts = coded.map(trainingText)
  onStage(`held out: one text in ${folds}`)
  const confidence = measuredConfidence(texts, onStage)
  onStage(`all ${texts.length} texts`)
  return {
    ...train(texts, onStage),
    header: {
      datasets: [...datasets],
      documents: texts.length,
      attributions: texts.reduce((sum, { attributions }) => sum + attributions.length, 0),
      digest: sha256(JSON.stringify(coded)),
      confidence,
    },
  }
}

/** From which margin on a proposal has which confidence: thirds of what is proposed for the texts held out. */
function measuredConfidence(
  texts: readonly TrainingText[],
  onStage: (stage: string) => void,
): ModelHeader['confidence'] {
  const model = train(
    texts.filter((_, index) => index % folds !== 0),
    onStage,
  )
  const judged = texts
    .filter((_, index) => index % folds === 0)
    .flatMap(({ text, attributions }) => {
      const proposed = refine(text, predict(model, text))
      const right = new Set(matched(text, attributions, proposed, 'LENIENT').values())
      return proposed.map(({ margin }, index) => ({ margin: margin ?? 0, isRight: right.has(index) }))
    })
    .toSorted((a, b) => b.margin - a.margin)
  const third = Math.ceil(judged.length / 3)
  return (['HIGH', 'FAIR', 'LOW'] as const satisfies readonly Confidence[]).map((name, index) => {
    const part = judged.slice(index * third, (index + 1) * third)
    const right = part.filter(({ isRight }) => isRight).length / Math.max(1, part.length)
    return { name, from: name === 'LOW' ? null : (part.at(-1)?.margin ?? 0), right: Math.round(right * 100) / 100 }
  })
}
