import type { Provenance } from '../../model/records/fields.ts'
import type { Basis, TimeBasis } from '../../model/vocabulary.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'

interface GroundEntry {
  readonly basis?: Basis | null | undefined
  readonly reason?: string | undefined
  readonly rule?: string | undefined
}

/** On what ground an entry stands: what a reason or a rule makes of it, or nothing where it says that nobody has said. */
export function provenanceIn(
  { basis, reason, rule }: GroundEntry,
  entry: YamlEntry,
  context: DossierContext,
): Provenance {
  const known = context.keys.rules.check(rule, entry.at('rule')) ?? undefined
  if (reason !== undefined && rule !== undefined) {
    context.problems.add(
      entry.at('rule'),
      'a reason means that a person concluded it, a rule that a machine did: give only one',
    )
  }
  const held = checkBasis(basis, basisOf({ reason, rule }), entry, context)
  return { basis: held, reason, rule: known }
}

/** The basis that a reason or a rule makes. */
function basisOf({ reason, rule }: Pick<GroundEntry, 'reason' | 'rule'>): Basis {
  if (rule !== undefined) return 'AUTOMATIC'
  return reason === undefined ? 'STATED' : 'INFERRED'
}

/** The basis of a time that says none. */
export function timeBasisOf({
  edtf,
  ...ground
}: Pick<GroundEntry, 'reason' | 'rule'> & { readonly edtf?: string | null | undefined }): TimeBasis {
  return edtf == null ? 'UNRESOLVED' : basisOf(ground)
}

/** The same of a part of an entry that has one rule for all of its parts. */
export function partGround(
  { basis, reason }: GroundEntry,
  rule: string | undefined,
  entry: YamlEntry,
  context: DossierContext,
): Pick<Provenance, 'basis' | 'reason'> {
  const follows = basis === 'AUTOMATIC' && rule !== undefined ? basis : reason === undefined ? 'STATED' : 'INFERRED'
  return { basis: checkBasis(basis, follows, entry, context), reason }
}

function checkBasis(
  basis: Basis | null | undefined,
  follows: Basis,
  entry: YamlEntry,
  { problems }: DossierContext,
): Basis | undefined {
  if (basis === null && follows === 'STATED') return undefined
  if (basis !== undefined && basis !== follows) {
    const message =
      basis === 'INFERRED'
        ? 'INFERRED needs a reason'
        : basis === 'AUTOMATIC'
          ? 'AUTOMATIC needs a rule'
          : `with its reason or rule this is ${follows}`
    problems.add(entry.at('basis'), message, { words: String(basis), suggestion: follows })
  }
  return follows
}
