import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { type Explorer, readExplorer } from '../../src/server/explorer.ts'
import { temporaryFolder } from './graph.ts'

/** Builds the explorer into a folder of its own, as `npm run build` does. */
export async function builtExplorer(basePath = ''): Promise<Explorer> {
  const folder = temporaryFolder()
  const configFile = fileURLToPath(new URL('../../src/web/vite.config.ts', import.meta.url))
  await build({ configFile, configLoader: 'native', build: { outDir: folder } })
  const explorer = readExplorer(basePath, folder)
  if (explorer === null) throw new Error('the build left no explorer')
  return explorer
}
