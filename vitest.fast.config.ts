import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import { slowTests } from './test/slow.ts'
import base from './vitest.config.ts'

/** `npm run test:fast`, for the change at hand: all but the tests that take seconds each. */
export default mergeConfig(
  base,
  defineConfig({ test: { exclude: [...configDefaults.exclude, ...(base.test?.exclude ?? []), ...slowTests] } }),
)
