import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

// The long form of the tests that cause faults on purpose: `npm run test:faults`.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/faults/**/*.test.ts'],
    env: { DIXIT_FAULTS: '200' },
    disableConsoleIntercept: true,
  },
})
