import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

// What deploy/ brings up, brought up: `npm run test:deploy`. One at a time, as they are measured.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/deploy/**/*.deploy.ts'],
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})
