import type { Span } from '../../model/span.ts'
import type { DossierContext } from './context.ts'

/** Where the numbers and quotation marks stand that the curator left out on purpose. */
export function resolveSetAside({ dossier, root, anchor }: DossierContext): Span[] {
  return (dossier.setAside ?? []).flatMap(({ words }, index) => {
    return anchor.anywhere(words, root.in('setAside', index, 'words')) ?? []
  })
}
