import type { FigureMentionRecord, NoQuantityRecord } from '../../model/records/figure.ts'
import type { FrameUseRecord, StanceRecord, StatementRecord, TermUseRecord } from '../../model/records/statement.ts'
import type { AllFields } from '../../model/records/whole.ts'
import { readMention } from '../../reading/index.ts'
import { hullOf } from '../article.ts'
import type { FigureMentionEntry, StatementEntry } from '../dossier.ts'
import { partSlug } from '../resolve/annotations.ts'
import { mentionSlug } from '../resolve/figureMentions.ts'
import { frameSlug } from '../resolve/frameUses.ts'
import { groundToSay, type LeavingDocument, type WholeEntry } from './document.ts'
import { spansOfRecord } from './quotes.ts'

type Item<K extends 'noQuantities' | 'terms' | 'frames' | 'stances'> = NonNullable<StatementEntry[K]>[number]

/** The words of what stands in a statement's words. */
function wordsIn(span: TermUseRecord['span'], statement: StatementRecord, leaving: LeavingDocument) {
  return leaving.words(span, leaving.contentOf(statement.slug), leaving.dataset === null)
}

export function noQuantityEntry(
  { span, reason, decidedBy }: NoQuantityRecord,
  statement: StatementRecord,
  leaving: LeavingDocument,
): WholeEntry<Item<'noQuantities'>> {
  return { words: wordsIn(span, statement, leaving), reason, decidedBy }
}

export function termEntry(
  term: TermUseRecord,
  statement: StatementRecord,
  leaving: LeavingDocument,
): WholeEntry<Item<'terms'>> {
  const { slug, referent, span } = term
  const expected = partSlug({ record: statement }, 'term', term, referent)
  return {
    referent,
    words: wordsIn(span, statement, leaving),
    ...groundToSay(term, null),
    slug: slug === expected ? undefined : slug,
    note: leaving.noteAbout('term', slug ?? expected),
  }
}

export function stanceEntry(
  stance: StanceRecord,
  statement: StatementRecord,
  leaving: LeavingDocument,
): WholeEntry<Item<'stances'>> {
  return {
    claim: stance.claim,
    stance: stance.stance,
    manner: stance.manner,
    words: stance.span && wordsIn(stance.span, statement, leaving),
    ...groundToSay(stance, null),
    note: leaving.noteAbout('stance', `${statement.slug}/${stance.claim}`),
  }
}

export function frameEntry(
  frame: FrameUseRecord,
  statement: StatementRecord,
  leaving: LeavingDocument,
): WholeEntry<Item<'frames'>> {
  const expected = frameSlug(frame, frame, { record: statement })
  return {
    function: frame.function,
    dimension: frame.dimension,
    words: wordsIn(frame.span, statement, leaving),
    target: frame.target,
    valence: frame.valence,
    affected: frame.affected,
    effect: frame.effect,
    ...groundToSay(frame, null),
    slug: frame.slug === expected ? undefined : frame.slug,
    note: leaving.noteAbout('frame', frame.slug ?? expected),
  }
}

export function figureMentionEntry(
  mention: FigureMentionRecord,
  statement: StatementRecord,
  leaving: LeavingDocument,
): WholeEntry<FigureMentionEntry> {
  const { slug, span, quantifier, unit, counted } = mention
  const figure = mention.figure === undefined ? undefined : leaving.keys.figures.outside(mention.figure)
  const expected = mentionSlug({ figure, quantifier }, mention, { record: statement })
  return {
    figure,
    words: wordsIn(span, statement, leaving),
    quantifier,
    ...amountToSay(mention, leaving),
    unit,
    counted,
    ...groundToSay(mention, null),
    slug: slug === expected ? undefined : slug,
    note: leaving.noteAbout('figureMention', slug ?? expected),
  }
}

/** What the words commit to: nothing, where that can be read off them again. */
function amountToSay(
  { figure, span, approximation, value, lower, upper }: FigureMentionRecord,
  { article, records }: LeavingDocument,
): Pick<AllFields<FigureMentionEntry>, 'approximation' | 'value' | 'lower' | 'upper'> {
  const none = { approximation: undefined, value: undefined, lower: undefined, upper: undefined }
  if (approximation === 'NO_NUMBER' || approximation === undefined) return none
  const amount = records.figure.find(each => each.slug === figure) ?? null
  const place = hullOf(spansOfRecord(span, article))
  const { quantity, fault } = readMention(article.text, place, article.language, article.numbers, amount, undefined)
  const isRead =
    fault === null &&
    quantity?.approximation === approximation &&
    (quantity.value ?? undefined) === value &&
    (quantity.lower ?? undefined) === lower &&
    (quantity.upper ?? undefined) === upper
  return isRead ? none : { approximation, value, lower, upper }
}
