import { context } from '../../export/linked/context.ts'
import { vocabularyTurtle } from './vocabulary.ts'

/** What explains the linked data that leaves: served below /ns, and committed in docs/linked. */
export const publications = {
  'context.jsonld': {
    type: 'application/ld+json',
    make: () => `${JSON.stringify({ '@context': context }, null, 2)}\n`,
  },
  'vocabulary.ttl': { type: 'text/turtle; charset=utf-8', make: vocabularyTurtle },
} as const
