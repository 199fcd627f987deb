import { type DocumentNode, Kind, type SelectionNode } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { sha256 } from '../model/text.ts'
import { readExamples } from './examples.ts'
import { refusal } from './refusals.ts'

const badRequest = { status: 400, spec: true }

/**
 * Answers to the id of a trusted document instead of its text: `documentId` is the SHA-256 of the text, with or without
 * "sha256:" before it, or the name of the example's file; `extensions.persistedQuery.sha256Hash` is the SHA-256.
 *
 * With `only`, no other document is run but introspection.
 */
export function useTrustedDocuments({ only }: { readonly only: boolean }): Plugin {
  const queries = new Map<string, string>()
  for (const { name, query } of readExamples()) {
    queries.set(name, query)
    queries.set(name.replace('.graphql', ''), query)
    queries.set(sha256(query), query)
  }

  return {
    onParams({ params, request, setParams }) {
      const id = documentId(params, request)
      if (params.query !== undefined && params.query !== null) return
      if (id === null) return
      const query = queries.get(id.replace(/^sha256:/, ''))
      if (query === undefined) {
        throw refusal(
          'PERSISTED_QUERY_NOT_FOUND',
          `PersistedQueryNotFound: “${id}” is no document of this server. Its documents are the files in examples/.`,
          badRequest,
        )
      }
      const { operationName, variables, extensions } = params
      setParams({
        query,
        ...(operationName === undefined ? {} : { operationName }),
        ...(variables === undefined ? {} : { variables }),
        ...(extensions === undefined ? {} : { extensions }),
      })
    },
    onValidate({ context, params: { documentAST } }) {
      const text = context.params.query ?? ''
      if (!only || queries.has(sha256(text)) || isIntrospection(documentAST)) return
      throw refusal(
        'UNTRUSTED_DOCUMENT',
        'This server answers its worked examples alone (TRUSTED_ONLY): ask for one by documentId.',
        { status: 403, spec: false },
      )
    },
  }
}

function documentId(params: GraphQLParams & { documentId?: unknown }, request: Request): string | null {
  const persisted: unknown = params.extensions?.persistedQuery
  const hash = typeof persisted === 'object' && persisted !== null && 'sha256Hash' in persisted && persisted.sha256Hash
  if (typeof hash === 'string') return hash
  const inUrl = request.method === 'GET' ? new URL(request.url).searchParams.get('documentId') : null
  return typeof params.documentId === 'string' ? params.documentId : inUrl
}

/** Whether all that an operation asks about is the schema. */
function isIntrospection({ definitions }: DocumentNode): boolean {
  const isMeta = (selection: SelectionNode) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__')
  return definitions.every(
    definition =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections.every(isMeta)),
  )
}
