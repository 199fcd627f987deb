import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The pages in a real browser: `npm run test:web`. They are no part of `npm test`, which needs npm alone.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  ssr: { resolve: { conditions: ['node', 'import', 'module-sync'] } },
  test: {
    include: ['test/browser/**/*.web.ts'],
    setupFiles: ['test/support/compileCache.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    isolate: false,
    maxWorkers: 1,
  },
})
