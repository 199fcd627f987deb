import type { DossierContext } from './context.ts'

/** What no statement refers to has no evidence in the article. To be called when all else is resolved. */
export function reportUnused({ catalogue, dossier, keys, root, slips }: DossierContext): void {
  for (const { key, entry, shared } of catalogue.claims.values()) {
    if (!shared && !keys.claims.isUsed(key)) {
      slips.add(entry.key, 'no statement takes a stance on this claim', { words: key, isOpen: true })
    }
  }
  for (const { key, entry, shared } of catalogue.referents.values()) {
    if (!shared && !keys.referents.isUsed(key)) {
      slips.add(entry.key, 'no statement or figure refers to this referent', { words: key, isOpen: true })
    }
  }
  const mentions = Object.values(dossier.statements ?? {}).flatMap(({ figures = [] }) => figures)
  const mentioned = new Set(
    mentions.flatMap(({ figure }) => {
      if (figure === undefined) return []
      return (keys.figures.has(figure) ? figure : keys.figures.nearest(figure)) ?? []
    }),
  )
  for (const key of Object.keys(dossier.figures ?? {})) {
    if (!mentioned.has(key)) {
      slips.add(root.in('figures', key).key, 'no statement mentions this figure', { words: key, isOpen: true })
    }
  }
}
