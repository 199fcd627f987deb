import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import { slowFiles } from './test/fastLane.ts'
import base from './vitest.config.ts'

/** `npm run test:fast`, for the change at hand: as many tests as go into half a minute. */
export default mergeConfig(
  base,
  defineConfig({ test: { exclude: [...configDefaults.exclude, ...(base.test?.exclude ?? []), ...slowFiles()] } }),
)
