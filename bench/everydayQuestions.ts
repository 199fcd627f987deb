/** Everyday questions: pages of the explorer, counts, searches as they are typed, every analysis. */

import { readdirSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { rivals } from './generate.ts'
import { randomFrom } from './random.ts'

export interface EverydayQuestion {
  readonly name: string
  readonly query: string
  /** The most that 95 of 100 may take, in milliseconds of the processor. */
  readonly goal: number
  readonly variables: readonly Readonly<Record<string, unknown>>[]
  /** Whether the goal holds for kept answers alone, not for the first time. */
  readonly isKept?: boolean
}

/** The questions to one database. */
export async function everydayQuestions(database: string): Promise<EverydayQuestion[]> {
  const client = new Sqlite(database, { readonly: true })
  try {
    const sample = sampleOf(client)
    return [...counts(), ...searches(sample), ...(await pages(sample)), ...analyses(sample)]
  } finally {
    client.close()
  }
}

type Sample = ReturnType<typeof sampleOf>

function sampleOf(client: Sqlite.Database) {
  const random = randomFrom(4)
  const list = (query: string) => client.prepare<[], string>(query).pluck().all()
  const some = (query: string, most = 40) => {
    const all = list(query)
    return Array.from({ length: Math.min(most, all.length) }, () => all[Math.floor(random() * all.length)] ?? '')
  }
  const texts = some('select text from statements where id % 97 = 1', 300).map(
    text => text.match(/[\p{L}\p{N}]+/gu) ?? [],
  )
  const counted = new Map<string, number>()
  for (const word of texts.flat()) counted.set(word, (counted.get(word) ?? 0) + 1)
  const words = [...counted].filter(([word]) => /^[a-z]+$/.test(word)).toSorted(([, a], [, b]) => b - a)
  return {
    speakers: some(`select a.slug from agents a join (select speakerId from statements where speakerId is not null
      group by 1 having count(*) >= 100) on speakerId = a.id where a.slug not in ('${rivals.join("', '")}')`),
    documents: some('select slug from documents where id % 11 = 1'),
    statements: some('select slug from statements where id % 101 = 1'),
    claims: some('select slug from claims'),
    datasets: list('select slug from datasets'),
    figures: list(`select f.slug from figures f join (select figureId, count(*) n from figureMentions group by 1
      order by 2 desc limit 20) on figureId = f.id`),
    numbers: list(`select f.value from figures f join (select figureId, count(*) n from figureMentions group by 1
      order by 2 desc limit 20) on figureId = f.id where f.value > 99`).map(value =>
      Number(value).toLocaleString('en-US'),
    ),
    common: words.slice(0, 12).map(([word]) => word),
    rare: texts.flatMap(text => text.at(-1) ?? []).slice(0, 40),
  }
}

function counts(): EverydayQuestion[] {
  const lists = ['statements', 'documents', 'people', 'organizations', 'figures', 'figureMentions', 'claims', 'stances']
  const more = ['termUses', 'frameUses', 'times', 'channels', 'memberships', 'mentions', 'datasets']
  const query = `{ ${[...lists, ...more].map(name => `${name} { totalCount }`).join(' ')} }`
  const groups = `{ byYear: statementStats(groupBy: [YEAR, QUOTATION], first: 20) { nodes { count keys { label } } }
    bySpeaker: statementStats(groupBy: [SPEAKER], first: 10) { nodes { count keys { label } } } }`
  return [
    { name: 'counts of all 15 lists', query, goal: 2, variables: [{}], isKept: true },
    { name: 'statements by year and quotation, and by speaker', query: groups, goal: 2, variables: [{}], isKept: true },
  ]
}

function searches({ common, rare, numbers }: Sample): EverydayQuestion[] {
  const query = `query S($q: String!) { search(query: $q, first: 10) { nodes { type snippet node {
    ... on Statement { slug speaker { name } } ... on Agent { slug name } ... on Document { slug title }
    ... on Figure { slug label value } ... on Claim { slug text } } } } }`
  const asking = (name: string, goal: number, words: readonly string[]): EverydayQuestion => ({
    name,
    goal,
    query,
    variables: words.map(q => ({ q })),
  })
  const typed = (letters: number) => common.map(word => `${word.slice(0, letters)}*`)
  const concordance = `query C($t: String!) { concordance(term: $t, window: 6, first: 20) { totalCount nodes { left keyword right } } }`
  const facets = `query F($q: String!) { statements(filter: { search: $q }, first: 20) { nodes { slug text }
    facets(by: [QUOTATION, SPEAKER], first: 10) { dimension values { key { label } count } } } }`
  return [
    ...[1, 2, 3, 4].map(letters => asking(`search: ${letters} letters of a common word`, 50, typed(letters))),
    asking('search: a common word', 50, common),
    asking('search: a rare word', 50, rare),
    asking('search: the numbers cited most', 20, numbers),
    {
      ...asking('concordance of a common word, counted', 300, []),
      query: concordance,
      variables: common.map(t => ({ t })),
    },
    { ...asking('facets over a common word', 300, []), query: facets, variables: common.map(q => ({ q })) },
  ]
}

/** The explorer's documents that are asked, by name, with their variables. */
async function pages(sample: Sample): Promise<EverydayQuestion[]> {
  const { speakers, documents, figures, claims, datasets, common, rare, numbers } = sample
  const [speaker = '', dataset = ''] = [speakers[0], datasets[0]]
  const first = { first: 10 }
  const variables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    startPage: [{}],
    startVoices: [{}],
    startQuestions: [{}],
    startNames: [{ speakers: speakers.slice(0, 3) }],
    startAnswer: figures.map(slug => ({ slug })),
    search: [...rare, ...numbers, ...common].map(query => ({ query, ...first })),
    readerPage: documents.map(slug => ({ slug })),
    readerStatements: documents.map(slug => ({ slug })),
    readerAnnotations: documents.map(slug => ({ slug })),
    readerUncovered: documents.map(slug => ({ slug })),
    statementPanel: sample.statements.map(slug => ({ id: idOf('Statement', slug) })),
    figurePage: figures.map(slug => ({ slug })),
    numberPage: numbers.map(value => ({ filter: { value: { eq: Number(value.replaceAll(',', '')) } } })),
    numberSought: numbers.map(words => ({ words })),
    speakersWithout: documents.map(document => ({ document })),
    speakerPage: speakers.map(slug => ({ slug })),
    speakerStatements: speakers.map(slug => ({ slug })),
    speakerVerbs: speakers.slice(0, 5).map(slug => ({ speaker: slug })),
    everybodysVerbs: [{}],
    speakerLinks: speakers.map(slug => ({ agent: slug })),
    documentList: [{}, { filter: { dataset } }],
    statementList: [{}, { filter: { speaker } }, { filter: { quotation: 'DIRECT' } }],
    figureList: [{}, { filter: { value: { gt: 1_000 } } }],
    speakerList: [{}, { filter: { statements: {} } }],
    claimList: [{}],
    thingPage: claims.map(slug => ({ id: idOf('Claim', slug), isChannel: false })),
    timelinePage: [{}],
    datasetPage: [{ slug: dataset }],
    datasetShares: [{ dataset }],
    datasetList: [{}],
    compareSaid: [{ speakers: [...rivals] }],
    compareRead: [{ speakers: [...rivals] }],
  }
  const named = await documentsByName()
  return Object.entries(variables).map(([name, each]) => {
    const query = named.get(name)
    if (query === undefined) throw new Error(`the explorer has no document ${name}`)
    return { name: `explorer: ${name}`, query, goal: 200, variables: each }
  })
}

/** The texts of the explorer's documents, in whichever module of theirs they stand. */
async function documentsByName(): Promise<Map<string, string>> {
  const folder = new URL('../src/web/documents/', import.meta.url)
  const modules: readonly Readonly<Record<string, unknown>>[] = await Promise.all(
    readdirSync(folder).map(file => import(new URL(file, folder).href)),
  )
  return new Map(
    modules
      .flatMap(module => Object.entries(module))
      .flatMap(([name, found]): [string, string][] =>
        typeof found === 'object' && found !== null && 'text' in found ? [[name, String(found.text)]] : [],
      ),
  )
}

function idOf(typename: string, slug: string): string {
  return Buffer.from(`${typename}:${slug}`).toString('base64url')
}

function analyses({ speakers, figures }: Sample): EverydayQuestion[] {
  const [speaker] = speakers
  const [figure] = figures
  const [one, other] = rivals
  const queries: Readonly<Record<string, string>> = {
    'compareFraming of two': `{ compareFraming(speakers: ["${one}", "${other}"]) { speakers { statementCount }
      figures { lines { shared keys { label } cells { count } } } terms { lines { keys { label } cells { count } } } } }`,
    discourseNetwork: `{ discourseNetwork(actors: PERSON, aggregation: CONGRUENCE, normalization: AVERAGE, most: 200) {
      actorCount edges(first: 50) { weight from { slug } to { slug } } } }`,
    discourseNetworkOverTime: `{ discourseNetworkOverTime(actors: PERSON, aggregation: CONGRUENCE, most: 100, unit: YEAR) {
      network { actorCount edgeCount } } }`,
    affiliationNetwork: `{ affiliationNetwork(actors: PARTY, aggregation: SUBTRACT) { edges(first: 20) { weight } } }`,
    'distinctiveWording of two': `{ distinctiveWording(one: { speaker: "${one}" }, other: { speaker: "${other}" },
      toLength: 2, first: 20, withParaphrase: true) { ofOne { words oneCount z } } }`,
    'distinctiveWording, one and the rest': `{ distinctiveWording(one: { speaker: "${speaker}" }, toLength: 1, first: 20,
      withParaphrase: true) { ofOne { words oneCount z } } }`,
    reportingVerbs: `{ reportingVerbs(first: 4) { publishers { publisher { name } verbs { lemma count rate } } } }`,
    'reportingVerbs with statements': `{ reportingVerbs(first: 4) { publishers { verbs { lemma
      statements(first: 2) { totalCount nodes { text } } } } } }`,
    'figureComparisons of the figure cited most': `{ figureComparisons(figure: "${figure}", first: 20) { nodes { verdict } } }`,
    'figureComparisons, all that are disjoint': `{ figureComparisons(verdicts: [DISJOINT], first: 20) { nodes { verdict } } }`,
  }
  return Object.entries(queries).map(([name, query]) => ({ name, query, goal: 2_000, variables: [{}] }))
}
