import type { DossierContext } from './context.ts'

/** The notes about the document, and about agents, claims and referents, which documents share. */
export function resolveGeneralNotes({ document, dossier, root, keys, notes, problems, slips }: DossierContext): void {
  notes.add('document', document, dossier.document.note)
  for (const [index, { about, type, text, slug }] of (dossier.notes ?? []).entries()) {
    const place = root.at('notes', index, 'about')
    if (type !== undefined) {
      notes.add(type, about, text, slug)
      continue
    }
    const kinds = (['agent', 'claim', 'referent'] as const).filter(kind => keys[`${kind}s`].has(about))
    const [kind, ...others] = kinds
    if (kind === undefined) {
      const suggestion = keys.agents.nearest(about) ?? keys.claims.nearest(about) ?? keys.referents.nearest(about)
      problems.add(place, 'there is no agent, claim or referent with this key', { words: about, suggestion })
    } else if (others.length > 0) {
      problems.add(place, 'more than one thing has this key: rename one of them', { words: about })
    } else {
      if (!keys[`${kind}s`].isUsed(about)) {
        slips.add(place, 'nothing in this dossier refers to it', { words: about })
      }
      notes.add(kind, about, text, slug)
    }
  }
}
