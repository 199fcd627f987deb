/** Labels of a transcript for whom it cannot tell: several people, each of them another. */
const NOBODY = /^(?:\(?CROSSTALK|AUDIENCE|UNIDENTIFIED|UNKNOWN|(?:QUESTION(?:ER)?S?|REPORTERS?|سؤال)$)/iu

/** Whether a label names nobody in particular. */
export function isNobody(label: string): boolean {
  return NOBODY.test(label)
}

/** What one speaker says without interruption, from after the label to the next one, in UTF-16 indices. */
export interface Turn {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** A line that begins with a label in capitals: “MR. REYES: I disagree.” */
const LABELLED = /^[^\S\n]*(\p{Lu}[\p{Lu}\p{M}\d_.,'’ ()-]{0,60}):(?=\s)/gmu

/** The turns of a transcript in which a label in capitals begins each; what stands before the first is nobody's. */
export function turnsOf(text: string): Turn[] {
  const labels = Array.from(text.matchAll(LABELLED), match => ({ match, label: (match[1] ?? '').trim() }))
  return labels.map(({ match, label }, index) => ({
    label,
    start: match.index + match[0].length,
    end: labels[index + 1]?.match.index ?? text.length,
  }))
}
