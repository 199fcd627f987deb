/** Thrown for a statement that SQLite does not compile because it is too large or too deeply nested, whatever it asks. */
export class TooLarge extends Error {}

/**
 * What SQLite says of such a statement. It has a limit for each: how high expressions are, those of subqueries on top of those around
 * them; how many tables a statement names, each once for every mention of the common table expression it stands in; how many parts a
 * function, a join or a list takes. They cannot be told from the text without compiling it.
 */
const refusals =
  /nested too deep|Expression tree is too large|Recursion limit|too many |at most \d+ tables in a join|statement too long/

/** TooLarge for the error with which SQLite refused a statement for its size; any other error as it is. */
export function tooLarge(error: unknown): unknown {
  return error instanceof Error && refusals.test(error.message) ? new TooLarge(error.message, { cause: error }) : error
}
