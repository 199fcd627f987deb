import type { ActorParts, actorNetwork, claimNetwork } from '../documents/network.ts'
import { counted } from '../marks/names.ts'

/** How many stances a tie rests on, in whose words they are, and how many were concluded. */
export interface Grounds {
  readonly stances: number
  readonly paraphrased: number
  readonly concluded: number
}

interface End {
  readonly slug: string
  readonly name: string
}

/** A tie, between two speakers, or a speaker and a claim. */
export interface Edge extends Grounds {
  readonly key: string
  readonly from: End
  readonly to: End
  readonly weight: number
  readonly isToClaim: boolean
}

/** A network of either kind, as it is drawn and listed. */
export interface Graph {
  readonly actors: readonly ActorParts[]
  /** Null where speakers are tied to each other. */
  readonly claims:
    | readonly { readonly claim: { readonly slug: string; readonly text: string }; readonly stances: number }[]
    | null
  readonly edges: readonly Edge[]
  readonly edgeCount: number
  readonly stances: number
  readonly notes: readonly string[]
  readonly formula: string
  readonly modularity: number
}

type OfActors = ReturnType<NonNullable<(typeof actorNetwork)['types']>>['discourseNetwork']
type OfClaims = ReturnType<NonNullable<(typeof claimNetwork)['types']>>['affiliationNetwork']

export function graphOfActors({ edges, ...network }: OfActors): Graph {
  return {
    ...network,
    claims: null,
    edges: edges.map(({ from, to, ...rest }) => ({
      key: `${from.slug}~${to.slug}`,
      from,
      to,
      ...rest,
      isToClaim: false,
    })),
  }
}

export function graphOfClaims({ edges, ...network }: OfClaims): Graph {
  return {
    ...network,
    edges: edges.map(({ from, to, ...rest }) => ({
      key: `${from.slug}~${to.slug}`,
      from,
      to: { slug: to.slug, name: to.text },
      ...rest,
      isToClaim: true,
    })),
  }
}

/** A weight in digits: whole, or with two decimals. */
export function weightText(weight: number): string {
  return Number.isInteger(weight) ? String(weight) : weight.toFixed(2)
}

/** "3 stances, 2 in a reporter's words, 1 concluded". */
export function groundsText({ stances, paraphrased, concluded }: Grounds): string {
  return [
    counted(stances, 'stance'),
    ...(paraphrased === 0 ? [] : [`${paraphrased} in a reporter’s words`]),
    ...(concluded === 0 ? [] : [`${concluded} concluded`]),
  ].join(', ')
}
