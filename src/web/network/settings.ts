/** What a network can be set to, with its words for people; all of it stands in the address. */
export const choices = {
  mode: { claims: 'speakers and claims', speakers: 'speakers with each other' },
  actors: { PERSON: 'people', ORGANIZATION: 'organizations', PARTY: 'parties' },
  aggregation: {
    CONGRUENCE: 'take the same stance',
    CONFLICT: 'take opposite stances',
    IGNORE: 'take any stance',
    SUBTRACT: 'agree more than they differ',
  },
  claimAggregation: { IGNORE: 'counting every stance', SUBTRACT: 'support less opposition' },
  normalization: {
    NONE: 'nothing',
    AVERAGE: 'their mean number of statements',
    JACCARD: 'what either says (Jaccard)',
    COSINE: 'the lengths of both (cosine)',
    DNA_COSINE: 'the product of their statements (DNA)',
  },
  claimNormalization: {
    NONE: 'nothing',
    ACTIVITY: 'the speaker’s statements',
    PROMINENCE: 'the statements on the claim',
  },
  duplicates: {
    INCLUDE: 'every time',
    DOCUMENT: 'once a document',
    WEEK: 'once a week',
    MONTH: 'once a month',
    YEAR: 'once a year',
    ACROSS: 'once in all',
  },
  measure: {
    stances: 'stances',
    degree: 'number of ties (degree)',
    strength: 'sum of weights (strength)',
    betweenness: 'betweenness',
    eigenvector: 'eigenvector centrality',
  },
} as const

type Choices = typeof choices
export type Settings = { readonly [Name in keyof Choices]: keyof Choices[Name] & string }

/** The choice that the address has, or the first one. */
export function chosen<Name extends keyof Choices>(name: Name, query: URLSearchParams): keyof Choices[Name] & string {
  const options = keysOf<Choices[Name]>(choices[name])
  const asked = query.get(name)
  const found = options.find(option => option === asked) ?? options[0]
  if (found === undefined) throw new Error(`no choice of ${name}`)
  return found
}

function keysOf<Options extends object>(options: Options): (keyof Options & string)[] {
  const keys: (keyof Options & string)[] = []
  for (const key in options) keys.push(key)
  return keys
}
