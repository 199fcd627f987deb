/** What a number in a text is, and the text cut for reading. */

import type Big from 'big.js'
import { isEnglish, type NumberMarks, numberMarks, scaleWords } from './language.ts'
import { type Token, tokensOf } from './tokens.ts'

export type NumberKind =
  /** How many. */
  | 'CARDINAL'
  /** A part of something: "half", "two-thirds", "one in five". */
  | 'SHARE'
  /** How many times as many: "twice", "threefold". */
  | 'MULTIPLE'
  /** "Dozens", "tens of thousands": bounds and no number. */
  | 'MAGNITUDE'
  /** Which one: "first", "21st". */
  | 'ORDINAL'
  /** Part of a name or a code: "G20", "COVID-19", "3D". */
  | 'NAME'
  /** A number to the eye that cannot be read: "43,57", "1990s". */
  | 'UNCLEAR'

export interface NumberReading {
  readonly kind: NumberKind
  readonly value: Big | null
  readonly lower: number | null
  readonly upper: number | null
  /**
   * What the closing words multiply by, as a whole and then the last alone: [1000] for "12 thousand" and "12k",
   * [100000, 1000] for "two hundred thousand", [] for "12" and for "two thousand and six".
   */
  readonly multipliers: readonly number[]
  /** The index of the first token after it. */
  readonly next: number
  /** Digits and nothing else, as years are written. */
  readonly isPlain: boolean
  /** A unit written against the digits: the "kg" of "5kg". */
  readonly unit: string | null
  readonly decimals: number
}

/** A text cut into tokens, with what is known of its language. */
export interface Tokens {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: string
  readonly marks: NumberMarks
  readonly english: boolean
  readonly scales: ReadonlyMap<string, Big>
  /** The numbers in brackets, with what opens them: "(2)", " 2)". */
  readonly points: ReadonlySet<string>
}

const NO_SCALES: ReadonlyMap<string, Big> = new Map()

export function cut(text: string, language: string): Tokens {
  const english = isEnglish(language)
  const scales = english ? NO_SCALES : scaleWords(language)
  const points = new Set(` ${text}`.match(POINT))
  return { text, tokens: tokensOf(text), language, marks: numberMarks(language), english, scales, points }
}

/** Of a list's points no number is longer. */
const POINT = /[( ]-?\d{1,3}\)/g

export function reading(
  kind: NumberKind,
  value: Big | null,
  next: number,
  more: Partial<NumberReading> = {},
): NumberReading {
  return {
    kind,
    value,
    next,
    lower: null,
    upper: null,
    multipliers: [],
    isPlain: false,
    unit: null,
    decimals: 0,
    ...more,
  }
}
