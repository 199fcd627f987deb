/** How sure a trained model is: classes by margin, each with the share of right ones among texts that were held out. */

import { matched } from './evaluate.ts'
import type { Confidence, ModelHeader } from './modelFile.ts'
import { type AttributionModel, predict } from './predict.ts'
import { refine } from './refine.ts'
import type { TrainingText } from './train.ts'

/** A proposal for a text that was held out: how sure the model is, and whether it is right. */
export interface Judged {
  readonly margin: number
  readonly isRight: boolean
}

/** What a model proposes for texts that it has not seen, each judged by what people marked there. */
export function judge(model: AttributionModel, texts: readonly TrainingText[]): Judged[] {
  return texts.flatMap(({ text, attributions }) => {
    const proposed = refine(text, predict(model, text))
    const right = new Set(matched(text, attributions, proposed, 'LENIENT').values())
    return proposed.map(({ margin }, index) => ({ margin: margin ?? 0, isRight: right.has(index) }))
  })
}

/** From which margin on a proposal has which confidence: thirds of what was judged. */
export function confidenceFrom(judged: readonly Judged[]): ModelHeader['confidence'] {
  const sorted = judged.toSorted((a, b) => b.margin - a.margin)
  const third = Math.ceil(sorted.length / 3)
  return (['HIGH', 'FAIR', 'LOW'] as const satisfies readonly Confidence[]).map((name, index) => {
    const part = sorted.slice(index * third, (index + 1) * third)
    return {
      name,
      from: name === 'LOW' ? null : (part.at(-1)?.margin ?? 0),
      right: Math.round(100 * rightOf(part)) / 100,
    }
  })
}

/** The confidence of a margin. */
export function confidenceAt(classes: ModelHeader['confidence'], margin: number): Confidence {
  return classes.find(({ from }) => from === null || margin >= from)?.name ?? 'LOW'
}

/** The share of right ones; 0 of none. */
export function rightOf(judged: readonly Judged[]): number {
  return judged.length === 0 ? 0 : judged.filter(({ isRight }) => isRight).length / judged.length
}
