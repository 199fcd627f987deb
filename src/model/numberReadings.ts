/**
 * The numbers of a text one at a time, in digits ("662,566", "$1.2 million", "21st") or in words.
 *
 * A text is cut into atoms, and a number is read from one atom on. Each reading looks at a bounded number of words and at
 * no digit twice, so that reading a whole text takes time linear in its length.
 */

import Big from 'big.js'
import {
  beginsWithAndAHalf,
  isFirstWord,
  isLaterWord,
  LONGEST_NUMBER,
  readMultiplier,
  readNumberWords,
} from './numberWords.ts'

/** A run of ASCII digits, or of letters and their marks. */
export interface Atom {
  /** UTF-16 index in the text, included. */
  readonly start: number
  /** UTF-16 index in the text, excluded. */
  readonly end: number
  /** In lower case. */
  readonly text: string
  readonly isDigits: boolean
  /** What stands between this atom and the one before; for the first, what stands before it. */
  readonly gap: string
}

interface Extent {
  /** UTF-16 index in the text, included. */
  readonly start: number
  /** UTF-16 index in the text, excluded. */
  readonly end: number
  /** The index of the first atom after the number. */
  readonly next: number
}

export interface CardinalReading extends Extent {
  readonly kind: 'CARDINAL'
  readonly value: Big
  /**
   * What the closing words multiply by, as a whole and then the last alone: [1000] for "12 thousand" and "12k",
   * [100000, 1000] for "two hundred thousand", [] for "12" and for "two thousand and six".
   */
  readonly multipliers: readonly number[]
}

export interface OrdinalReading extends Extent {
  readonly kind: 'ORDINAL'
}

/** "Dozens", "tens of thousands": at least `lower`, and less than `upper` unless that is null. */
export interface MagnitudeReading extends Extent {
  readonly kind: 'MAGNITUDE'
  readonly lower: number
  readonly upper: number | null
}

/** A number to the eye that has no one value: "43,57", "21.7.2024", "1990s", the "hundred" of "several hundred". */
export interface UnclearReading extends Extent {
  readonly kind: 'UNCLEAR'
}

export type NumberReading = CardinalReading | OrdinalReading | MagnitudeReading | UnclearReading

/** The atoms of a text in order. A web address, up to white space or a closing parenthesis, is no prose and has none. */
export function splitAtoms(text: string): Atom[] {
  const atoms: Atom[] = []
  let end = 0
  for (const match of text.matchAll(/https?:\/\/[^\s)]+|[0-9]+|[\p{L}\p{M}]+/giu)) {
    const run = match[0]
    if (run.includes('/')) continue
    const start = match.index
    const gap = text.slice(end, start)
    end = start + run.length
    atoms.push({ start, end, text: run.toLowerCase(), isDigits: /^[0-9]/.test(run), gap })
  }
  return atoms
}

/** The number that begins with the atom at `index`, as far as it goes; null if none begins there. */
export function readNumberAt(text: string, atoms: readonly Atom[], index: number): NumberReading | null {
  const atom = atoms[index]
  if (atom === undefined) return null
  if (atom.isDigits) return readDigits(text, atoms, index)
  return isFirstWord(atom.text) ? readWords(atoms, index, atom) : null
}

function readWords(atoms: readonly Atom[], index: number, first: Atom): NumberReading | null {
  const reading = readNumberWords([first.text, ...laterWords(atoms, index + 1)])
  if (reading === null) return null
  const next = index + reading.length
  const extent = { start: first.start, end: atoms[next - 1]?.end ?? first.end, next }
  switch (reading.kind) {
    case 'CARDINAL':
      return { kind: 'CARDINAL', value: new Big(reading.value), multipliers: reading.multipliers, ...extent }
    case 'MAGNITUDE':
      return { kind: 'MAGNITUDE', lower: reading.lower, upper: reading.upper, ...extent }
    case 'ORDINAL':
      return { kind: 'ORDINAL', ...extent }
    case 'MULTIPLIER':
      return { kind: 'UNCLEAR', ...extent }
  }
}

/** The words of numbers from `index` on, each joined to what is before it. */
function laterWords(atoms: readonly Atom[], index: number): string[] {
  const words: string[] = []
  for (const atom of atoms.slice(index, index + LONGEST_NUMBER)) {
    if (!isJoint(atom.gap) || !isLaterWord(atom.text)) break
    words.push(atom.text)
  }
  return words
}

/** Whether the gap is a hyphen, or white space with at most one line break, beyond which another paragraph begins. */
function isJoint(gap: string): boolean {
  if (gap === '-' || gap === '\u2010' || gap === '\u2011') return true
  return gap !== '' && gap.trim() === '' && gap.indexOf('\n') === gap.lastIndexOf('\n')
}

// Digits

/** What letters written against digits multiply by. A metre is "5 m", with a space; "5m" in a newspaper is 5 million. */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
])
const ORDINAL_SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])

function readDigits(text: string, atoms: readonly Atom[], index: number): NumberReading {
  const run = readRun(text, atoms, index)
  const value = valueOfRun(run)
  const after = atoms[run.next]
  const suffix = after?.gap === '' ? after.text : ''
  const suffixed = { start: run.start, end: after?.end ?? run.end, next: run.next + 1 }

  if (ORDINAL_SUFFIXES.has(suffix)) return { kind: 'ORDINAL', ...suffixed }
  if (suffix === 's') return { kind: 'UNCLEAR', ...suffixed }
  const factor = SUFFIXES.get(suffix)
  if (factor !== undefined) return cardinal(value, [factor], suffixed)

  const rest = suffix === '' ? laterWords(atoms, run.next) : [suffix]
  const half = beginsWithAndAHalf(rest) ? 3 : 0
  const multiplier = readMultiplier(rest.slice(half))
  const length = half + (multiplier?.length ?? 0)
  if (length === 0) return cardinal(value, [], withPercentSign(text, run))
  const next = run.next + length
  const extent = { start: run.start, end: atoms[next - 1]?.end ?? run.end, next }
  return cardinal(half === 0 ? value : (value?.plus(0.5) ?? null), multiplier?.multipliers ?? [], extent)
}

function cardinal(coefficient: Big | null, multipliers: readonly number[], extent: Extent): NumberReading {
  const { start, end, next } = extent
  if (coefficient === null) return { kind: 'UNCLEAR', start, end, next }
  return { kind: 'CARDINAL', value: coefficient.times(multipliers[0] ?? 1), multipliers, start, end, next }
}

function withPercentSign(text: string, extent: Extent): Extent {
  return text[extent.end] === '%' ? { ...extent, end: extent.end + 1 } : extent
}

/** Digits with what is written among them and against them on the left. */
interface Run extends Extent {
  readonly digits: string
  readonly hasLeadingPoint: boolean
  readonly isNegative: boolean
}

/**
 * A comma or a point between digits always joins them, so that an odd run such as "1,23,456" is seen whole. A space or an
 * apostrophe joins only three digits to at most three or to a group that it joined: "July 21 2024" may be set with
 * no-break spaces.
 */
function readRun(text: string, atoms: readonly Atom[], index: number): Run {
  const first = atoms[index]?.start ?? 0
  let end = atoms[index]?.end ?? first
  let next = index + 1
  for (let atom = atoms[next]; atom?.isDigits; atom = atoms[next]) {
    const isJoined =
      /^[.,]$/.test(atom.gap) || (/^['’\u00a0\u2007\u2009\u202f]$/.test(atom.gap) && mayGroup(atoms, next))
    if (!isJoined) break
    end = atom.end
    next += 1
  }
  return { ...signsBefore(text, first), digits: text.slice(first, end), end, next }
}

/** Whether the digits at `index` can be a group of three after those before them. */
function mayGroup(atoms: readonly Atom[], index: number): boolean {
  const lengthOf = (place: number) => atoms[place]?.text.length ?? 0
  return lengthOf(index) === 3 && lengthOf(index - 1) <= 3
}

/** The start of a number once the signs against it are taken in: ".5", "-3", "−3", "$3", "-$3". */
function signsBefore(text: string, digitsStart: number): Pick<Run, 'start' | 'hasLeadingPoint' | 'isNegative'> {
  let start = digitsStart
  let isNegative = false
  const hasLeadingPoint = text[start - 1] === '.' && /[\s\p{Sc}\-−(["“‘'~<>≤≥≈]/u.test(text[start - 2] ?? ' ')
  if (hasLeadingPoint) start -= 1
  const takeMinus = () => {
    if (isNegative || !isMinus(text, start - 1)) return
    isNegative = true
    start -= 1
  }
  takeMinus()
  if (/\p{Sc}/u.test(text[start - 1] ?? '')) start -= 1
  takeMinus()
  return { start, hasLeadingPoint, isNegative }
}

/** Whether a minus sign stands at the index, and not a hyphen ("R-13") or a dash ("10-20"). */
function isMinus(text: string, at: number): boolean {
  const isSign = text[at] === '-' || text[at] === '−'
  return isSign && /[\s\p{Sc}(["“‘'~<>≤≥≈]/u.test(text[at - 1] ?? ' ')
}

/** Longer than any number in digits that a double holds to the last digit. */
const LONGEST_RUN = 60

/** The value of a run of digits, grouped in threes by one separator throughout or not at all; null for any other. */
function valueOfRun(run: Run): Big | null {
  const digits = run.hasLeadingPoint ? `0.${run.digits}` : run.digits
  if (digits.length > LONGEST_RUN) return null
  const isPlain = /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits)
  const isGrouped = /^[1-9]\d{0,2}([,'’\u00a0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*(?:\.\d+)?$/.test(digits)
  if (!isPlain && !isGrouped) return null
  const value = new Big(digits.replace(/[^\d.]/g, ''))
  return run.isNegative ? value.neg() : value
}
