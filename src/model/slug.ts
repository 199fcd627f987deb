/** Slugs: the short names by which people type an agent, a claim or a document, such as `mark-green`. */

import { Failure } from './failure.ts'
import { codePointLength } from './text.ts'

const MAX_LENGTH = 120

/** How many characters the name of a record may have that need not be a slug as people type them. */
export const MOST_IN_KEY = 400

/**
 * One or more words joined by single hyphens; a word is letters without capitals, numbers and marks, and starts with no
 * mark. Marks and modifier letters are in because scripts such as Devanagari and Japanese cannot be spelled without
 * them.
 */
export const SLUG_PATTERN =
  /^[\p{Ll}\p{Lm}\p{Lo}\p{N}][\p{Ll}\p{Lm}\p{Lo}\p{N}\p{M}]*(?:-[\p{Ll}\p{Lm}\p{Lo}\p{N}][\p{Ll}\p{Lm}\p{Lo}\p{N}\p{M}]*)*$/u

/** The letters of Latin that Unicode does not decompose into a base letter and marks. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

/** Whether `text` is a slug: SLUG_PATTERN, and at most 120 code points. */
export function isSlug(text: string): boolean {
  return codePointLength(text) <= MAX_LENGTH && SLUG_PATTERN.test(text)
}

/** @throws Failure BAD_USAGE for what cannot be a slug */
export function requireSlug(text: string): void {
  if (isSlug(text)) return
  throw new Failure(
    'BAD_USAGE',
    `“${text}” cannot be a slug: use lower-case words and digits joined by hyphens, such as ferry-cuts-2.`,
  )
}

/**
 * The slug of a name, of at most 120 code points; '' for a name without letters and numbers.
 *
 * A name with any Latin letter becomes ASCII (`Łukasz Müller` → `lukasz-muller`). Any other name keeps its own letters
 * in Unicode NFKC (`Зеленский` → `зеленский`): with its marks stripped it would be misspelled.
 */
export function slugify(name: string): string {
  const ascii = toAscii(name)
  const slug = /[a-z]/.test(ascii) ? hyphenate(ascii, /[^a-z0-9]+/) : hyphenate(toOwnLetters(name), NOT_OWN_LETTERS)
  return hyphenate([...slug].slice(0, MAX_LENGTH).join(''), /-+/)
}

/** What parts the words of a name that keeps its letters: anything else, and a mark that no letter carries. */
const NOT_OWN_LETTERS = /(?:[^\p{Ll}\p{Lm}\p{Lo}\p{N}\p{M}]\p{M}*)+/u

function toAscii(name: string): string {
  const baseLetters = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return baseLetters.replace(/[æđðħıłøœßþ]/g, letter => LATIN_LETTERS[letter] ?? letter)
}

function toOwnLetters(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^\p{M}+/u, '')
}

function hyphenate(text: string, separator: RegExp): string {
  return text
    .split(separator)
    .filter(word => word !== '')
    .join('-')
}

/** A vocabulary's value in a slug: SUM_OF → sum-of. */
export function kebab(value: string): string {
  return value.toLowerCase().replaceAll('_', '-')
}

/** What stands before each slash of a slug, as far as it can be the name of a record. */
export function slugBeginnings(slug: string): string[] {
  const beginnings: string[] = []
  for (let end = slug.indexOf('/'); end >= 0 && end <= MOST_IN_KEY; end = slug.indexOf('/', end + 1)) {
    beginnings.push(slug.slice(0, end))
  }
  return beginnings
}
