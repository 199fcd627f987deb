import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { compressed } from '../web/build/compressed.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** GraphiQL calls what has no operation yet "<untitled>", and cannot be told otherwise. */
function newQuestion(): Plugin {
  return {
    name: 'dixit:new-question',
    transform(code, id) {
      if (!id.endsWith('@graphiql/react/dist/utility/tabs.js')) return null
      if (!code.includes('"<untitled>"')) throw new Error('GraphiQL names new tabs in another place')
      return { code: code.replace('"<untitled>"', '"New question"'), map: null }
    },
  }
}

export default defineConfig({
  root: here('.'),
  // Files name each other by where they stand: the server may stand in a folder of another site.
  base: './',
  publicDir: false,
  logLevel: 'error',
  plugins: [newQuestion(), compressed()],
  worker: { format: 'es' },
  build: {
    outDir: here('../../dist/graphiql'),
    emptyOutDir: true,
    target: 'es2022',
    assetsDir: 'graphiql-assets',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
