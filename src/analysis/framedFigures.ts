import type { Basis } from '../model/vocabulary.ts'
import { pageCap } from '../store/engine/cursor.ts'
import { readRows } from '../store/query/readRows.ts'
import type { Reader } from '../store/reader.ts'
import { type agent, figure, figureMention, figureRelation, type RowOf, statement } from '../store/schema/entities.ts'
import { figureRelationsFrom } from '../store/schema/relations.ts'
import { type Factor, factorBetween } from './figureComparison.ts'
import type { Framing, FramingLine } from './framing.ts'

type Agent = RowOf<typeof agent>

/** A figure that is compared, what it derives from or stands to, how, and by what factor they differ. */
export interface Derivation {
  readonly figure: RowOf<typeof figure>
  readonly kind: RowOf<typeof figureRelation>['kind']
  /** Whether the document states the relation. The factor is computed, whatever it is. */
  readonly basis: RowOf<typeof figureRelation>['basis']
  readonly from: RowOf<typeof figure>
  readonly factor: Factor | null
}

/** What the figures in the lines of a table derive from. */
export async function readDerivations(read: Reader, lines: readonly FramingLine[]): Promise<Derivation[]> {
  const ids = new Set(lines.flatMap(({ keys }) => keys.filter(({ entity }) => entity === figure).map(({ key }) => key)))
  const list = { entity: figureRelation, relation: figureRelationsFrom }
  const derivations = Array.from(ids, async id => {
    const [row, relations] = await Promise.all([
      read.byId(figure, id === null ? null : Number(id)),
      read.page(list, Number(id), { first: pageCap }),
    ])
    const found = relations.edges.map(async ({ node: { kind, basis, objectId } }) => {
      const from = await read.byId(figure, objectId)
      return row && from ? [{ figure: row, kind, basis, from, factor: await factorBetween(read, row, from) }] : []
    })
    return (await Promise.all(found)).flat()
  })
  return (await Promise.all(derivations)).flat()
}

/** A wording of a number that is compared: whose it is, what its words commit to, and what they count. */
export interface ComparedMention {
  readonly speaker: Agent
  /** How it is known who speaks. */
  readonly speakerBasis: Basis
  readonly mention: RowOf<typeof figureMention>
  /** As the figure has it or, where nobody has said which figure it is, as worded. */
  readonly unit: string | null
  readonly counted: string | null
}

/** The most wordings of numbers that are read for one picture. */
const mostMentions = 2_000

/** The wordings of numbers that are compared, and how many there are in all. */
export async function comparedMentions(
  read: Reader,
  { speakers, filter, wording }: Framing,
): Promise<{ readonly mentions: ComparedMention[]; readonly total: number }> {
  const named = { hasQuantifier: false }
  const list = {
    entity: figureMention,
    fixed: { and: [{ statementMatches: filter }, named, ...(wording === null ? [] : [{ wording }])] },
  }
  const total = await read.count(list, null, null)
  const rows = await readRows(mostMentions, stretch => read.page(list, null, stretch))
  const mentions = rows.map(async mention => {
    const [said, counted] = await Promise.all([
      read.byId(statement, mention.statementId),
      read.byId(figure, mention.figureId),
    ])
    const speaker = speakers.find(({ id }) => id === said?.speakerId)
    if (speaker === undefined) return []
    const unit = mention.unit ?? counted?.unit ?? null
    return [
      {
        speaker,
        speakerBasis: said?.speakerBasis ?? 'STATED',
        mention,
        unit,
        counted: mention.counted ?? counted?.population ?? null,
      },
    ]
  })
  return { mentions: (await Promise.all(mentions)).flat(), total }
}
