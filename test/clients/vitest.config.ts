import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Clients that nobody here wrote: `npm run test:clients`. They are no part of `npm test`: they have packages of their own.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  ssr: { resolve: { conditions: ['node', 'import', 'module-sync'] } },
  test: {
    include: ['test/clients/**/*.client.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    isolate: false,
    maxWorkers: 1,
  },
})
