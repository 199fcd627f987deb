import { fragmentsOf } from '../model/selector.ts'
import { CodePoints } from '../model/text.ts'
import type { CodedAttribution, CodedText } from '../store/query/codedTexts.ts'
import type { FoundAttribution } from './attribution.ts'
import { type TaggedText, tagText } from './tokens.ts'
import type { TrainingText } from './train.ts'

/** A coded text as the taggers see it: the attributions of its first coder. */
export function trainingText({ text, codings }: CodedText): TrainingText {
  const tagged = tagText(text)
  return { text: tagged, attributions: attributionsIn(tagged, codings[0] ?? []) }
}

/** What a coder marked, as tokens. */
export function attributionsIn(tagged: TaggedText, coding: readonly CodedAttribution[]): FoundAttribution[] {
  const points = new CodePoints(tagged.text)
  const tokensOf = (selector: string | null) => {
    if (selector === null) return []
    const spans = fragmentsOf(selector).map(({ start, end }) => [points.toUtf16(start), points.toUtf16(end)] as const)
    return tagged.tokens.flatMap(({ index, start, end }) =>
      spans.some(([from, to]) => start < to && end > from) ? [index] : [],
    )
  }
  return coding.map(({ source, cue, content }) => ({
    source: tokensOf(source),
    cue: tokensOf(cue),
    content: tokensOf(content),
    margin: null,
  }))
}
