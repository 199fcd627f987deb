import { parse } from '@citation-js/name'
import { isNameShaped } from '../../model/nameShape.ts'
import type { CitedAuthor } from '../../store/query/cited.ts'

/** A name as citation managers read it: in its parts, or as it stands. */
export type CslName = ReturnType<typeof parse>

/**
 * A person's name in its parts, by the rules of Citation.js; that of an organization as it stands. Where nobody says which it is,
 * it is taken for a person's if it has the shape of one, so that “Jane Doe” sorts under D.
 */
export function cslName({ name: given, kind }: CitedAuthor): CslName {
  // Citation.js takes no name apart that has several lines.
  const name = given.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const isPerson = kind === 'PERSON' || (kind === 'UNKNOWN' && isNameShaped(inReadingOrder(name)))
  return isPerson ? parse(name) : { literal: name }
}

/** The name as people read it. */
export function nameInWords(name: CslName): string {
  if ('literal' in name) return name.literal
  const { 'dropping-particle': title, given, 'non-dropping-particle': particle, family, suffix } = name
  return [title, given, particle, family, suffix].filter(each => each !== undefined && each !== '').join(' ')
}

/** The name for RIS, of whose forms Citation.js leaves “van” out. */
export function withParticle(name: CslName): CslName {
  if ('literal' in name) return name
  const { 'non-dropping-particle': particle, family, ...others } = name
  return { ...others, family: particle === undefined ? family : `${particle} ${family}` }
}

/** “Doe, Jane” as “Jane Doe”. */
function inReadingOrder(name: string): string {
  return name.replace(/^([^,]+), ([^,]+)$/, '$2 $1')
}
