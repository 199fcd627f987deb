import { Failure } from '../model/failure.ts'
import { sha256 } from '../model/text.ts'
import type { Database } from '../store/engine/database.ts'
import { codedTexts } from '../store/query/codedTexts.ts'
import { datasetsOf } from '../store/query/datasets.ts'
import { confidenceFrom, judge } from './confidence.ts'
import { asPacked, type TrainedModel } from './modelFile.ts'
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
export async function trainOn(
  database: Database,
  datasets: readonly string[],
  onStage: (stage: string) => void,
  reviewed: readonly TrainingText[] = [],
): Promise<TrainedModel> {
  if (reviewed.length === 0) expectThere(database, datasets)
  const coded = datasets.flatMap(dataset => codedTexts(database, dataset))
  const count = coded.length + reviewed.length
  if (count < leastTexts) {
    const few = `${count} ${count === 1 ? 'text' : 'texts'} with attributions`
    throw new Failure(
      'BAD_INPUT',
      `${datasets.join(', ')}: ${few}, and at least ${leastTexts} are needed to learn from.`,
    )
  }
  const texts = [...coded.map(trainingText), ...reviewed]
  const isHeldOut = (index: number) => index % folds === 0
  const saying = (which: string) => (stage: string) => onStage(`${which}: ${stage}`)
  // At once, so that the threads of one learn while this one makes the features of the other.
  const [learned, model] = await Promise.all([
    train(
      texts.filter((_, index) => !isHeldOut(index)),
      saying(`without one text in ${folds}`),
    ),
    train(texts, saying(`all ${texts.length} texts`)),
  ])
  const confidence = confidenceFrom(
    judge(
      asPacked(learned),
      texts.filter((_, index) => isHeldOut(index)),
    ),
  )
  return {
    ...model,
    header: {
      datasets: [...datasets],
      documents: texts.length,
      attributions: texts.reduce((sum, { attributions }) => sum + attributions.length, 0),
      digest: sha256(JSON.stringify([coded, reviewed.map(({ text, attributions }) => [text.text, attributions])])),
      confidence,
    },
  }
}

/** @throws Failure BAD_ARGUMENT where one is not there, which would look like one that nobody coded */
function expectThere(database: Database, datasets: readonly string[]): void {
  const known = datasetsOf(database).map(({ slug }) => slug)
  const missing = datasets.find(dataset => !known.includes(dataset))
  if (missing === undefined) return
  const which = known.length === 0 ? 'None has been imported yet.' : `There are: ${known.join(', ')}.`
  throw new Failure('BAD_ARGUMENT', `There is no dataset ${missing}. ${which}`)
}
