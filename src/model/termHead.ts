/** What goes on after the head of an English noun phrase, and says more of it. */
const GOES_ON =
  /\s(?:with|without|who|whom|whose|which|that|of|in|on|for|from|by|to|at|under|including|as|called|released|convicted|charged|held)\s.*$/u
const OUTER_MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/**
 * The head of a term, as English has it: the last word before whatever says more of it. "Undocumented migrants with criminal
 * convictions" and "migrants who are unable to stay" are both about migrants. A term that begins with such a word is its own head.
 */
export function termHead(folded: string): string {
  const [head = folded] = [folded.replace(GOES_ON, '').split(/\s+/u).at(-1)]
  return head.replaceAll(OUTER_MARKS, '') || folded
}
