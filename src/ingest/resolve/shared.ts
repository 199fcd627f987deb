import type { CoderRecord, DatasetRecord, RuleRecord } from '../../model/records/dataset.ts'
import type { ClaimRecord, ReferentRecord } from '../../model/records/statement.ts'
import type { DossierContext } from './context.ts'

/** The datasets that the dossier names, the document's own first. */
export function resolveDatasets({ dossier, root, keys }: DossierContext): DatasetRecord[] {
  const own = keys.datasets.check(dossier.document.dataset, root.at('document', 'dataset'))
  return Object.entries(dossier.datasets ?? {})
    .toSorted(([a], [b]) => Number(b === own) - Number(a === own))
    .map(([slug, { name, licence, version, url, language }]) => ({
      ...{ type: 'dataset', slug, name, licence, version, url, language },
    }))
}

export function resolveRules({ dossier }: DossierContext): RuleRecord[] {
  return Object.entries(dossier.rules ?? {}).map(([slug, rule]) => ({ type: 'rule', slug, ...rule }))
}

export function resolveCoders(context: DossierContext): CoderRecord[] {
  return Object.entries(context.dossier.coders ?? {}).map(([slug, coder]) => {
    const { name, dataset } = typeof coder === 'string' ? { name: coder, dataset: undefined } : coder
    return { type: 'coder', slug, name, dataset: ownerOf(dataset, ['coders', slug], context) }
  })
}

/** The claims to which the dossier refers: to be called when all else is resolved. */
export function resolveClaims(context: DossierContext): ClaimRecord[] {
  const { catalogue, keys } = context
  const used = [...catalogue.claims.values()].filter(({ key }) => keys.claims.isUsed(key))
  return used.map(({ key: slug, value, shared }) => {
    const { text, dataset } = typeof value === 'string' ? { text: value, dataset: undefined } : value
    return { type: 'claim', slug, text, dataset: shared ? null : ownerOf(dataset, ['claims', slug], context) }
  })
}

/** The referents to which the dossier refers: to be called when all else is resolved. */
export function resolveReferents({ catalogue, keys }: DossierContext): ReferentRecord[] {
  return [...catalogue.referents.values()]
    .filter(({ key }) => keys.referents.isUsed(key))
    .map(({ key, value }) => ({ type: 'referent', slug: key, label: value }))
}

/** Whose an entry is: the document's dataset, if it says nothing. */
export function ownerOf(
  dataset: string | null | undefined,
  path: readonly PropertyKey[],
  { keys, root }: DossierContext,
): string | null | undefined {
  return dataset == null ? dataset : (keys.datasets.check(dataset, root.at(...path, 'dataset')) ?? undefined)
}
