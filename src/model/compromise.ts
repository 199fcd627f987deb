import { createRequire } from 'node:module'

/** As an ES module or as CommonJS, by the conditions under which the process runs. */
type Library = typeof import('compromise/two')

/**
 * The library compromise, which knows English words and how verbs are conjugated: loaded when it is asked for, which takes a
 * third of a second. As CommonJS it is one file; to load its hundreds of ES modules takes half as long again.
 */
export function loadCompromise(): Library['default'] {
  const loaded: Library | Library['default'] = createRequire(import.meta.url)('compromise/two')
  return 'default' in loaded ? loaded.default : loaded
}
