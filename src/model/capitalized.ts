/** A text as a sentence begins. */
export function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
}
