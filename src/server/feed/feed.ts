import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { conjoined } from '../../model/conjoined.ts'
import { isRecord } from '../../model/isRecord.ts'
import type { Attribution, Basis, Polarity, StatementCertainty, Voice } from '../../model/vocabulary.ts'
import { howTold, isBySpeakers, type Named, weakerBasis, whoSaid } from '../../model/whoSaid.ts'
import { accountsAsked } from '../accountsAsked.ts'
import { tagHeld, tagOf } from '../compression.ts'
import type { Core } from '../core.ts'
import { revalidate } from '../entityTags.ts'
import { requestId } from '../observe/requestRecord.ts'
import type { Client } from '../operations/operation.ts'
import { refusalOf, refusing } from '../refusal.ts'
import { repeatedParameter } from '../repeatedParameter.ts'
import { type AtomEntry, writeAtom } from './atom.ts'

/** The path of feeds: the newest statements that meet a filter, for feed readers. */
export const feedPath = '/feed'

/** The question that every feed asks. */
const query = `query Feed($filter: StatementFilter) {
  graph { importedAt }
  statements(filter: $filter, order: { by: IMPORTED, direction: DESC }, first: 50) {
    nodes {
      uri text importedAt quotation
      ...Voiced
      ${accountsAsked('...Voiced')}
      document { title url published authors publisher { name } }
    }
  }
}
fragment Voiced on Statement {
  voice speakerBasis channelBasis speakers(first: 10) { nodes { name } } channel { label basis } source { exact }
  attribution cue { exact } polarity certainty stances(filter: { manner: [CONCEDED] }, first: 0) { totalCount }
}`

interface Voiced {
  readonly voice: Voice
  readonly speakerBasis: Basis
  readonly channelBasis: Basis | null
  readonly speakers: { readonly nodes: readonly { readonly name: string }[] }
  readonly channel: { readonly label: string; readonly basis: Basis | null } | null
  readonly source: { readonly exact: string } | null
  readonly attribution: Attribution | null
  readonly cue: { readonly exact: string } | null
  readonly polarity: Polarity | null
  readonly certainty: StatementCertainty | null
  readonly stances: { readonly totalCount: number }
  readonly reportedIn?: Voiced | null
}

interface Statement extends Voiced {
  readonly uri: string
  readonly text: string
  readonly importedAt: string | null
  readonly quotation: string | null
  readonly document: {
    readonly title: string | null
    readonly url: string | null
    readonly published: string | null
    readonly authors: readonly string[]
    readonly publisher: { readonly name: string } | null
  }
}

interface Answered {
  readonly extensions?: { readonly notes?: readonly { readonly message: string }[] }
  readonly data: {
    readonly graph: { readonly importedAt: string | null }
    readonly statements: { readonly nodes: readonly Statement[] }
  }
}

/** Before anything was recorded. */
const never = '1970-01-01T00:00:00Z'

/** Answers `/feed?filter={…}&title=…` with the newest statements that meet the filter, as Atom. */
export function useFeed(
  { known, runner, tags }: Pick<Core, 'known' | 'runner' | 'tags'>,
  baseUrlOf: (request: Request) => string,
  clientOf: (context: object) => Client,
): Plugin {
  return {
    async onRequest({ request, url, endResponse, serverContext, fetchAPI: { Response } }) {
      if (url.pathname !== feedPath) return
      const refuse = refusing(endResponse, Response)
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET to read a feed.', { allow: 'GET, HEAD' })
        return
      }
      const stamp = tags.stampOf('application/atom+xml', request.url)
      const held = tagHeld(request.headers.get('if-none-match'), stamp)
      if (held !== null) {
        endResponse(new Response(null, { status: 304, headers: { etag: held, 'cache-control': revalidate } }))
        return
      }
      const repeated = repeatedParameter(url.searchParams)
      if (repeated !== null) {
        refuse(400, 'BAD_ARGUMENT', repeated)
        return
      }
      const filter = readFilter(url.searchParams.get('filter'))
      if (filter === undefined) {
        refuse(400, 'BAD_FILTER', 'filter is not a JSON object, such as {"speaker": "mark-green"}.')
        return
      }
      const baseUrl = baseUrlOf(request)
      const operation = { query, operationName: 'Feed', variables: { filter }, baseUrl, ...requestId() }
      try {
        const runnable = known.find(operation)
        if (runnable.kind !== 'runnable') throw runnable.errors[0]
        const answer = await runner.run(runnable, operation, clientOf(serverContext), request.signal)
        const [error] = answer.errors
        if (error) throw new GraphQLError(error.message, { extensions: error.extensions ?? null })
        const title = url.searchParams.get('title')
        const body = feedOf(JSON.parse(answer.json), `${baseUrl}${url.pathname}${url.search}`, baseUrl, title)
        endResponse(
          new Response(body, {
            headers: {
              'content-type': 'application/atom+xml; charset=utf-8',
              'cache-control': revalidate,
              etag: tagOf(stamp, null),
            },
          }),
        )
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error
        const { status, code } = refusalOf(error)
        refuse(status, code, error.message)
      }
    },
  }
}

/** The filter; null if there is none, undefined if it cannot be read. */
function readFilter(text: string | null): object | null | undefined {
  if (text === null || text === '') return null
  try {
    const filter: unknown = JSON.parse(text)
    return isRecord(filter) ? filter : undefined
  } catch {
    return undefined
  }
}

function feedOf(
  { data: { graph, statements }, extensions }: Answered,
  id: string,
  baseUrl: string,
  title: string | null,
): string {
  const entries = statements.nodes.map(statement => entryOf(statement, graph.importedAt ?? never))
  return writeAtom({
    id,
    title: title ?? 'New statements in Dixit',
    subtitle: extensions?.notes?.map(({ message }) => message).join(' ') ?? null,
    updated:
      entries
        .map(({ updated }) => updated)
        .toSorted()
        .at(-1) ??
      graph.importedAt ??
      never,
    alternate: `${baseUrl}/`,
    entries,
  })
}

/**
 * A statement as an entry. Quotation marks are put around what is quoted word for word alone, and only such words are by
 * their speakers; all others are by who wrote the document or, where nobody is named, by who published it.
 */
function entryOf(statement: Statement, otherwise: string): AtomEntry {
  const { uri, text, importedAt, quotation, document } = statement
  const source = document.publisher?.name ?? document.title ?? 'the document'
  const saying = { ...named(statement), document: source, accounts: accountsOf(statement) }
  const isDirect = quotation === 'DIRECT'
  const words = isDirect ? `“${text}”` : text
  const told = `${whoSaid(saying)}${howTold(saying, isDirect)}`
  const wroteIt = document.authors.length > 0 ? document.authors : [source]
  const byline = document.authors.length > 0 ? `by ${conjoined(document.authors)}` : null
  const place = [document.title, byline, document.publisher?.name, document.published].filter(each => each != null)
  return {
    id: uri,
    title: `${told}: ${shortened(words)}`,
    updated: importedAt ?? otherwise,
    authors: isBySpeakers(saying, isDirect) ? saying.speakers : wroteIt,
    text: `${words}\n\n${place.join(', ')}`,
    via: document.url,
  }
}

function named(saying: Voiced): Named {
  const { voice, speakerBasis, channelBasis, speakers, channel, source, attribution, cue, polarity, certainty } = saying
  return {
    voice,
    speakerBasis,
    channelBasis: weakerBasis(channelBasis, channel?.basis ?? null),
    speakers: speakers.nodes.map(({ name }) => name),
    channel: channel?.label ?? null,
    source: source?.exact ?? null,
    attribution,
    cue: cue?.exact ?? null,
    polarity,
    certainty,
    concessions: saying.stances.totalCount,
  }
}

/** By whose account it is, the nearest first. */
function accountsOf({ reportedIn = null }: Voiced): Named[] {
  return reportedIn === null ? [] : [named(reportedIn), ...accountsOf(reportedIn)]
}

function shortened(text: string): string {
  const points = [...text]
  return points.length <= 120 ? text : `${points.slice(0, 119).join('').trimEnd()}…`
}
