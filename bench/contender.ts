import type { Parameters, Question } from './questions.ts'

export type ContenderName = 'X' | 'Y' | 'D' | 'E'

export interface Contender {
  readonly name: ContenderName
  readonly port: number
  readonly path: string
  /** The processes at the root of its trees. */
  readonly roots: readonly number[]
  /** The body of a request; null if it does not answer that question. */
  bodyOf(question: Question, parameters: Parameters): string | null
  stop(): Promise<void>
}
