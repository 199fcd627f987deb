import { type DocumentNode, Kind, type SelectionNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { isRecord } from '../model/isRecord.ts'
import { sha256 } from '../model/text.ts'
import { readExamples } from './examples.ts'
import { refusal } from './refusals.ts'

const badRequest = { status: 400, spec: true }

/**
 * The trusted documents: `documentId` is the SHA-256 of the text, with or without "sha256:" before it, or the name of the
 * example's file; `extensions.persistedQuery.sha256Hash` is the SHA-256.
 */
export class TrustedDocuments {
  readonly #pages: () => Readonly<Record<string, string>>
  #queries: Map<string, string> | undefined
  /** The documents of the explorer that are among the queries. */
  #added: Readonly<Record<string, string>> | undefined
  #names: ReadonlyMap<string, string> | undefined

  /**
   * `pages` are those of the explorer, by their ids, as it was built last; those of a build before stay, for pages that are open.
   * The worked examples come by themselves.
   */
  constructor(pages: () => Readonly<Record<string, string>>) {
    this.#pages = pages
  }

  /** The text of the document with that id; undefined if there is none. */
  queryOf(id: string): string | undefined {
    this.#queries ??= new Map(readQueries())
    const hash = id.replace(/^sha256:/, '')
    if (!this.#queries.has(hash)) this.#addPages(this.#queries)
    return this.#queries.get(hash)
  }

  #addPages(queries: Map<string, string>): void {
    const pages = this.#pages()
    if (pages === this.#added) return
    this.#added = pages
    for (const [id, text] of Object.entries(pages)) queries.set(id, text)
  }

  /** The name of the document with that text; null if there is none. */
  nameOf(query: string): string | null {
    this.#names ??= new Map(readExamples().map(example => [example.query, example.name.replace('.graphql', '')]))
    return this.#names.get(query) ?? null
  }

  has(query: string): boolean {
    return this.queryOf(sha256(query)) !== undefined
  }
}

function readQueries(): [id: string, query: string][] {
  return readExamples().flatMap(({ name, query }) =>
    [name, name.replace('.graphql', ''), sha256(query)].map((id): [string, string] => [id, query]),
  )
}

/** The hash by which a client hopes that its text is remembered (automatic persisted queries); null if there is none. */
export function persistedHash(extensions: unknown): string | null {
  const persisted = isRecord(extensions) ? extensions.persistedQuery : null
  return isRecord(persisted) && typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : null
}

/** The id of a document that a request names instead of its text; null if it names none. */
export function namedDocument(extensions: unknown, documentId: unknown): string | null {
  const hash = persistedHash(extensions)
  if (hash !== null) return hash
  return typeof documentId === 'string' ? documentId : null
}

/** Answers to the id of a trusted document instead of its text. With `only`, no other document is run but introspection. */
export function useTrustedDocuments(trusted: TrustedDocuments, { only }: { readonly only: boolean }): Plugin {
  return {
    onParams({ params, request, setParams }) {
      const hash = persistedHash(params.extensions)
      if (params.query !== undefined && params.query !== null) {
        if (hash === null || hash === sha256(params.query)) return
        throw refusal(
          'PERSISTED_QUERY_MISMATCH',
          'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query.',
          badRequest,
        )
      }
      const inUrl = request.method === 'GET' ? new URL(request.url).searchParams.get('documentId') : null
      const id = namedDocument(params.extensions, 'documentId' in params ? params.documentId : inUrl)
      if (id === null) return
      const query = trusted.queryOf(id)
      if (query === undefined && hash !== null) {
        // Apollo's words, by which clients give up hashes and send texts.
        throw refusal('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported', badRequest)
      }
      if (query === undefined) {
        throw refusal(
          'PERSISTED_QUERY_NOT_FOUND',
          `PersistedQueryNotFound: “${id}” is not a document of this server. Its documents are the files in examples/.`,
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
      if (!only || trusted.has(text) || isIntrospection(documentAST)) return
      throw refusal(
        'UNTRUSTED_DOCUMENT',
        'This server answers only its worked examples (TRUSTED_ONLY): request one by documentId.',
        { status: 403, spec: false },
      )
    },
  }
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
