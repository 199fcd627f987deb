import type { Database } from '../src/store/engine/database.ts'

/** How large the generated corpus of the measurements is. */
export interface Size {
  readonly statements: number
  readonly statementsPerDocument: number
  readonly speakers: number
  readonly claims: number
}

const vocabularySize = 20_000
const wordsPerStatement = 12
const cues = [
  'said',
  'says',
  'told reporters',
  'wrote',
  'claimed',
  'noted',
  'has argued',
  'admitted',
  'according to',
  ':',
]

/**
 * Fills an empty database straight, without the writer of documents: what the analyses read, and no more. Words follow
 * Zipf's law; a third of the statements each is DIRECT, MIXED and INDIRECT; half of the speakers hold a role.
 */
export function fill(database: Database, size: Size): void {
  const random = generator(1)
  const zipf = () => `w${Math.floor(vocabularySize ** random())}`
  const insert = (table: string, ...columns: string[]) => {
    const statement = database.client.prepare(
      `insert into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    return (...values: (string | number | null)[]) => void statement.run(...values)
  }
  const agent = insert('agents', 'id', 'slug', 'kind', 'organizationKind', 'name')
  const membership = insert('memberships', 'slug', 'memberId', 'organizationId', 'role', 'earliest', 'latest', 'basis')
  const claim = insert('claims', 'id', 'slug', 'text')
  const document = insert(
    'documents',
    ...['id', 'slug', 'publisherId', 'language', 'published', 'publishedEarliest', 'publishedLatest'],
    ...['sha256', 'length', 'digest'],
  )
  const passage = insert('passagePlaces', 'id', 'documentId', 'start', '"end"', 'exact')
  const statement = insert(
    'statements',
    ...[
      'id',
      'slug',
      'documentId',
      'start',
      'text',
      'voice',
      'speakerId',
      'quotation',
      'speechAct',
      'cueId',
      'contentId',
    ],
    ...['basis', 'cueWords'],
  )
  const words = insert('statementWords', 'statementId', 'own', 'whole')
  const stance = insert('stances', 'slug', 'statementId', 'claimId', 'stance', 'passageId', 'speakerId', 'documentId')

  database.client.pragma('foreign_keys = OFF')
  database.client.transaction(() => {
    const organizations = 200
    for (let i = 1; i <= size.speakers; i += 1) agent(i, `speaker-${i}`, 'PERSON', null, `Speaker ${i}`)
    for (let i = 1; i <= organizations; i += 1) {
      const kind = i <= 10 ? 'PUBLISHER' : i <= 20 ? 'PARTY' : 'ASSOCIATION'
      agent(size.speakers + i, `organization-${i}`, 'ORGANIZATION', kind, `Organization ${i}`)
    }
    for (let i = 1; i <= size.speakers; i += 2) {
      const organization = size.speakers + 11 + (i % (organizations - 10))
      membership(`role-${i}`, i, organization, 'member', '1990-01-01', '2040-12-31', 'STATED')
    }
    for (let i = 1; i <= size.claims; i += 1) claim(i, `claim-${i}`, `Claim ${i}.`)

    for (let n = 1; n <= size.statements; n += 1) {
      const d = 1 + Math.floor((n - 1) / size.statementsPerDocument)
      if ((n - 1) % size.statementsPerDocument === 0) {
        const date = new Date(Date.UTC(2000, 0, 1 + (d % 9_000))).toISOString().slice(0, 10)
        const publisher = size.speakers + 1 + (d % 10)
        document(d, `d${d}`, publisher, 'en', date, date, date, '0'.repeat(64), 1_000_000, '0'.repeat(64))
      }
      // Few speak often and most seldom, as in any corpus.
      const speaker = 1 + Math.floor(size.speakers * random() ** 2)
      const text = Array.from({ length: wordsPerStatement }, zipf).join(' ')
      const start = ((n - 1) % size.statementsPerDocument) * 100
      const quotation = ['DIRECT', 'MIXED', 'INDIRECT'][n % 3] ?? 'DIRECT'
      passage(2 * n, d, start, start + 80, null)
      const cue = cues[Math.floor(cues.length * random() ** 2)] ?? 'said'
      passage(2 * n + 1, d, start + 81, start + 90, cue)
      statement(n, `s${n}`, d, start, text, 'AGENT', speaker, quotation, 'ASSERTIVE', 2 * n + 1, 2 * n, 'STATED', cue)
      const own =
        { DIRECT: ` ${text} `, MIXED: ` ${text.split(' ').slice(0, 4).join(' ')} `, INDIRECT: null }[quotation] ?? null
      words(n, own, quotation === 'DIRECT' ? null : ` ${text} `)
      const taken = random() < 0.6 ? 'SUPPORTS' : random() < 0.9 ? 'OPPOSES' : 'QUALIFIES'
      stance(`x${n}`, n, 1 + Math.floor(size.claims * random() ** 2), taken, 2 * n, speaker, d)
    }
  })()
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
