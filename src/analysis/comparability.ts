import { type Bounds, overlaps } from '../model/edtf.ts'
import type { AspectVerdict, Basis } from '../model/vocabulary.ts'
import { weakerBasis } from '../model/whoSaid.ts'

/** How it is known what a figure counts. */
export interface Ground {
  /** Null where nobody has said. */
  readonly basis: Basis | null
  readonly reason: string | null
}

/** What a figure counts: all that must agree before two of them can be compared. */
export interface FigureFacts {
  readonly unit: string | null
  readonly population: string | null
  readonly populationGround: Ground
  readonly referent: { readonly slug: string; readonly label: string } | null
  readonly conditions: ReadonlyMap<string, Ground & { readonly value: string }>
  /** The words of its time, and the days that they cover if that is known. */
  readonly time: (Bounds & { readonly words: string; readonly edtf: string | null }) | null
  readonly timeGround: Ground
}

/** One aspect under which two figures were held against each other, and how it is known what they say in it. */
export interface Aspect extends Ground {
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
    { ...spoken('unit', one.unit, other.unit), ...unsaid },
    samePopulation(one, other),
    ...conditions.map(name => sameCondition(name, one.conditions.get(name), other.conditions.get(name))),
    sameTime(one, other),
  ]
}

/**
 * A referent is the same population under whatever words: that these name one referent, a coder has concluded. Unless both have
 * one, only the same words are.
 */
function samePopulation(one: FigureFacts, other: FigureFacts): Aspect {
  const grounds = [one.populationGround, other.populationGround]
  if (one.referent === null || other.referent === null) {
    return { ...spoken('population', one.population, other.population), ...together(grounds) }
  }
  if (one.referent.slug !== other.referent.slug) {
    return { ...held('population', one.referent.label, other.referent.label, false), ...together(grounds) }
  }
  const joined: Ground[] =
    one.population === other.population
      ? []
      : [{ basis: 'INFERRED', reason: `A coder has taken both to count one referent: ${one.referent.label}.` }]
  return { ...held('population', one.population, other.population, true), ...together([...joined, ...grounds]) }
}

function sameCondition(name: string, one: (Ground & { value: string }) | undefined, other: typeof one): Aspect {
  const grounds = [one, other].flatMap(ground => ground ?? [])
  return { ...spoken(name, one?.value ?? null, other?.value ?? null), ...together(grounds) }
}

function sameTime(one: FigureFacts, other: FigureFacts): Aspect {
  const words = (time: FigureFacts['time']) => (time ? (time.edtf ?? time.words) : null)
  const ground = together([one.timeGround, other.timeGround])
  if (!one.time?.edtf || !other.time?.edtf) {
    return { aspect: 'time', verdict: 'SILENT', one: words(one.time), other: words(other.time), ...ground }
  }
  return { ...held('time', words(one.time), words(other.time), overlaps(one.time, other.time)), ...ground }
}

type Verdict = Omit<Aspect, keyof Ground>

function spoken(name: string, one: string | null, other: string | null): Verdict {
  if (one === null || other === null) return { aspect: name, verdict: 'SILENT', one, other }
  return held(name, one, other, one === other)
}

function held(name: string, one: string | null, other: string | null, same: boolean): Verdict {
  return { aspect: name, verdict: same ? 'SAME' : 'DIFFERENT', one, other }
}

const unsaid: Ground = { basis: null, reason: null }

/** What is known on several grounds is known as well as on the weakest; each reason is given once. */
function together(grounds: readonly Ground[]): Ground {
  const reasons = new Set(grounds.flatMap(({ reason }) => reason ?? []))
  const bases = grounds.flatMap(({ basis }) => basis ?? [])
  return {
    basis: bases.reduce<Basis | null>((weakest, basis) => weakerBasis(weakest ?? basis, basis), null),
    reason: reasons.size === 0 ? null : [...reasons].join(' '),
  }
}
