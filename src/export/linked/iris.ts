import { permalinkPath } from '../../model/nodeNames.ts'
import type { IriOf } from './node.ts'
import { prefixes } from './prefixes.ts'

/**
 * How nodes are named: by their permalinks, which begin with the address that people reach the server at. Rules are Dixit's own,
 * the same in every copy of it, and no nodes.
 */
export function irisBelow(baseUrl: string): IriOf {
  return key => {
    const slash = key.indexOf('/')
    const [typename, slug] = [key.slice(0, slash), key.slice(slash + 1).toWellFormed()]
    if (typename === 'Rule') return `${prefixes.dixit}Rule/${encodeURIComponent(slug)}`
    return `${baseUrl}${permalinkPath(typename, slug)}`
  }
}

/** The IRI of a part of a node. */
export function partOf(id: string, ...names: readonly string[]): string {
  return `${id}#${names.map(name => encodeURIComponent(name.toWellFormed())).join('-')}`
}

/** How registers outside name what they have an identifier for. */
const registers: Readonly<Record<string, readonly [form: RegExp, root: string]>> = {
  bioguide: [/^[A-Z]\d{6}$/, 'https://bioguide.congress.gov/search/bio/'],
  gnd: [/^[\dX-]+$/, 'https://d-nb.info/gnd/'],
  orcid: [/^(\d{4}-){3}\d{3}[\dX]$/, 'https://orcid.org/'],
  viaf: [/^\d+$/, 'http://viaf.org/viaf/'],
  wikidata: [/^Q\d+$/, 'http://www.wikidata.org/entity/'],
}

/** The address by which a register outside names somebody; null for a register that is not known, or has no such name. */
export function outsideIri(scheme: string, value: string): string | null {
  const [form, root] = Object.hasOwn(registers, scheme) ? (registers[scheme] ?? []) : []
  if (form?.test(value)) return `${root}${value}`
  return /^https?:\/\/[^\s<>"{}|\\^`\p{Cc}\p{Cs}]+$/u.test(value) ? value : null
}
