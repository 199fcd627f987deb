import type { DossierContext } from './context.ts'

/** The notes about the document, and about agents, claims and referents, which documents share. */
export function resolveGeneralNotes({ document, dossier, root, keys, notes, problems }: DossierContext): void {
  notes.add('documents', document, dossier.document.note)
  for (const [index, { about, text }] of (dossier.notes ?? []).entries()) {
    const place = root.at('notes', index, 'about')
    const tables = (['agents', 'claims', 'referents'] as const).filter(table => keys[table].has(about))
    const [table, ...others] = tables
    if (table === undefined) {
      const suggestion = keys.agents.nearest(about) ?? keys.claims.nearest(about) ?? keys.referents.nearest(about)
      problems.add(place, 'there is no agent, claim or referent with this key', { words: about, suggestion })
    } else if (others.length > 0) {
      problems.add(place, 'more than one thing has this key: rename one of them', { words: about })
    } else if (!keys[table].isUsed(about)) {
      problems.add(place, 'nothing in this dossier refers to it', { words: about })
    } else {
      notes.add(table, about, text)
    }
  }
}
