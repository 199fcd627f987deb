import type { Held } from '../../model/howHeld.ts'
import type { AgentKind, Approximation, Attribution, Basis, Quotation, Voice, Wording } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { channelBasisOf, heldOf, speakerNames } from './accountsOf.ts'
import { withoutText } from './missingText.ts'

/** A document as it is cited. */
export interface CitedDocument {
  readonly document: string
  /** Of its text, hex. */
  readonly sha256: string
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string
  readonly publisher: string | null
  /** JSON: who wrote it, in the order of its byline. */
  readonly authors: string
  /** How the text begins. */
  readonly beginning: string
  readonly dataset: string | null
  readonly licence: string | null
  readonly source: string | null
}

/** Who wrote a document, by name. */
export interface CitedAuthor {
  readonly name: string
  readonly kind: AgentKind
}

/** Who wrote a document, in the order of its byline. */
export function authorsOf({ authors }: Pick<CitedDocument, 'authors'>): readonly CitedAuthor[] {
  return JSON.parse(authors)
}

/** The words of a passage, and where they stand in their document: code points, as `start-end,start-end`. */
export interface CitedPassage {
  readonly exact: string
  readonly selector: string
}

export interface CitedStatement extends CitedDocument, CitedPassage, Held {
  readonly voice: Voice
  readonly quotation: Quotation | null
  readonly channel: string | null
  /** The words that name its source. */
  readonly sourceWords: string | null
  /** JSON: the names of the speakers, in their order. */
  readonly speakers: string
  readonly attribution: Attribution | null
  readonly speakerBasis: Basis
  readonly channelBasis: Basis | null
  /** Why the speaker is taken to be who it is, where a curator concluded it. */
  readonly speakerReason: string | null
  /** Why it is taken to have come through this text, or this text to be one. */
  readonly channelReason: string | null
  /** The rule that read what is AUTOMATIC of the statement, with its version. */
  readonly rule: string | null
}

export interface CitedFigure extends CitedDocument {
  /** What a curator calls it. */
  readonly label: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly unit: string
}

const documentColumns = `d.slug as document, d.sha256, d.title, d.url, d.published, d.language, p.name as publisher,
  (select json_group_array(json_object('name', a.name, 'kind', a.kind)) from (
    select name, kind from documentAuthors where documentId = d.id order by position) a) as authors,
  (select substr(x.text, 1, 200) from documentTexts x where x.documentId = d.id) as beginning,
  s.name as dataset, s.licence, s.url as source`
const documentJoins = `left join agents p on p.id = d.publisherId left join datasets s on s.id = d.datasetId`

/** What a citation of a document says; undefined if there is none of that slug. */
export function citedDocument(database: Database, slug: string): CitedDocument | undefined {
  const cited = database
    .prepare<[string], CitedDocument>(`select ${documentColumns} from documents d ${documentJoins} where d.slug = ?`)
    .get(slug)
  return cited && withText(cited)
}

/** What a citation of a statement says. */
export function citedStatement(database: Database, slug: string): CitedStatement | undefined {
  const cited = database
    .prepare<[string], CitedStatement>(
      `select ${documentColumns}, t.text as exact, c.selector, t.voice, t.quotation,
         t.speakerBasis, ${channelBasisOf('t')}, t.speakerReason, coalesce(t.channelReason, h.reason) as channelReason,
         (select r.name || ' ' || r.version from rules r where r.id = t.ruleId) as rule,
         h.label as channel, ${heldOf('t')},
         (select o.exact from passages o where o.id = t.sourceId) as sourceWords,
         ${speakerNames} as speakers
       from statements t join passages c on c.id = t.contentId join documents d on d.id = t.documentId ${documentJoins}
       left join channels h on h.id = t.channelId
       where t.slug = ?`,
    )
    .get(slug)
  return cited && withText(cited)
}

/** What a citation of a figure says. */
export function citedFigure(database: Database, slug: string): CitedFigure | undefined {
  const cited = database
    .prepare<[string], CitedFigure>(
      `select ${documentColumns}, f.label, f.value, f.lower, f.upper, f.unit
       from figures f join documents d on d.id = f.documentId ${documentJoins} where f.slug = ?`,
    )
    .get(slug)
  return cited && withText(cited)
}

/** Words for a figure, in the statement that has them. */
export interface CitedWording extends CitedPassage {
  readonly statement: string
  readonly wording: Wording | null
  readonly approximation: Approximation
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** The words for a figure, in the order of the text. */
export function wordingsOf(database: Database, figure: string): CitedWording[] {
  return database
    .prepare<[string], CitedWording>(
      `select p.exact, p.selector, s.slug as statement, m.wording, m.approximation,
         m.value, m.lower, m.upper from figureMentions m join figures f on f.id = m.figureId
       join passages p on p.id = m.passageId join statements s on s.id = m.statementId
       where f.slug = ? order by p.start, p.end, m.id`,
    )
    .all(figure)
}

function withText<Cited extends CitedDocument>(cited: Cited & { readonly beginning: string | null }): Cited {
  if (cited.beginning === null) throw withoutText(cited.document)
  return cited
}
