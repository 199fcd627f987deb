import { servers } from './servers.js'

const agentQuery = `query ($slug: String!) { agent(slug: $slug) { id slug name } }`

const pageQuery = `query ($slug: Reference!, $first: Int!, $after: String) {
  statements(filter: { speaker: $slug }, first: $first, after: $after, order: { by: TIME, direction: DESC }) {
    totalCount
    edges { cursor node { id slug text quotation document { slug } said { earliest latest } } }
    pageInfo { hasNextPage }
  }
}`

/** Everybody who is asked: the gateway's context has the headers that it passes on. */
async function ask({ endpoint }, query, variables, headers) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  // Half of an answer is none: whoever merges must know that a server did not answer.
  if (errors?.length) throw new Error(`${endpoint}: ${errors[0].message}`)
  return data
}

function headersOf(context) {
  const authorization = context.request?.headers.get('authorization')
  return authorization ? { authorization } : {}
}

async function agentAcross(_root, { slug }, context) {
  const found = await Promise.all(
    servers.map(async server => ({
      server,
      agent: (await ask(server, agentQuery, { slug }, headersOf(context))).agent,
    })),
  )
  const known = found.filter(({ agent }) => agent !== null)
  if (known.length === 0) return null
  return { ...known[0].agent, servers: known.map(({ server }) => server.name) }
}

/**
 * A page of all servers' statements: of each the next so many are fetched, and the pages merged by day. The cursor holds how far
 * each server was read, in its own cursors, which hold at that server alone.
 */
async function statementsAcross(agent, { first, after }, context) {
  const reached = after ? readCursor(after) : {}
  const asked = servers.filter(({ name }) => agent.servers.includes(name))
  const pages = await Promise.all(
    asked.map(async server => {
      const variables = { slug: agent.slug, first, after: reached[server.name] ?? null }
      return { name: server.name, ...(await ask(server, pageQuery, variables, headersOf(context))).statements }
    }),
  )
  const edges = pages.flatMap(({ name, edges }) =>
    edges.map(({ cursor, node }) => ({ name, cursor, node, day: node.said.earliest ?? node.said.latest })),
  )
  // Each page is in this order already; what one server has equal stays as it is.
  edges.sort((a, b) => (a.day === b.day ? 0 : (a.day ?? '') < (b.day ?? '') ? 1 : -1))
  const shown = edges.slice(0, first)
  for (const { name, cursor } of shown) reached[name] = cursor
  return {
    totalCount: pages.reduce((sum, { totalCount }) => sum + totalCount, 0),
    nodes: shown.map(({ name, node, day }) => ({
      server: name,
      id: node.id,
      slug: node.slug,
      text: node.text,
      quotation: node.quotation,
      document: node.document?.slug ?? null,
      day,
    })),
    endCursor: shown.length === 0 ? null : btoa(JSON.stringify(reached)),
    hasNextPage: edges.length > shown.length || pages.some(({ pageInfo }) => pageInfo.hasNextPage),
  }
}

function readCursor(text) {
  try {
    return JSON.parse(atob(text))
  } catch {
    throw new Error('after: this is no cursor of this gateway')
  }
}

export const additionalResolvers = {
  Query: { agentAcross },
  AgentAcross: { statements: statementsAcross },
}
