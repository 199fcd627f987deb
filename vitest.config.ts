import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As Node itself resolves packages: otherwise the tests would get another copy of graphql than the code does.
  ssr: { resolve: { conditions: ['node', 'import', 'module-sync'] } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/compileCache.ts', 'test/support/draws.ts'],
    // Generous, so that no test fails by the clock on a slow or busy machine.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // The files share modules and no state: each makes a database of its own. Isolation doubled the time.
    isolate: false,
    // One worker a core: vitest's own choice leaves a core of two idle, which made the suite almost twice as long.
    maxWorkers: '100%',
  },
})
