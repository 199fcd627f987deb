/** A rule by which Dixit reads by itself. Whoever changes what it reads counts its version up. */
export interface Rule {
  readonly name: string
  readonly version: string
  readonly meaning: string
}

/** The public name of a rule in its version: what it read leads there. */
export function ruleSlug({ name, version }: Rule): string {
  return `${name}-${version}`
}

/** Of figures that one is set in tension with, those that it could as well be compared with, so that no side is chosen. */
export const equalComparisons: Rule = {
  name: 'equal-comparisons',
  version: '1',
  meaning:
    'Where a curator sets two figures of a document in tension, the first is compared with every other figure that counts the same ' +
    'unit and referent, agrees with it under each condition under which those two agree and under at least one, and differs under none.',
}
