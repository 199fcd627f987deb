import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

const { DIXIT_FAULTS = '200', DIXIT_LOAD_SECONDS = '1800' } = process.env

// The long form of the tests that cause faults on purpose: `npm run test:faults`. Its two measures can be set to others.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/faults/**/*.test.ts'],
    env: { DIXIT_FAULTS, DIXIT_LOAD_SECONDS },
    disableConsoleIntercept: true,
  },
})
