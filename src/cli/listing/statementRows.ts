import { saidOf } from '../../analysis/said.ts'
import { heldInWords } from '../../model/howHeld.ts'
import { permalinkPath } from '../../model/nodeNames.ts'
import type { Wording } from '../../model/vocabulary.ts'
import { reportedBy } from '../../model/whoSaid.ts'
import { quotedStretches, type Worded, wordingOf } from '../../model/wording.ts'
import { accountsOf } from '../../store/query/accountsOf.ts'
import type { DocumentWords } from '../../store/query/documentWords.ts'
import { voicesOf } from '../../store/query/voicesOf.ts'
import type { Reader } from '../../store/reader.ts'
import {
  agent,
  channel,
  document,
  type RowOf,
  rule,
  type statement,
  timeExpression,
} from '../../store/schema/entities.ts'
import { statementAllSpeakers } from '../../store/schema/relations.ts'
import { permalinkBase } from '../permalinkBase.ts'

type Statement = RowOf<typeof statement>

export const statementColumns = [
  'slug',
  'said',
  'saidWords',
  'saidBasis',
  'timeBasis',
  'saidReason',
  'speakers',
  'speakerSlugs',
  'reportedBy',
  'reportedIn',
  'held',
  'cue',
  'polarity',
  'certainty',
  'voice',
  'channel',
  'words',
  'wording',
  'ownWords',
  'quotation',
  'basis',
  'reason',
  'rule',
  'document',
  'title',
  'published',
  'permalink',
] as const

export const shownOfStatement = [
  'said',
  'saidWords',
  'saidBasis',
  'speakers',
  'reportedBy',
  'held',
  'voice',
  'channel',
  'words',
  'wording',
  'basis',
  'slug',
] as const

/** Statements as rows: who said it, or which text, by whose account and how they hold it, in which words, whose words they are, how that is known, and where it stands. */
export async function statementRows(read: Reader, statements: readonly Statement[]) {
  const baseUrl = permalinkBase()
  const slugs = statements.map(({ slug }) => slug)
  const accounts = await read.ask(database => accountsOf(database, slugs))
  const voices = new Map((await read.ask(database => voicesOf(database, slugs))).map(each => [each.statement, each]))
  return Promise.all(
    statements.map(async row => {
      const speakersOf = { entity: agent, relation: statementAllSpeakers }
      const [said, time, speakers, through, source, readBy, text] = await Promise.all([
        saidOf(row, read),
        read.byId(timeExpression, row.timeId),
        read.page(speakersOf, row.id, { first: mostSpeakers }),
        read.byId(channel, row.channelId),
        read.byId(document, row.documentId),
        read.byId(rule, row.ruleId),
        read.wordsOf(row.documentId),
      ])
      const around = accounts.get(row.slug) ?? []
      const how = voices.get(row.slug)
      const named = speakers.edges.map(({ node }) => node)
      return {
        slug: row.slug,
        said: said.edtf,
        saidWords: time?.words ?? null,
        saidBasis: said.basis,
        timeBasis: said.timeBasis,
        saidReason: said.reason,
        speakers: named.map(({ name }) => name),
        speakerSlugs: named.map(({ slug }) => slug),
        reportedBy: reportedBy(around),
        reportedIn: around[0]?.account ?? null,
        held: how === undefined ? null : heldInWords(how),
        cue: how?.cue ?? null,
        polarity: row.polarity,
        certainty: row.certainty,
        voice: row.voice,
        channel: through?.label ?? null,
        words: row.text,
        ...whoseWords(row.id, text),
        quotation: row.quotation,
        basis: row.basis,
        reason: row.reason,
        rule: readBy === null ? null : `${readBy.name} ${readBy.version}`,
        document: source?.slug ?? null,
        title: source?.title ?? null,
        published: source?.published ?? null,
        permalink: `${baseUrl}${permalinkPath('Statement', row.slug)}`,
      }
    }),
  )
}

const mostSpeakers = 100

/**
 * Whose the words of a statement are, taken as a whole: MIXED where some are the speaker's and the rest the reporter's, DOUBTFUL
 * where all that stands in marks may be scare quotes.
 */
function wordingShown(statement: Worded, text: DocumentWords): Wording | 'MIXED' | null {
  const whole = wordingOf(statement.content, statement, text)
  if (whole !== 'REPORTER') return whole
  const quoted = quotedStretches(statement, text)
  if (quoted.some(({ wording }) => wording === 'SPEAKER')) return 'MIXED'
  return quoted.length > 0 ? 'DOUBTFUL' : whole
}

/** Whose the words of a statement are, and those that stand in quotation marks of the speaker's. */
function whoseWords(id: number, text: DocumentWords | null) {
  const words = text?.statement(id) ?? null
  if (text === null || words === null) return { wording: null, ownWords: [] }
  return {
    wording: wordingShown(words, text),
    ownWords: text.ownWords(id).flatMap(({ exact, wording }) => (wording === 'SPEAKER' ? [exact] : [])),
  }
}
