/** Words in quotation marks: those that they bring along, else new ones. */
export function inMarks(words: string): string {
  return /^[“"„«»「『]/u.test(words) ? words : `“${words}”`
}
