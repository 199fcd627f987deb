import { conjoined } from '../model/conjoined.ts'
import { didYouMean, nearestWords } from '../model/nearest.ts'

/** Something that an operation names and the graph does not have. */
export interface NotFoundNote {
  readonly code: 'NOT_FOUND'
  readonly message: string
  /** Where it stands: the fields down to the argument, and the way into the argument. */
  readonly path: string
  readonly notFound: string
  /** Names that the graph has and that are spelt alike, or the numbers next to one; where another field has it, that field. */
  readonly nearest: readonly string[]
}

const MOST_NEAREST = 3
/** So few names are told all, where none is spelt like the one that is not found. */
const MOST_TOLD = 5

/** The note on a name, with those of the candidates that are spelt much like it. */
export function notFound(path: string, name: string, message: string, candidates: readonly string[]): NotFoundNote {
  const nearest = nearestWords(name, candidates, MOST_NEAREST)
  const all = [...new Set(candidates)]
  if (nearest.length > 0 || all.length === 0 || all.length > MOST_TOLD) return notFoundBut(path, name, message, nearest)
  return {
    code: 'NOT_FOUND',
    message: `${message} The graph has ${conjoined(all)}.`,
    path,
    notFound: name,
    // What there is besides is not spelt like it.
    nearest: [],
  }
}

/** The note on a name, with what may be meant. */
export function notFoundBut(path: string, name: string, message: string, nearest: readonly string[]): NotFoundNote {
  return { code: 'NOT_FOUND', message: message + didYouMean(nearest), path, notFound: name, nearest }
}
