import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { documentation } from './build/documentation.ts'
import { trustedDocuments } from './build/trustedDocuments.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  // Files name each other by where they stand: the server may stand in a folder of another site.
  base: './',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [trustedDocuments(), documentation(here('../../docs'), here('../../README.md')), compressed()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files: the page's policy lets none stand in a style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The explorer, and the pages of the desk, which another server has: dixit review --serve, dixit settle --serve.
    rolldownOptions: {
      input: [here('index.html'), here('desk.html'), here('settle.html')],
      checks: { pluginTimings: false },
    },
  },
})
