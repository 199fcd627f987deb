import type { useMonaco } from '@graphiql/react'
import { namesIn } from './ask.ts'
import { type SlugList, told } from './told.ts'

type Store = Parameters<Parameters<typeof useMonaco>[0]>[0]
type Monaco = NonNullable<Store['monaco']>

/** The text that is being written at the end of a query, and where it names what. */
export function slugAt(before: string): { readonly typed: string; readonly list: SlugList } | null {
  const { field = '', typed = '' } =
    /(?<field>\w+)\s*:\s*\[?(?:\s*"[^"\n]*",?)*\s*"(?<typed>[^"\n]*)$/.exec(before)?.groups ?? {}
  // A slug names what the field before its brackets is of.
  const holder = /(\w+)\s*\(\s*(?:[^()]*,\s*)?slug\s*:\s*"[^"\n]*$/.exec(before)?.[1] ?? ''
  const list = told.slugs[field === 'slug' ? holder : field === 'speakers' ? 'speaker' : field]
  return list ? { typed, list } : null
}

/** Completes the slugs of what the graph has between the quotation marks of a query. */
export function completeSlugs(monaco: Monaco) {
  return monaco.languages.registerCompletionItemProvider('graphql', {
    triggerCharacters: ['"', '-'],
    async provideCompletionItems(model, position) {
      const before = model.getValueInRange({
        startLineNumber: Math.max(1, position.lineNumber - 5),
        startColumn: 1,
        endLineNumber: position.lineNumber,
        endColumn: position.column,
      })
      const at = slugAt(before)
      if (at === null) return { suggestions: [] }
      const { nodes } = await namesIn(at.list, at.typed)
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: position.column - at.typed.length,
        endColumn: position.column,
      }
      return {
        incomplete: true,
        suggestions: nodes.map(({ slug, label }) => ({
          label: { label: slug, description: label ?? '' },
          filterText: `${at.typed}${slug}`,
          insertText: slug,
          kind: monaco.languages.CompletionItemKind.Value,
          range,
        })),
      }
    },
  })
}
