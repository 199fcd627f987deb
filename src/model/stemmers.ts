/** Snowball's stemmers, by language: loaded when the first word is stemmed. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { remembered } from './remembered.ts'

/** The stem of a word in lower case. */
export type Stem = (word: string) => string

/** What the package has behind its face. The face compiles all stemmers at once, and asks for `Request`, at which Node loads its HTTP client. */
interface Library {
  readonly Languages: Readonly<Record<string, string | number>>
  readonly Stemmer: new (language: number) => { stem(word: string): string }
  initSync(given: { readonly module: Uint8Array }): unknown
}

let library: Library | null = null
let englishNames: Intl.DisplayNames | null = null

/** The stemmer of a language by its ISO 639 code; null where it has none. */
export const stemmerOf = remembered(madeStemmer)

function madeStemmer(code: string): Stem | null {
  if (!/^[a-z]{2,3}$/.test(code)) return null
  // The library calls languages by their English names, of which it has one for all that is Norwegian.
  englishNames ??= new Intl.DisplayNames('en', { type: 'language' })
  library ??= loaded()
  const language = library.Languages[englishNames.of(code)?.split(' ')[0] ?? '']
  if (typeof language !== 'number') return null
  const stemmer = new library.Stemmer(language)
  return word => stemmer.stem(word)
}

function loaded(): Library {
  const folder = new URL('browser/', import.meta.resolve('multilingual-stemmer'))
  const found: Library = createRequire(import.meta.url)(fileURLToPath(new URL('index.js', folder)))
  found.initSync({ module: readFileSync(new URL('index_bg.wasm', folder)) })
  return found
}
