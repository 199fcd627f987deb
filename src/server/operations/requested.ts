import { isRecord } from '../../model/isRecord.ts'
import { sha256 } from '../../model/text.ts'
import { nestsBeyond } from '../jsonNesting.ts'
import { tooDeep, variablesDepthCap } from '../refusals.ts'
import { namedDocument, persistedHash } from '../trustedDocuments.ts'
import type { Operation } from './operation.ts'

/** What a request asks: an operation by its text, or by the id of a document. */
export interface AskedOf extends Pick<Operation, 'operationName' | 'variables'> {
  readonly query: string | undefined
  readonly documentId: string | null
}

const parameters: ReadonlySet<string> = new Set(['query', 'variables', 'operationName', 'extensions', 'documentId'])

/**
 * What the body of a POST asks; null where it is to be explained why that cannot be answered.
 *
 * @throws SyntaxError if it is no JSON; GraphQLError VARIABLES_TOO_DEEP
 */
export function readBody(body: Buffer): AskedOf | null {
  // The variables are one level down.
  if (nestsBeyond(body, variablesDepthCap + 1)) throw tooDeep()
  return asked(JSON.parse(body.toString()))
}

/**
 * What the query string of a GET asks; null where it is to be explained why that cannot be answered.
 *
 * @throws SyntaxError if its variables or extensions are no JSON
 */
export function readUrl(url: string): AskedOf | null {
  const given = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  if (nestsBeyond(Buffer.from(given.get('variables') ?? ''), variablesDepthCap)) return null
  const json = (name: string): unknown => {
    const text = given.get(name)
    return text ? JSON.parse(text) : undefined
  }
  return asked({
    query: given.get('query') || undefined,
    operationName: given.get('operationName') || undefined,
    documentId: given.get('documentId') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

function asked(given: unknown): AskedOf | null {
  if (!isRecord(given) || !Object.keys(given).every(name => parameters.has(name))) return null
  const { query, operationName, documentId } = given
  const variables = given.variables ?? {}
  const extensions = given.extensions ?? {}
  if (!isRecord(variables) || !isRecord(extensions)) return null
  if (extensions.cost === true) return null
  const hash = persistedHash(extensions)
  if (typeof query === 'string' && hash !== null && hash !== sha256(query)) return null
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null
  if (query !== undefined && query !== null && typeof query !== 'string') return null
  return {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    variables,
    documentId: namedDocument(extensions, documentId),
  }
}
