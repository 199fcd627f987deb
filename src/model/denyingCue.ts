const denying =
  /(?<!\p{L})(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?|disavow(?:s|ed|ing)?)(?!\p{L})/iu

/** Whether an English cue has a verb by which somebody denies what it introduces. */
export function isDenying(cue: string): boolean {
  return denying.test(cue)
}
