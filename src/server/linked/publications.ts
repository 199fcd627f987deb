import { readFileSync } from 'node:fs'
import { jsonLdContext } from '../../export/linked/context.ts'
import { vocabularyTurtle } from './vocabulary.ts'

/** What explains the linked data that leaves: served below /ns, and committed in docs/linked. The shapes are written by hand. */
export const publications = {
  'context.jsonld': {
    type: 'application/ld+json',
    make: () => `${JSON.stringify({ '@context': jsonLdContext }, null, 2)}\n`,
  },
  'vocabulary.ttl': { type: 'text/turtle', make: vocabularyTurtle },
  'shapes.ttl': {
    type: 'text/turtle',
    make: () => readFileSync(new URL('../../../docs/linked/shapes.ttl', import.meta.url), 'utf8'),
  },
} as const
