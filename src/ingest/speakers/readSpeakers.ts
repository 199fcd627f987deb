import { slugify } from '../../model/slug.ts'
import { CodePoints } from '../../model/text.ts'
import type { Database } from '../../store/engine/database.ts'
import { recordRevision } from '../../store/engine/revisions.ts'
import { carryDecisionsOut, setDecisionsAside } from '../../store/write/identities.ts'
import {
  clearSpeakers,
  ownAgents,
  type ReadLink,
  readableDocuments,
  writeSpeakers,
} from '../../store/write/speakers.ts'
import { slugOfId } from '../formats/names.ts'
import { nameKey } from '../names/tokens.ts'
import { joinByName, type Occurrence } from './datasetAgents.ts'
import { readDocument } from './readDocument.ts'
import { SAME_NAME_IN_DATASET, SPEAKER_RULES_VERSION, SpeakerRule } from './rules.ts'

/** How many statements of a dataset rules give a speaker, and how many agents there are for it. */
export interface SpeakersRead {
  readonly dataset: string
  readonly statements: number
  readonly agents: number
}

interface LinkedOccurrence extends Occurrence {
  readonly link: ReadLink
}

/**
 * Reads whom the sources of a dataset's documents name, in place of what was read before: in each document first, and
 * then who is the same by name in several. What a person decided holds over it. One transaction.
 */
export function readSpeakers(database: Database, dataset: string): SpeakersRead {
  return database.write(() => {
    setDecisionsAside(database)
    clearSpeakers(database, dataset)
    const agents = joinByName(occurrencesIn(database, dataset), namesOf(database, dataset))
    const written = writeSpeakers(
      database,
      dataset,
      Iterator.from(agents).map(([agent, occurrences]) => ({ ...agent, links: occurrences.map(({ link }) => link) })),
      Object.entries(SpeakerRule).map(([name, meaning]) => ({ name, version: SPEAKER_RULES_VERSION, meaning })),
      { name: 'SAME_NAME_IN_DATASET', version: SPEAKER_RULES_VERSION, meaning: SAME_NAME_IN_DATASET },
    )
    carryDecisionsOut(database)
    recordRevision(database, `speakers of ${dataset} read`, SPEAKER_RULES_VERSION)
    return { dataset, ...written }
  })
}

/** Takes back what rules read of a dataset's speakers. */
export function forgetSpeakers(database: Database, dataset: string): void {
  database.write(() => {
    setDecisionsAside(database)
    clearSpeakers(database, dataset)
    carryDecisionsOut(database)
    recordRevision(database, `speakers of ${dataset} forgotten`, SPEAKER_RULES_VERSION)
  })
}

function* occurrencesIn(database: Database, dataset: string): Generator<LinkedOccurrence> {
  for (const { id, slug, text, published, mentions } of readableDocuments(database, dataset)) {
    const points = new CodePoints(text)
    const sources = mentions.map(({ antecedent, antecedentStart, start, ...mention }) => ({
      ...mention,
      start: start === null ? null : points.toUtf16(start),
      antecedent:
        antecedent === null || antecedentStart === null
          ? null
          : { words: antecedent, start: points.toUtf16(antecedentStart) },
    }))
    for (const { agent, mention, rule, evidence, roleWords } of readDocument(text, sources)) {
      const link = {
        mention,
        document: id,
        rule,
        roleWords,
        evidence: evidence && {
          start: points.toCodePoint(evidence.start),
          end: points.toCodePoint(evidence.end),
          exact: text.slice(evidence.start, evidence.end),
        },
      }
      yield { document: slug, published, agent, link }
    }
  }
}

/** The slug for a name: that of the one agent that the dataset itself has by that name, or one of its own. */
function namesOf(database: Database, dataset: string): (name: string, ...telling: readonly string[]) => string {
  const own = Map.groupBy(ownAgents(database, dataset), ({ name }) => nameKey(name))
  return (name, ...telling) => {
    const [only, ...others] = own.get(nameKey(name)) ?? []
    if (only && others.length === 0 && telling.length === 0) return only.slug
    return slugOfId(`${dataset}-name`, slugify([name, ...telling].join(' ')))
  }
}
