/** What is asked of all servers at once. */
export const across = /* GraphQL */ `
  extend type Query {
    "A person or organization, by the slug that all servers know it by; null where none does."
    agentAcross(slug: String!): AgentAcross
  }

  "A person or organization in all graphs that know it."
  type AgentAcross {
    "The same at each server: the one that it was found at answers it."
    id: ID!
    slug: String!
    name: String!
    "The servers that know it."
    servers: [String!]!
    "What it said, at all of them, by the day on which it was said, the last first."
    statements(first: Int = 20, after: String): StatementsAcross!
  }

  type StatementsAcross {
    totalCount: Int!
    nodes: [StatementAcross!]!
    endCursor: String
    hasNextPage: Boolean!
  }

  type StatementAcross {
    "The server that holds it, where node(id) leads to all of it."
    server: String!
    id: ID!
    slug: String!
    "The words of the document. DIRECT, they are the speaker's; INDIRECT, the reporter's; MIXED, of both; null: not known."
    text: String!
    quotation: String
    "The slug of the document."
    document: String
    "The last day on which it may have been said, or that of its publication."
    day: String
  }
`
