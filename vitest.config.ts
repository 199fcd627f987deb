import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // The files share modules and no state: each makes a database of its own. Isolation doubled the time.
    isolate: false,
  },
})
