import { basename, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { isOperation } from '../documents/operation.ts'
import { views } from '../pages.ts'

/** Where the build says what the server has to know: the paths of the views, and the documents, id to text. */
const manifest = 'explorer.json'

/**
 * Runs the modules in `documents/` while the page is built, so that the browser gets their operations as texts with
 * ids, and no parser; and lists them for the server, which answers to the ids.
 */
export function trustedDocuments(): Plugin {
  const documents = new Map<string, string>()
  return {
    name: 'dixit:trusted-documents',
    async load(id) {
      if (basename(dirname(id)) !== 'documents' || /(graphql|operation)\.ts$/.test(id)) return null
      const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href)
      const lines = Object.entries(module).flatMap(([name, value]) => {
        if (!isOperation(value)) return []
        documents.set(value.id, value.text)
        return [`export const ${name} = ${JSON.stringify({ id: value.id, text: value.text })}`]
      })
      return { code: lines.join('\n'), moduleType: 'js' }
    },
    generateBundle() {
      const source = JSON.stringify({ pages: Object.keys(views), documents: Object.fromEntries(documents) })
      this.emitFile({ type: 'asset', fileName: manifest, source })
    },
  }
}
