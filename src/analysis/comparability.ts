import { type Bounds, overlaps } from '../model/edtf.ts'
import type { AspectVerdict } from '../model/vocabulary.ts'

/** What a figure counts: all that must agree before two of them can be compared. */
export interface FigureFacts {
  readonly unit: string | null
  readonly population: string | null
  readonly referent: { readonly slug: string; readonly label: string } | null
  readonly conditions: ReadonlyMap<string, string>
  /** The words of its time, and the days that they cover if that is known. */
  readonly time: (Bounds & { readonly words: string; readonly edtf: string | null }) | null
}

/** One aspect under which two figures were held against each other. */
export interface Aspect {
  readonly aspect: string
  readonly verdict: AspectVerdict
  readonly one: string | null
  readonly other: string | null
}

/**
 * Whether two figures can be compared. Nothing may be DIFFERENT; and where one is silent under an aspect, it is not
 * known whether they count the same, unless the document or a curator has set the two side by side.
 */
export function isComparable(aspects: readonly Aspect[], setSideBySide: boolean): boolean {
  return aspects.every(({ verdict }) => verdict === 'SAME' || (verdict === 'SILENT' && setSideBySide))
}

/** Holds what two figures count against each other: unit, population, each condition, time. */
export function holdAgainst(one: FigureFacts, other: FigureFacts): Aspect[] {
  const conditions = [...new Set([...one.conditions.keys(), ...other.conditions.keys()])].sort()
  return [
    spoken('unit', one.unit, other.unit),
    samePopulation(one, other),
    ...conditions.map(name => spoken(name, one.conditions.get(name) ?? null, other.conditions.get(name) ?? null)),
    sameTime(one, other),
  ]
}

/** A referent is the same population under whatever words. Unless both have one, only the same words are. */
function samePopulation(one: FigureFacts, other: FigureFacts): Aspect {
  if (one.referent === null || other.referent === null) return spoken('population', one.population, other.population)
  if (one.referent.slug !== other.referent.slug) {
    return aspect('population', one.referent.label, other.referent.label, false)
  }
  return aspect('population', one.population, other.population, true)
}

function sameTime(one: FigureFacts, other: FigureFacts): Aspect {
  const words = (time: FigureFacts['time']) => (time ? (time.edtf ?? time.words) : null)
  if (!one.time?.edtf || !other.time?.edtf) {
    return { aspect: 'time', verdict: 'SILENT', one: words(one.time), other: words(other.time) }
  }
  return aspect('time', words(one.time), words(other.time), overlaps(one.time, other.time))
}

function spoken(name: string, one: string | null, other: string | null): Aspect {
  if (one === null || other === null) return { aspect: name, verdict: 'SILENT', one, other }
  return aspect(name, one, other, one === other)
}

function aspect(name: string, one: string | null, other: string | null, same: boolean): Aspect {
  return { aspect: name, verdict: same ? 'SAME' : 'DIFFERENT', one, other }
}
