/**
 * PostGraphile 5 on a PostgreSQL with the same tables, indexes and rows, both on the servers' core. Lists and lookups are
 * its own; for what it has no words for by itself (Q5 to Q7) it has functions in SQL, as its users write them.
 */

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Contender } from './contender.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { end, freePort, serverCore, spawnOn } from './processes.ts'
import type { Parameters } from './questions.ts'
import { untilReached } from './reach.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const program = fileURLToPath(new URL('node_modules/postgraphile/dist/cli-run.js', import.meta.url))

/** The index of words and the functions that are exposed as fields. */
const functions = [
  `create index on statements using gin (to_tsvector('simple', text));`,
  `create function speakers_citing(above double precision) returns setof agents language sql stable as $$
    select a.* from agents a where a.kind = 'PERSON' and exists (
      select 1 from statements s join "figureMentions" m on m."statementId" = s.id join figures f on f.id = m."figureId"
      where s."speakerId" = a.id and f.value > above) order by a.name, a.id $$;`,
  'create type hit as (snippet text, slug text, speaker text);',
  `create function search_statements(query text) returns setof hit language sql stable as $$
    select ts_headline('simple', found.text, found.words, 'StartSel=[,StopSel=],MaxWords=32,MinWords=16'), found.slug, a.name
    from (
      select s.*, words from statements s, plainto_tsquery('simple', query) words
      where to_tsvector('simple', s.text) @@ words
      order by ts_rank(to_tsvector('simple', s.text), words) desc, s.id limit 10) found
    join agents a on a.id = found."speakerId" $$;`,
  'create type counted as (value text, count integer, share double precision);',
  `create function count_statements(speaker text) returns integer language sql stable as $$
    select count(*)::integer from statements where "speakerId" = (select id from agents where slug = speaker) $$;`,
  `create function count_cues(speaker text) returns setof counted language sql stable as $$
    select "cueWords", count(*)::integer, count(*)::double precision / sum(count(*)) over () from statements
    where "speakerId" = (select id from agents where slug = speaker)
    group by "cueWords" order by count(*) desc, "cueWords" limit 10 $$;`,
]

const queries: Readonly<Record<string, string>> = {
  Q1: `query Q1($slug: String!) {
    figureBySlug(slug: $slug) {
      slug label value unit
      figureMentionsByFigureId(first: 20, orderBy: [ROW_ID_DESC]) {
        nodes {
          words approximation value
          passagePlaceByPassageId { start end exact }
          statementByStatementId {
            slug text quotation agentBySpeakerId { slug name } documentByDocumentId { slug title published }
          }
        }
      }
    }
  }`,
  Q2: `query Q2($slug: String!) {
    agentBySlug(slug: $slug) {
      slug name
      membershipsByMemberId(first: 5) {
        nodes { role startDate endDate agentByOrganizationId { name } agentByOnBehalfOfId { name } }
      }
      statementsBySpeakerId(first: 20, orderBy: [DOCUMENT_ID_ASC, START_ASC]) {
        nodes {
          slug text quotation
          documentByDocumentId { title published }
          figureMentionsByStatementId(first: 5) { nodes { words figureByFigureId { slug label } } }
          stancesByStatementId(first: 5) { nodes { stance claimByClaimId { slug text } } }
        }
      }
    }
  }`,
  Q3: `query Q3($speaker: String!) {
    agentBySlug(slug: $speaker) {
      statementsBySpeakerId(first: 100, orderBy: [DOCUMENT_ID_ASC, START_ASC]) {
        nodes {
          slug text voice
          documentByDocumentId { slug title }
          mentionsByStatementId(first: 5) { nodes { role words } }
          figureMentionsByStatementId(first: 5) { nodes { words approximation figureByFigureId { slug label value } } }
          termusesByStatementId(first: 5) { nodes { words referentByReferentId { slug label } } }
        }
      }
    }
  }`,
  Q4: `query Q4($slug: String!) {
    statementBySlug(slug: $slug) {
      slug text voice quotation speechAct agentBySpeakerId { name } documentByDocumentId { title published }
    }
  }`,
  Q5: 'query Q5($above: Float!) { speakersCiting(above: $above, first: 20) { nodes { slug name } } }',
  Q6: 'query Q6($query: String!) { searchStatements(query: $query, first: 10) { nodes { snippet slug speaker } } }',
  Q7: `query Q7($speaker: String!) {
    countStatements(speaker: $speaker)
    countCues(speaker: $speaker, first: 10) { nodes { count share value } }
  }`,
}

/** Its ids are its own: what Dixit finds by id it finds by slug. */
function variablesOf(parameters: Parameters): Parameters {
  const { id } = parameters
  if (id === undefined) return parameters
  return { slug: Buffer.from(String(id), 'base64url').toString().replace(/^\w+:/, '') }
}

export async function startPostGraphile(database: string, postgresFolder: string): Promise<Contender> {
  install()
  const postgres = await startPostgres(database, postgresFolder, functions)
  try {
    return await startServer(postgres)
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function startServer({ address, root, stop }: Postgres): Promise<Contender> {
  const port = await freePort()
  const argv = [
    '-n',
    '127.0.0.1',
    '-p',
    String(port),
    '-c',
    address,
    '-s',
    'public',
    '-P',
    'postgraphile/presets/amber',
  ]
  const child = spawnOn(serverCore, process.execPath, [program, ...argv], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  })
  await untilReached(`http://127.0.0.1:${port}/graphql`, '{"query":"{ __typename }"}')
  return {
    name: 'E',
    port,
    path: '/graphql',
    roots: [root, ...(child.pid === undefined ? [] : [child.pid])],
    bodyOf: ({ name }, parameters) => {
      const query = queries[name]
      return query === undefined
        ? null
        : JSON.stringify({ operationName: name, query, variables: variablesOf(parameters) })
    },
    stop: async () => {
      await end(child)
      await stop()
    },
  }
}

/** What the bench needs and Dixit does not. */
function install(): void {
  if (existsSync(program)) return
  console.error('Installing PostGraphile in bench/node_modules …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' })
}

/** The version of PostGraphile, if it is installed. */
export function postGraphileVersion(): string {
  const env = { ...process.env, GRAPHILE_ENV: 'production' }
  return execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8', cwd: folder, env }).trim()
}
