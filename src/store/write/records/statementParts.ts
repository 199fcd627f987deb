import type { SpanRecord } from '../../../model/records/fields.ts'
import type { StatementRecord } from '../../../model/records/statement.ts'
import { foldWords } from '../../../model/text.ts'
import { type QuotedSpan, type Worded, wordingAmong } from '../../../model/wording.ts'
import { stances } from '../../tables/claims.ts'
import { figureMentions, noQuantities } from '../../tables/figures.ts'
import { frameUses } from '../../tables/frames.ts'
import { termUses } from '../../tables/referents.ts'
import { reviews } from '../../tables/reviews.ts'
import { statementTimes } from '../../tables/statements.ts'
import type { WriteContext } from './context.ts'
import { readMentions } from './figureMentions.ts'
import { expectVerbatim, type OpenDocument, piecesOf } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'

/** What the rows of a statement's parts copy of it. */
export interface Placed {
  readonly id: number
  readonly slug: string
  readonly contentId: number
  readonly speakerId: number | null
  readonly timeId: number | null
  readonly onBehalfOfId: number | null
  /** 1 where it is reported inside another. */
  readonly nested: number | null
}

type Insert = (statement: Placed) => void

/** Checks what stands in a statement's words; returns what inserts all of it. */
export function prepareParts(
  record: StatementRecord,
  document: OpenDocument,
  worded: Worded & { readonly quoted: () => readonly QuotedSpan[] },
  context: WriteContext,
): Insert {
  const { text } = document.text
  const wording = (span: SpanRecord) => wordingAmong(worded.quoted, piecesOf(span, document), worded, text)
  const place: Place = { record, document, context, wording }
  const inserts = [
    timesOf(place, worded),
    stancesOf(place),
    reviewsOf(place),
    mentionsOf(place),
    noQuantitiesOf(place),
    termsOf(place),
    framesOf(place),
  ]
  return statement => {
    for (const insert of inserts) insert(statement)
  }
}

interface Place {
  readonly record: StatementRecord
  readonly document: OpenDocument
  readonly context: WriteContext
  readonly wording: (span: SpanRecord) => ReturnType<typeof wordingAmong>
}

/** The times of the document that stand in the statement's words. */
function timesOf({ document, context }: Place, { content }: Worded): Insert {
  return ({ id }) => {
    for (const timeId of document.times().within(content)) {
      context.rows.insert(statementTimes, { statementId: id, timeId })
    }
  }
}

function stancesOf({ record, document, context, wording }: Place): Insert {
  const found = (record.stances ?? []).map(({ claim, stance, manner = null, span, ...given }) => {
    expectVerbatim(document, span)
    return { claim, claimId: context.names.id('claim', claim), stance, manner, span, ground: context.ground(given) }
  })
  if (new Set(found.map(({ claimId }) => claimId)).size < found.length) {
    refuseRecord('BAD_RECORD', 'a statement takes one stance to a claim')
  }
  return ({ id, slug, contentId, speakerId, timeId, onBehalfOfId, nested }) => {
    for (const { claim, claimId, stance, manner, span, ground } of found) {
      const passageId = context.documents.passageOrNull(document, span) ?? contentId
      context.rows.insert(stances, {
        slug: `${slug}/${claim}`,
        namedApart: null,
        statementId: id,
        claimId,
        stance,
        passageId,
        speakerId,
        documentId: document.id,
        timeId,
        onBehalfOfId,
        nested,
        manner,
        wording: wording(span ?? record.content),
        ...ground,
      })
    }
  }
}

function reviewsOf({ record, document, context }: Place): Insert {
  const found = (record.reviews ?? []).map(({ author, rating, url = null, title = null, published = null }) => {
    const date = published === null ? null : context.date(published)
    const dates = { published, publishedEarliest: date?.earliest ?? null, publishedLatest: date?.latest ?? null }
    return { authorId: context.names.id('agent', author), rating, url, title, ...dates }
  })
  return ({ id, slug }) => {
    for (const [index, review] of found.entries()) {
      const name = { slug: `${slug}/review/${index + 1}`, statementId: id, datasetId: document.datasetId }
      context.rows.insert(reviews, { ...name, ...review })
    }
  }
}

function mentionsOf({ record, document, context, wording }: Place): Insert {
  const found = withSlugs(readMentions(record.figures ?? [], document, context), record, 'figure')
  context.partNames.figures.expectFree(record.slug, found)
  return ({ id }) => {
    for (const { slug, span, ...mention } of found) {
      context.rows.insert(figureMentions, {
        ...named(slug, record.slug),
        statementId: id,
        passageId: context.documents.passage(document, span),
        words: span.exact,
        wording: wording(span),
        ...mention,
      })
    }
  }
}

function noQuantitiesOf({ record, document, context }: Place): Insert {
  const found = record.noQuantities ?? []
  for (const { span } of found) expectVerbatim(document, span)
  return ({ id }) => {
    for (const { span, reason, decidedBy = null } of found) {
      const passageId = context.documents.passage(document, span)
      context.rows.insert(noQuantities, { statementId: id, passageId, reason, decidedBy })
    }
  }
}

function termsOf({ record, document, context, wording }: Place): Insert {
  const found = withSlugs(record.terms ?? [], record, 'term').map(({ slug, referent, span, ...given }) => {
    expectVerbatim(document, span)
    return { slug, referentId: context.names.id('referent', referent), span, ground: context.ground(given) }
  })
  context.partNames.terms.expectFree(record.slug, found)
  return ({ id }) => {
    for (const { slug, referentId, span, ground } of found) {
      const words = { words: span.exact, folded: foldWords(span.exact), wording: wording(span) }
      const passageId = context.documents.passage(document, span)
      const row = { ...named(slug, record.slug), referentId, statementId: id, passageId }
      context.rows.insert(termUses, { ...row, ...words, ...ground })
    }
  }
}

function framesOf({ record, document, context, wording }: Place): Insert {
  const found = withSlugs(record.frames ?? [], record, 'frame').map(frame => {
    expectVerbatim(document, frame.span)
    const target = directedAt(frame.target, context)
    const affected = directedAt(frame.affected, context)
    return { slug: frame.slug, frame, target, affected, ground: context.ground(frame) }
  })
  context.partNames.frames.expectFree(record.slug, found)
  return ({ id }) => {
    for (const { slug, frame, target, affected, ground } of found) {
      context.rows.insert(frameUses, {
        slug,
        statementId: id,
        passageId: context.documents.passage(document, frame.span),
        function: frame.function ?? null,
        dimension: frame.dimension ?? null,
        targetAgentId: target.agentId,
        targetReferentId: target.referentId,
        valence: frame.valence ?? null,
        effect: frame.effect ?? null,
        affectedAgentId: affected.agentId,
        affectedReferentId: affected.referentId,
        wording: wording(frame.span),
        ...ground,
      })
    }
  }
}

/** What a source gives no slug is numbered within its statement. */
function withSlugs<T extends { readonly slug?: string | undefined }>(
  parts: readonly T[],
  { slug }: StatementRecord,
  kind: string,
) {
  return parts.map((part, index) => ({ ...part, slug: part.slug ?? `${slug}/${kind}/${index + 1}` }))
}

/** The slug of what stands in a statement, and whether it is looked for apart from it. */
function named(slug: string, statement: string) {
  return { slug, namedApart: slug.startsWith(`${statement}/`) ? null : 1 }
}

/** The agent or the referent of a name. @throws RecordRefused BAD_RECORD if there are both, UNKNOWN_REFERENCE if there is neither */
function directedAt(slug: string | undefined, { names }: WriteContext) {
  if (slug === undefined) return { agentId: null, referentId: null }
  const isAgent = names.isKnown('agent', slug)
  const isReferent = names.isKnown('referent', slug)
  if (isAgent && isReferent) refuseRecord('BAD_RECORD', `${slug} is both an agent and a referent`)
  if (isReferent) return { agentId: null, referentId: names.id('referent', slug) }
  return { agentId: names.id('agent', slug), referentId: null }
}
