import { extname } from 'node:path'
import type { DocumentAuthor } from '../../model/records/document.ts'
import { slugify } from '../../model/slug.ts'
import { normaliseText, sha256 } from '../../model/text.ts'
import { namesInByline } from '../names/byline.ts'

const MOST_WORDS = 100

/**
 * The slug of what a corpus calls by an identifier of its own. Where the slug does not say all that the identifier does
 * (capitals, marks, length), a part of the identifier's digest is added, so that two identifiers never share a slug.
 */
export function slugOfId(prefix: string, identifier: string): string {
  const words = [...slugify(identifier)].slice(0, MOST_WORDS).join('').replace(/-+$/, '')
  const isWhole = words === identifier
  const digest = sha256(identifier).slice(0, 8)
  return [prefix, words, isWhole ? '' : digest].filter(part => part !== '').join('-')
}

/** The name of a source without the ending of its file: town.json → town. */
export function nameWithoutEnding(name: string): string {
  return name.slice(0, name.length - extname(name).length)
}

/** Who wrote a document, by the byline that a corpus has in a field; nothing where that is empty. */
export function authorsIn(
  byline: string | undefined,
  publishers: readonly string[] = [],
): { authors?: DocumentAuthor[] } {
  const names = namesInByline(normaliseText(byline ?? ''), publishers)
  return names.length === 0 ? {} : { authors: names.map(name => ({ name })) }
}

/** The labels of a row's fields: those that hold something, as given. */
export function fieldLabels(fields: Readonly<Record<string, string | number | null | undefined>>) {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value: normaliseText(String(value)) }],
  )
}
