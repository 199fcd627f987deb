import { sha256 } from '../../src/model/text.ts'
import type { Database } from '../../src/store/engine/database.ts'
import type { DocumentRecords } from './documentRows.ts'
import { writeDocument } from './writeDocument.ts'

/** How large a generated corpus is. */
export interface CorpusSize {
  readonly documents: number
  readonly statementsPerDocument: number
  readonly speakers: number
}

export const defaultSize: CorpusSize = { documents: 50, statementsPerDocument: 110, speakers: 40 }

const quotations = ['DIRECT', 'INDIRECT', 'MIXED'] as const
const cues = ['said', 'told reporters', 'wrote', 'claimed'] as const
const terms = ['workers', 'employees', 'staff', 'labourers'] as const
const topics = ['wages', 'rents', 'roads', 'schools', 'rivers'] as const

/**
 * Writes a corpus in which everything is known by its number, so that a test can compute what to expect: statement `s`
 * of document `d` is number `n = d × statementsPerDocument + s`; its speaker is `speaker-(n mod speakers)`, its figure's
 * value `n`; every seventh is in the document's own voice. Each document is dated, a day apart from 2020-01-01 on.
 */
export function writeCorpus(database: Database, size: CorpusSize = defaultSize): void {
  for (let d = 0; d < size.documents; d += 1) writeDocument(database, documentRecords(d, size), { replace: false })
}

/** What the corpus says of statement number `n`. */
export function statementNumber(n: number, size: CorpusSize = defaultSize) {
  const inDocumentVoice = n % 7 === 0
  return {
    slug: `corpus-${Math.floor(n / size.statementsPerDocument)}/s${n}`,
    speaker: inDocumentVoice ? null : `speaker-${n % size.speakers}`,
    quotation: quotations[n % quotations.length] ?? 'DIRECT',
    cue: inDocumentVoice ? null : (cues[n % cues.length] ?? 'said'),
    term: terms[n % terms.length] ?? 'workers',
    topic: topics[n % topics.length] ?? 'wages',
    value: n,
  }
}

function documentRecords(d: number, size: CorpusSize): DocumentRecords {
  const slug = `corpus-${d}`
  const date = new Date(Date.UTC(2020, 0, 1 + d)).toISOString().slice(0, 10)
  const records = emptyRecords()
  let text = ''
  const passage = (words: string): string => {
    const start = text.length
    text += words
    const selector = `${start}-${text.length}`
    records.passages.push({
      slug: `${slug}@${selector}`,
      documentId: slug,
      start,
      end: text.length,
      selector,
      exact: words,
    })
    return `${slug}@${selector}`
  }

  records.agents.push({ slug: 'the-gazette', kind: 'ORGANIZATION', organizationKind: 'PUBLISHER', name: 'The Gazette' })
  for (let i = 0; i < size.speakers; i += 1) {
    records.agents.push({ slug: `speaker-${i}`, kind: 'PERSON', organizationKind: null, name: `Speaker ${i}` })
  }
  for (const term of terms) records.referents.push({ slug: `people-called-${term}`, label: `those called ${term}` })
  for (const topic of topics) records.claims.push({ slug: `${topic}-rise`, text: `The ${topic} rise.` })

  for (let s = 0; s < size.statementsPerDocument; s += 1) {
    const n = d * size.statementsPerDocument + s
    const { speaker, quotation, cue, term, topic, value, ...statement } = statementNumber(n, size)
    const source = speaker === null ? null : passage(`Speaker ${n % size.speakers}`)
    if (source) text += ' '
    const cueId = cue === null ? null : passage(cue)
    if (cueId) text += ' '
    const start = text.length
    text += 'that '
    const numberPassage = passage(String(value))
    text += ' '
    const termPassage = passage(term)
    text += ` of ${topic} have gone their way`
    const content = `${slug}@${start}-${text.length}`
    const words = text.slice(start)
    records.passages.push({
      slug: content,
      documentId: slug,
      start,
      end: text.length,
      selector: `${start}-${text.length}`,
      exact: words,
    })
    text += '.\n'
    records.statements.push({
      slug: statement.slug,
      documentId: slug,
      start,
      text: words,
      voice: speaker === null ? 'DOCUMENT' : 'AGENT',
      speakerId: speaker,
      addresseeId: null,
      channelId: null,
      reportedInId: null,
      quotation,
      speechAct: 'ASSERTIVE',
      timeId: null,
      sourceId: source,
      cueId,
      contentId: content,
      basis: 'STATED',
      reason: null,
    })
    records.figures.push({
      slug: `${slug}/f${n}`,
      documentId: slug,
      label: `${term} of ${topic}`,
      value,
      lower: value,
      upper: value,
      magnitude: value,
      unit: 'people',
      population: term,
      referentId: `people-called-${term}`,
      timeId: null,
      timeRelation: null,
    })
    records.figureMentions.push({
      slug: `${statement.slug}/figure/${n}`,
      figureId: `${slug}/f${n}`,
      statementId: statement.slug,
      passageId: numberPassage,
      words: String(value),
      approximation: 'EXACT',
      value,
      lower: value,
      upper: value,
    })
    records.termUses.push({
      slug: `${statement.slug}/term/${n}`,
      referentId: `people-called-${term}`,
      statementId: statement.slug,
      passageId: termPassage,
      words: term,
    })
    records.stances.push({
      slug: `${statement.slug}/${topic}-rise`,
      statementId: statement.slug,
      claimId: `${topic}-rise`,
      stance: n % 2 === 0 ? 'SUPPORTS' : 'OPPOSES',
      passageId: content,
    })
    records.frameUses.push({
      slug: `${statement.slug}/frame/${n}`,
      statementId: statement.slug,
      passageId: content,
      function: n % 2 === 0 ? 'PROBLEM_DEFINITION' : null,
      dimension: 'ECONOMIC',
      targetAgentId: speaker === null ? null : `speaker-${(n + 1) % size.speakers}`,
      targetReferentId: null,
    })
  }

  records.documents.push({
    slug,
    title: `Report ${d}`,
    publisherId: 'the-gazette',
    url: null,
    language: 'en',
    published: date,
    publishedEarliest: date,
    publishedLatest: date,
    sha256: sha256(text),
    length: text.length,
    digest: sha256(`${slug}\n${text}`),
  })
  records.documentTexts.push({ documentId: slug, text })
  return records
}

/** What a document brings, with nothing in it. */
export function emptyRecords() {
  return {
    rules: [],
    agents: [],
    agentNames: [],
    identifiers: [],
    claims: [],
    referents: [],
    documents: [],
    documentTexts: [],
    passages: [],
    timeExpressions: [],
    memberships: [],
    channels: [],
    statements: [],
    statementSpeakers: [],
    statementTimes: [],
    stances: [],
    figures: [],
    figureConditions: [],
    figureMentions: [],
    figureRelations: [],
    termUses: [],
    frameUses: [],
    statementRelations: [],
    notes: [],
  } satisfies DocumentRecords as DocumentRecords
}

/** Each statement's claim, all statements of that, each one's claim, and so on: of the corpus it would take SQLite hours. */
const walk = 'claims: { statements: { '
export const endlessQuery = `{
  statements(filter: { ${walk.repeat(3)} text: { contains: "zzz" } ${'} }'.repeat(3)} }) { totalCount }
}`
