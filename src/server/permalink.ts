import {
  type GraphQLField,
  GraphQLObjectType,
  getNamedType,
  getNullableType,
  graphql,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { isCitationForm } from '../export/citation/forms.ts'
import { readPermalink } from '../graph/permalink.ts'
import { schema } from '../graph/schema.ts'
import { didYouMean } from '../model/nearest.ts'
import { encodeId, permalinkRoot } from '../model/nodeNames.ts'
import type { Database } from '../store/engine/database.ts'
import { thingsLike } from '../store/query/thingsNamed.ts'
import { Reader } from '../store/reader.ts'
import { entityOfType } from '../store/schema/entities.ts'
import type { EntityTags } from './entityTags.ts'
import { errorBody } from './errors.ts'
import { type Explorer, explorerPage } from './explorer.ts'
import { answerOnce } from './linked/answerOnce.ts'
import { formAccepted, formIn, forms } from './linked/forms.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }

/** What permalinks are answered with. */
interface Answering {
  readonly database: Database
  readonly graphqlPath: string
  readonly baseUrlOf: (request: Request) => string
  readonly explorer: Explorer | null
  readonly tags: EntityTags
}

/**
 * Answers permalinks, `/id/TYPE/SLUG`, in the form that is accepted, or named behind a dot: a browser gets the page of the
 * explorer, what asks for JSON-LD, Turtle or N-Quads the node in that, what asks for BibTeX, RIS or CSL-JSON its citation, and everyone else 303 See Other to the API, with the
 * query for the node. Without an explorer a browser is sent to the API too, and gets GraphiQL.
 */
export function permalinks({ database, graphqlPath, baseUrlOf, explorer, tags }: Answering): Plugin {
  return {
    async onRequest({ request, url, endResponse, fetchAPI: { Response } }) {
      if (!url.pathname.startsWith(permalinkRoot)) return
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        const body = errorBody('METHOD_NOT_ALLOWED', 'Use GET to open a permalink.')
        endResponse(new Response(body, { status: 405, headers: { ...json, allow: 'GET, HEAD' } }))
        return
      }
      const asked = formIn(url.pathname)
      const form = asked.form ?? formAccepted(request.headers.get('accept'))
      const named = readPermalink(asked.path)
      const baseUrl = baseUrlOf(request)
      const type = named && nodeType(named.typename)
      const isThere = named !== null && type !== null && (await exists(database, baseUrl, named))
      if (explorer && form === 'html') {
        endResponse(explorerPage(explorer, request, isThere ? 200 : 404, Response))
        return
      }
      if (!named || !type || !isThere) {
        const message = named ? notThere(database, named) : 'This is no permalink.'
        endResponse(new Response(errorBody('NOT_FOUND', message), { status: 404, headers: { ...json } }))
        return
      }
      if (form === 'html' || form === 'json') {
        const query = new URLSearchParams({ query: queryOf(type, encodeId(named.typename, named.slug)) })
        endResponse(new Response(null, { status: 303, headers: { location: `${baseUrl}${graphqlPath}?${query}` } }))
        return
      }
      if (isCitationForm(form)) {
        const { citation } = await import('./citation.ts')
        const text = citation(database, named, form, `${baseUrl}${asked.path}`)
        const body =
          text ??
          errorBody('NOT_FOUND', `Only documents, statements and figures can be cited, not a ${named.typename}.`)
        endResponse(
          text === null
            ? new Response(body, { status: 404, headers: { ...json } })
            : answerOnce({ tags, request, type: forms[form], make: () => body }, Response),
        )
        return
      }
      // Loaded where it is asked for: the libraries of linked data take longer to load than all else here.
      const { linkedNode } = await import('./linked/linkedNode.ts')
      const make = () => linkedNode(database, named, { form, baseUrl })
      endResponse(answerOnce({ tags, request, type: forms[form], make }, Response))
    },
  }
}

/** Says that there is no such node, and which may be meant. */
function notThere(database: Database, { typename, slug }: { typename: string; slug: string }): string {
  const entity = entityOfType(typename)
  const meant = entity === undefined ? [] : thingsLike(database, entity, slug)
  // That slug names something of another type.
  const isOther = meant.some(thing => thing.slug === slug)
  const hint = didYouMean(isOther ? [] : meant.map(thing => thing.slug))
  return `There is no ${typename} “${slug}” in this graph.${hint}`
}

function nodeType(typename: string): GraphQLObjectType | null {
  const type = schema.getType(typename)
  return type instanceof GraphQLObjectType && isNode(type) ? type : null
}

function isNode(type: unknown): boolean {
  const isObjectOrInterface = type instanceof GraphQLObjectType || isInterfaceType(type)
  return isObjectOrInterface && type.getInterfaces().some(({ name }) => name === 'Node')
}

async function exists(database: Database, baseUrl: string, { typename, slug }: { typename: string; slug: string }) {
  const { data, errors } = await graphql({
    schema,
    source: 'query ($id: ID!) { node(id: $id) { id } }',
    variableValues: { id: encodeId(typename, slug) },
    contextValue: { read: new Reader(database), baseUrl },
  })
  if (errors?.[0]) throw errors[0]
  return Boolean(data?.node)
}

/** A query for the basic fields of a node: its own values, and the permalinks of the single nodes that it refers to. */
function queryOf(type: GraphQLObjectType, id: string): string {
  const fields = Object.values(type.getFields()).flatMap(field => {
    const { type: given, args, name } = field
    if (args.some(isRequiredArgument) || isWholeText(type, field)) return []
    if (isLeafType(getNamedType(given))) return [name]
    return isNode(getNullableType(given)) ? [`${name} { uri }`] : []
  })
  return [
    '{',
    `  node(id: ${JSON.stringify(id)}) {`,
    `    ... on ${type.name} {`,
    ...fields.map(field => `      ${field}`),
    '    }',
    '  }',
    '}',
    '',
  ].join('\n')
}

/** The text of a document is left to those who ask for it: it may be megabytes. */
function isWholeText(type: GraphQLObjectType, { name }: GraphQLField<unknown, unknown>): boolean {
  return type.name === 'Document' && name === 'text'
}
