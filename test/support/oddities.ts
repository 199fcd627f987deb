import { readEdtf } from '../../src/model/edtf.ts'
import { sha256 } from '../../src/model/text.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { emptyRecords } from './corpus.ts'
import type { DocumentRecords } from './documentRows.ts'
import { writeDocument } from './writeDocument.ts'

/** Texts that comparisons go wrong on: wildcards, NUL, characters beyond the BMP and before them, case, accents. */
export const oddTexts = [
  '100%',
  '100',
  'a_b',
  'aXb',
  'A\0b',
  'A',
  '\u{FFFD}z',
  '\u{1F600}z',
  '\u{10FFFF}',
  'é',
  'É',
  "'",
] as const
/** Numbers that comparisons go wrong on: none, negative, zero, neighbours, too long for a text of 15 digits. */
export const oddNumbers = [null, -5, -4.9, 0, 0.1, 0.1 + 0.2, 0.3, 1000, 1e15 + 0.5, 1e21] as const
/** Times as they are stored: EDTF, the first day and the last; null is open or unknown. */
export const oddTimes = [
  [null, null, null],
  ['2024-07', '2024-07-01', '2024-07-31'],
  ['2024-07-15', '2024-07-15', '2024-07-15'],
  ['/2023-12-31', null, '2023-12-31'],
  ['2024-08/..', '2024-08-01', null],
  ['2024', '2024-01-01', '2024-12-31'],
] as const

/** On what ground a reading may be known. */
const grounds = [{}, { basis: 'STATED' }, { basis: 'INFERRED', reason: 'by context' }] as const
const changed = { kind: 'CHANGED_FROM', direction: 'UP' } as const

/** The one of a list that stands at a number, beginning again at its end. */
function pick<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length]
  if (item === undefined) throw new Error('an empty list')
  return item
}

/**
 * Writes five documents in which everything that may be unknown is so somewhere, and everything that may hang on a
 * statement does so none to three times; the texts, numbers and times are the odd ones above.
 */
export function writeOddities(database: Database): void {
  for (let d = 0; d < 5; d += 1) writeDocument(database, oddDocument(d), { replace: false })
}

const voices = ['AGENT', 'DOCUMENT', 'AGENT', 'CHANNEL', 'AGENT', 'UNIDENTIFIED'] as const

function oddDocument(d: number): DocumentRecords {
  const slug = `odd-${d}`
  const records = emptyRecords()
  for (const [i, name] of oddTexts.entries()) {
    const kind = i % 3 === 0 ? 'ORGANIZATION' : 'PERSON'
    records.agents.push({ slug: `agent-${i}`, kind, organizationKind: kind === 'PERSON' ? null : 'PARTY', name })
    records.referents.push({ slug: `referent-${i}`, label: name })
    records.claims.push({ slug: `claim-${i}`, text: name })
  }
  let length = 0
  const passage = (exact: string): string => {
    const selector = `${length}-${length + [...exact].length}`
    const start = length
    length += [...exact].length
    records.passages.push({ slug: `${slug}@${selector}`, documentId: slug, start, end: length, selector, exact })
    return `${slug}@${selector}`
  }
  for (const [i, [edtf, earliest, latest]] of oddTimes.entries()) {
    const resolved = edtf !== null
    records.timeExpressions.push({
      slug: `${slug}/time-${i}`,
      documentId: slug,
      passageId: passage('then'),
      words: pick(oddTexts, i),
      edtf,
      earliest,
      latest,
      basis: resolved ? 'STATED' : 'UNRESOLVED',
      reason: null,
    })
    records.memberships.push({
      slug: `${slug}/membership-${i}`,
      memberId: `agent-${i + 1}`,
      organizationId: i % 2 === 0 ? null : `agent-${(3 * i) % 12}`,
      // In document 0 agent 1 speaks for one party, agent 2 for two; in document 1 agent 1 for another one.
      onBehalfOfId: i < 2 || d === 1 ? `agent-${d === 1 ? 6 : 3}` : null,
      role: pick(oddTexts, i + d),
      area: i % 2 === 0 ? pick(oddTexts, i) : null,
      startDate: earliest,
      bounds: null,
      endDate: latest ?? (i === 4 ? '..' : null),
      earliest,
      latest,
      documentId: i === 5 ? null : slug,
      passageId: null,
      basis: 'STATED',
      reason: null,
    })
  }
  if (d === 0) {
    const [, second] = records.memberships
    if (second) records.memberships.push({ ...second, slug: `${slug}/membership-6`, onBehalfOfId: 'agent-6' })
  }
  // As a register has them: of no document, dated. The second was over long before anything was said.
  const [from, until] = pick(
    [
      ['2020', '..'],
      ['1990', '2000'],
      ['2024-07-10', '2024-08'],
    ] as const,
    d,
  )
  const [last] = records.memberships.slice(-1)
  if (last) {
    records.memberships.push({
      ...last,
      slug: `${slug}/register`,
      memberId: 'agent-4',
      onBehalfOfId: d === 2 ? 'agent-3' : 'agent-6',
      startDate: from,
      bounds: null,
      endDate: until,
      earliest: readEdtf(from)?.earliest ?? null,
      latest: readEdtf(until)?.latest ?? null,
      documentId: null,
    })
  }
  for (let c = 0; c < 3; c += 1) {
    records.channels.push({
      slug: `${slug}/channel-${c}`,
      documentId: slug,
      kind: pick(['LETTER', 'SPEECH', 'OTHER'] as const, c),
      label: pick(oddTexts, c + d),
      authorId: c === 0 ? null : `agent-${c}`,
      addresseeId: c === 1 ? null : `agent-${c + 1}`,
      timeId: c === 2 ? null : `${slug}/time-${c}`,
      passageId: passage('letter'),
      ...pick(grounds, c + d),
      statementId: c === 0 ? null : `${slug}/s${c}`,
    })
  }
  for (let f = 0; f < 12; f += 1) {
    const value = pick(oddNumbers, f + d)
    const [lower, upper] =
      value === null
        ? pick(
            [
              [-7, null],
              [null, 4],
              [1, 9],
            ] as const,
            f,
          )
        : [value, f % 2 === 0 ? value : null]
    records.figures.push({
      slug: `${slug}/figure-${f}`,
      documentId: slug,
      label: pick(oddTexts, f),
      value,
      lower,
      upper,
      magnitude: value ?? lower ?? upper ?? 0,
      unit: pick(['people', 'dollars'], f),
      population: f % 3 === 0 ? null : pick(oddTexts, f),
      referentId: f % 4 === 0 ? null : `referent-${f}`,
      timeId: f % 5 === 0 ? null : `${slug}/time-${f % 6}`,
      timeRelation: f % 5 === 0 ? null : 'AS_OF',
      populationBasis: f % 3 === 0 ? null : 'STATED',
    })
    if (f % 2 === 0) {
      const aspect = pick(['custody', 'release'], f / 2)
      records.figureConditions.push({
        figureId: `${slug}/figure-${f}`,
        aspect,
        value: pick(['not detained', 'done'], f),
      })
    }
    if (f > 0) {
      records.figureRelations.push({
        slug: `${slug}/relation-${f}`,
        subjectId: `${slug}/figure-${f}`,
        ...(f % 3 === 0 ? changed : { kind: pick(['SUM_OF', 'ROUNDS'] as const, f) }),
        objectId: `${slug}/figure-${f - 1}`,
        explanation: 'as computed',
        passageId: null,
        basis: f % 2 === 0 ? 'STATED' : 'INFERRED',
        reason: f % 2 === 0 ? null : 'so it adds up',
      })
    }
  }
  for (let s = 0; s < 24; s += 1) oddStatement(records, slug, s, passage)
  for (let s = 1; s < 12; s += 1) {
    records.statementRelations.push({
      slug: `${slug}/statement-relation-${s}`,
      subjectId: `${slug}/s${s}`,
      kind: pick(['PARAPHRASES', 'CORRECTS'] as const, s),
      objectId: `${slug}/s${s * 2}`,
      difference: pick([null, ...oddTexts], s),
      basis: 'STATED',
    })
    records.notes.push({
      slug: `${slug}/note-${s}`,
      documentId: slug,
      ...pick(
        [
          { aboutTable: 'statements', aboutId: `${slug}/s${s}` },
          { aboutTable: 'figures', aboutId: `${slug}/figure-${s}` },
          { aboutTable: 'claims', aboutId: `claim-${s}` },
        ],
        s,
      ),
      text: pick(oddTexts, s),
    })
  }
  const text = 'x'.repeat(length)
  records.documents.push({
    slug,
    title: d === 0 ? null : pick(oddTexts, d),
    publisherId: d % 2 === 0 ? null : 'agent-0',
    url: d === 1 ? null : `https://example.org/${d}`,
    language: pick(['en', 'de'], d),
    published: pick(oddTimes, d)[0],
    publishedEarliest: pick(oddTimes, d)[1],
    publishedLatest: pick(oddTimes, d)[2],
    sha256: sha256(text),
    length,
    digest: sha256(slug),
  })
  records.documentTexts.push({ documentId: slug, text })
  return records
}

function oddStatement(records: DocumentRecords, slug: string, s: number, passage: (exact: string) => string): void {
  const statement = `${slug}/s${s}`
  const voice = pick(voices, s)
  const contentId = passage('content')
  records.statements.push({
    slug: statement,
    documentId: slug,
    start: s,
    text: pick(oddTexts, s * 5),
    voice,
    speakerId: voice === 'AGENT' ? `agent-${s % 5}` : null,
    addresseeId: s % 4 === 0 ? `agent-${s % 12}` : null,
    channelId: s % 3 === 0 ? `${slug}/channel-${s % 3}` : null,
    reportedInId: s % 5 === 4 ? `${slug}/s${s - 1}` : null,
    quotation: pick(['DIRECT', 'INDIRECT', 'MIXED'] as const, s),
    speechAct: pick(['ASSERTIVE', 'DIRECTIVE'] as const, s),
    attribution: pick([null, 'COMMUNICATION', 'BELIEF'] as const, s),
    certainty: pick([null, 'CERTAIN', 'POSSIBLE'] as const, s),
    polarity: pick(['POSITIVE', 'NEGATIVE', null, null] as const, s),
    addresseeBasis: s % 4 === 0 ? 'STATED' : null,
    timeId: s % 2 === 0 ? `${slug}/time-${s % 6}` : null,
    sourceId: null,
    cueId: s % 3 === 1 ? passage(pick(['Said', 'said', 'according\nto', 'ÉCRIT'], s)) : null,
    contentId,
    basis: s % 6 === 5 ? 'INFERRED' : 'STATED',
    reason: s % 6 === 5 ? 'by context' : null,
  })
  for (let i = 0; i < s % 4; i += 1) {
    records.statementTimes.push({ statementId: statement, timeId: `${slug}/time-${(s + i) % 6}` })
    records.termUses.push({
      slug: `${statement}/term-${i}`,
      referentId: `referent-${(s + i) % 5}`,
      statementId: statement,
      passageId: contentId,
      words: pick(['Aliens', 'aliens', 'workers', ...oddTexts], s * 3 + i),
      ...pick(grounds, s + i),
    })
    records.stances.push({
      slug: `${statement}/stance-${i}`,
      statementId: statement,
      claimId: `claim-${(s + 2 * i) % 7}`,
      stance: pick(['SUPPORTS', 'OPPOSES', 'QUALIFIES'] as const, s + i),
      passageId: contentId,
      manner: pick([null, 'ASSERTED', 'CONCEDED'] as const, s),
      ...pick(grounds, s),
    })
  }
  for (let i = 0; i < s % 3; i += 1) {
    const figure = (s + i * 5) % 12
    const value = pick(oddNumbers, s + i)
    records.figureMentions.push({
      slug: `${statement}/mention-${i}`,
      figureId: `${slug}/figure-${figure}`,
      statementId: statement,
      passageId: contentId,
      words: pick(oddTexts, s + i),
      approximation: pick(['EXACT', 'ABOUT', 'OVER'] as const, s + i),
      value,
      lower: value,
      upper: i === 0 ? value : null,
      ...pick(grounds, s + i),
    })
    records.figureMentions.push({
      slug: `${statement}/quantity-${i}`,
      figureId: null,
      statementId: statement,
      passageId: contentId,
      words: pick(oddTexts, s),
      approximation: 'NO_NUMBER',
      quantifier: pick(['ALL', 'SOME', 'RECORD'] as const, s),
      counted: pick(oddTexts, s + 1),
    })
    const frame = pick(['both', 'function', 'dimension'] as const, s + i)
    records.frameUses.push({
      slug: `${statement}/frame-${i}`,
      statementId: statement,
      passageId: contentId,
      function: frame === 'dimension' ? null : pick(['PROBLEM_DEFINITION', 'MORAL_EVALUATION'] as const, s),
      dimension: frame === 'function' ? null : pick(['ECONOMIC', 'POLITICAL'] as const, s),
      targetAgentId: i === 0 ? `agent-${s % 12}` : null,
      targetReferentId: i === 1 ? `referent-${s % 12}` : null,
      valence: pick(['BLAME', null, 'CREDIT'] as const, s),
      ...(s % 4 === 1 ? { effect: 'HARMED', affectedAgentId: `agent-${s % 12}` } : {}),
      ...(s % 4 === 2 ? { effect: 'SERVED', affectedReferentId: `referent-${s % 12}` } : {}),
    })
  }
}
