/** What is wrong with a dossier: each problem with its place, gathered so that a curator sees all of them at once. */

import { capitalized } from '../model/capitalized.ts'
import { Failure } from '../model/failure.ts'
import { sayCount } from '../model/things.ts'
import type { FormerKey } from './formerNames.ts'

/** A place in a file that a curator wrote. */
export interface FilePosition {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** In code points, from 1. */
  readonly column: number
}

export interface Problem extends FilePosition {
  /** What is wrong and what would be right. */
  readonly message: string
  /** The offending words. */
  readonly words?: string
  /** What was probably meant. */
  readonly suggestion?: string
  /** Whether nothing is wrong, but something is not there yet: the work is half made. */
  readonly isOpen?: true
}

/** A file with problems: all of them. Unless `said` tells otherwise, it was to be written from, and nothing was. */
export class BadDossier extends Failure {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], said = `${sayProblems(problems)}, and nothing was written.`) {
    super('BAD_INPUT', said)
    this.name = 'BadDossier'
    this.problems = problems
  }
}

/** How many are wrong, and how many are only not there yet. */
export function sayProblems(problems: readonly Problem[]): string {
  const open = problems.filter(({ isOpen }) => isOpen).length
  const wrong = problems.length - open
  const counted = wrong === 1 ? 'There is one problem' : `There are ${wrong} problems`
  if (open === 0) return counted
  const left = open === 1 ? 'one thing is still open' : `${open} things are still open`
  return wrong === 0 ? capitalized(left) : `${counted}; ${left}`
}

/** After so many, more of them help nobody, and looking for what is missing takes its time. */
const MOST_PROBLEMS = 1_000
const MOST_WORDS = 200

/** Thrown by the collector to end a check that has found enough. */
export class TooManyProblems extends Error {}

export class Problems {
  readonly #problems: Problem[] = []
  readonly #notes = new Set<string>()

  /** Notes that keys of a file have their names of the release before, which is not a problem yet. */
  noteFormerNames(file: string, keys: readonly FormerKey[]): void {
    if (keys.length === 0) return
    const names = new Map(keys.map(({ former, name }) => [former, name]))
    const each = Array.from(names, ([former, name]) => `${former} is now ${name}`).join(', ')
    this.#notes.add(
      `${file}: ${sayCount(keys.length, 'old name')}, read for one release (${each}). Run: dixit upgrade ${file}`,
    )
  }

  /** Notes what may well be right, and is to be looked at. */
  warn({ file, line, column }: FilePosition, message: string, words: string): void {
    this.#notes.add(`${file}:${line}:${column} warning: ${message}\n    ${oneLine(shorten(words))}`)
  }

  /** What is not a problem and should be known. */
  get notes(): string[] {
    return [...this.#notes]
  }

  /** Notes a problem. */
  add(
    place: FilePosition,
    message: string,
    details: { words?: string | undefined; suggestion?: string | undefined; isOpen?: boolean } = {},
  ): void {
    const { file, line, column } = place
    const problem: Problem = {
      file,
      line,
      column,
      message,
      ...(details.words !== undefined && { words: shorten(details.words) }),
      ...(details.suggestion !== undefined && { suggestion: shorten(details.suggestion) }),
      ...(details.isOpen && { isOpen: true }),
    }
    this.#problems.push(problem)
    if (this.#problems.length >= MOST_PROBLEMS) {
      this.#problems.push({ file, line, column, message: `this is the ${MOST_PROBLEMS}th problem: fix these first` })
      throw new TooManyProblems()
    }
  }

  get found(): boolean {
    return this.#problems.length > 0
  }

  /** Whether one more would be too many. */
  protected get isNearlyFull(): boolean {
    return this.#problems.length >= MOST_PROBLEMS - 1
  }

  /** All of them, of a file that must be whole before it is read: nothing of it is only not there yet. */
  ofWholeFile(): Problem[] {
    return this.sorted().map(({ isOpen, ...problem }) => problem)
  }

  /** All of them, by file, line and column. */
  sorted(): Problem[] {
    return this.#problems.toSorted(
      (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
    )
  }
}

/** What a corpus may have and a curator would have to mend: as much as helps somebody, and never the end of a check. */
export class Slips extends Problems {
  override add(...given: Parameters<Problems['add']>): void {
    if (!this.isNearlyFull) super.add(...given)
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function shorten(words: string): string {
  const points = [...words.slice(0, 2 * MOST_WORDS + 2)]
  return points.length > MOST_WORDS ? `${points.slice(0, MOST_WORDS).join('')}…` : words
}

/** The problems as plain text: `file:line:column message`, then the offending words, then what was probably meant. */
export function renderProblems(problems: readonly Problem[]): string {
  return problems.map(renderProblem).join('\n')
}

function renderProblem({ file, line, column, message, words, suggestion, isOpen }: Problem): string {
  const lines = [`${file}:${line}:${column} ${isOpen ? 'still open: ' : ''}${message}`]
  if (words !== undefined) lines.push(`    ${oneLine(words)}`)
  if (suggestion !== undefined) lines.push(`    did you mean: ${oneLine(suggestion)}`)
  return lines.join('\n')
}

/** Terminal control characters in a file must not reach the terminal. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\uFFFD')
}
