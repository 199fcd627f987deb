import type { DocumentRecords } from '../documentRecords.ts'
import type { DossierContext } from './context.ts'

type TextRecords = Pick<DocumentRecords, 'claims' | 'referents'>

/** The claims and referents that the dossier refers to: to be called when all else is resolved. */
export function resolveClaimsAndReferents({ catalogue, keys }: DossierContext): TextRecords {
  const claims = [...catalogue.claims.values()].filter(({ key }) => keys.claims.isUsed(key))
  const referents = [...catalogue.referents.values()].filter(({ key }) => keys.referents.isUsed(key))
  return {
    claims: claims.map(({ key, value }) => ({ slug: key, text: value })),
    referents: referents.map(({ key, value }) => ({ slug: key, label: value })),
  }
}
