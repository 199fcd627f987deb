import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'

/** Where the numbers and quotation marks stand that the curator left out on purpose. */
export function resolveSetAside({ dossier, root, anchor }: Context): Span[] {
  return (dossier.setAside ?? []).flatMap(({ words }, index) => {
    return anchor.anywhere(words, root.in('setAside', index, 'words')) ?? []
  })
}
