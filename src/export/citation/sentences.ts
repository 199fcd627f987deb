/** Sentences, one after the other. A title or words that are a sentence have their stop already. */
export function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter(part => part !== undefined && part !== '')
    .join('. ')
    .replaceAll(/([.!?…][”"»’)]?)\. /gu, '$1 ')
}
