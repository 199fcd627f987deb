import type { Database } from '../engine/database.ts'
import { passageAt } from './passageAt.ts'
import { idOfSlug, lastId } from './rowIds.ts'
import { type RuleVersion, ruleId } from './rules.ts'
import { enterReadAgents, forgetReadAgents } from './searchIndex.ts'

/** A document whose sources are read, with its text. */
export interface ReadableDocument {
  readonly id: number
  readonly slug: string
  readonly text: string
  readonly published: string | null
}

/** Words that name a source, with where they stand (code points). */
export interface ReadableMention {
  readonly id: number
  readonly words: string
  readonly start: number | null
  readonly antecedent: string | null
  readonly antecedentStart: number | null
}

/** An agent that a rule made of names. */
export interface ReadAgent {
  readonly slug: string
  readonly kind: 'PERSON' | 'ORGANIZATION' | 'UNKNOWN'
  readonly name: string
  readonly links: readonly ReadLink[]
}

/** What a rule read of a mention. */
export interface ReadLink {
  readonly mention: number
  readonly document: number
  readonly rule: string
  /** Code points of the document. */
  readonly evidence: { readonly start: number; readonly end: number; readonly exact: string } | null
  readonly roleWords: string | null
}

/** The datasets whose speakers have not been read by this version of the rules since a source came. */
export function datasetsToRead(database: Database, version: string, only: string | null): string[] {
  return database
    .prepare<[string, string | null, string | null], { slug: string }>(
      'select slug from datasets where speakersRead is not ? and (? is null or slug = ?) order by id',
    )
    .all(version, only, only)
    .map(({ slug }) => slug)
}

/** The names that a dataset's own agents have, each agent by its name alone. */
export function ownAgents(database: Database, dataset: string): { slug: string; name: string }[] {
  return database
    .prepare<[string], { slug: string; name: string }>(
      `select a.slug, a.name from agents a join datasets d on d.id = a.datasetId
       where d.slug = ? and a.ruleId is null and a.kind <> 'UNKNOWN' order by a.id`,
    )
    .all(dataset)
}

/** The English documents of a dataset in which sources are named by words that no corpus and no person has linked. */
export function* readableDocuments(
  database: Database,
  dataset: string,
): Generator<ReadableDocument & { readonly mentions: ReadableMention[] }> {
  const documents = database
    .prepare<[number | undefined], { id: number; slug: string; published: string | null }>(
      `select d.id, d.slug, d.published from documents d
       where d.datasetId = ? and (d.language = 'en' or d.language like 'en-%')
         and exists (select 1 from statements s join mentions m on m.statementId = s.id
                     where s.documentId = d.id and m.link is null)
       order by d.id`,
    )
    .all(idOfSlug(database, 'datasets', dataset))
  const textOf = database.prepare<[number], { text: string }>('select text from documentTexts where documentId = ?')
  const mentionsOf = database.prepare<[number], ReadableMention>(
    `select m.id, m.words, p.start, a.exact as antecedent, a.start as antecedentStart
     from statements s join mentions m on m.statementId = s.id
     left join passages p on p.id = m.passageId left join passages a on a.id = m.antecedentId
     where s.documentId = ? and m.link is null order by m.id`,
  )
  for (const document of documents) {
    const { text } = textOf.get(document.id) ?? { text: '' }
    yield { ...document, text, mentions: mentionsOf.all(document.id) }
  }
}

/** Takes back all that rules read of a dataset's speakers. The caller holds the transaction, with the decisions set aside. */
export function clearSpeakers(database: Database, dataset: string): void {
  const datasetId = idOfSlug(database, 'datasets', dataset)
  database
    .prepare(
      `update statements set speakerId = null, voice = 'UNLINKED', basis = 'STATED', speakerBasis = 'STATED', ruleId = null
       where +datasetId = ? and ruleId is not null and speakerBasis = 'AUTOMATIC'`,
    )
    .run(datasetId)
  database
    .prepare(
      `update statements set onBehalfOfId = null where datasetId = ? and id in (
         select statementId from mentions where ruleId is not null and role = 'ON_BEHALF_OF' and link = 'RULE')`,
    )
    .run(datasetId)
  database
    .prepare(
      `update mentions set agentId = null, link = null, basis = null, ruleId = null, roleWords = null, evidenceId = null
       where +datasetId = ? and ruleId is not null and link = 'RULE'`,
    )
    .run(datasetId)
  database.prepare('update datasets set speakersRead = null where id = ?').run(datasetId)
}

/** Writes what rules read of a dataset's speakers, which were cleared before. The caller holds the transaction. */
export function writeSpeakers(
  database: Database,
  dataset: string,
  agents: Iterable<ReadAgent>,
  rules: readonly RuleVersion[],
  agentRule: RuleVersion,
): { readonly statements: number; readonly agents: number } {
  const datasetId = idOfSlug(database, 'datasets', dataset)
  if (datasetId === undefined) throw new Error('the dataset that is read stands')
  const lastPassage = lastId(database, 'passagePlaces')
  forgetReadAgents(database, datasetId)
  const ruleIds = new Map(rules.map(rule => [rule.name, ruleId(database, rule)]))
  const agentRuleId = ruleId(database, agentRule)
  const addAgent = database.prepare<unknown[], { id: number }>(
    `insert into agents (slug, kind, organizationKind, name, datasetId, ruleId) values (?, ?, ?, ?, ?, ?)
     on conflict (slug) do update set kind = excluded.kind, organizationKind = excluded.organizationKind,
       name = excluded.name, ruleId = excluded.ruleId where agents.ruleId is not null
     returning id`,
  )
  const link = database.prepare(
    `update mentions set agentId = ?, link = 'RULE', basis = 'AUTOMATIC', ruleId = ?, roleWords = ?, evidenceId = ? where id = ?`,
  )
  for (const { slug, kind, name, links } of agents) {
    const organizationKind = kind === 'ORGANIZATION' ? 'OTHER' : null
    // A row that a source itself brought is left as it is, and answers nothing.
    const id =
      addAgent.get(slug, kind, organizationKind, name, datasetId, agentRuleId)?.id ?? idOfSlug(database, 'agents', slug)
    for (const { mention, document, rule, evidence, roleWords } of links) {
      link.run(id, ruleIds.get(rule), roleWords, evidence ? passageAt(database, document, evidence) : null, mention)
    }
  }
  const settled = giveSpeakers(database, datasetId)
  forgetUnused(database, datasetId)
  enterReadAgents(database, datasetId, lastPassage)
  database.prepare('update datasets set speakersRead = ? where id = ?').run(agentRule.version, datasetId)
  return settled
}

/** A statement gets the speaker to whom all of its sources lead. */
function giveSpeakers(database: Database, datasetId: number) {
  const allLeadTo = (role: string) =>
    `(select case when min(m.agentId) = max(m.agentId) and count(m.agentId) = count(*) then min(m.agentId) end
      from mentions m where m.statementId = t.id and m.role = '${role}')`
  const named = (role: string) =>
    `t.id in (select statementId from mentions where +datasetId = ? and ruleId is not null and role = '${role}' and link = 'RULE')`
  const { changes } = database
    .prepare(
      `update statements as t set speakerId = ${allLeadTo('SOURCE')}, voice = 'AGENT', basis = 'AUTOMATIC', speakerBasis = 'AUTOMATIC',
         ruleId = (select m.ruleId from mentions m where m.statementId = t.id and m.role = 'SOURCE' and m.ruleId is not null order by m.id limit 1)
       where ${named('SOURCE')} and t.speakerId is null and ${allLeadTo('SOURCE')} is not null`,
    )
    .run(datasetId)
  database
    .prepare(
      `update statements as t set onBehalfOfId = ${allLeadTo('ON_BEHALF_OF')} where ${named('ON_BEHALF_OF')} and t.onBehalfOfId is null`,
    )
    .run(datasetId)
  const agents = database.value<number>(
    'select count(*) from agents where datasetId = ? and ruleId is not null',
    datasetId,
  )
  return { statements: changes, agents: agents ?? 0 }
}

/** The agents that rules made before, to whom nothing leads any more; whoever is in a decision stays. */
function forgetUnused(database: Database, datasetId: number): void {
  database
    .prepare(
      `delete from agents as a where a.datasetId = ? and a.ruleId is not null
         and not exists (select 1 from mentions m where m.agentId = a.id)
         and not exists (select 1 from statements s where s.speakerId = a.id or s.onBehalfOfId = a.id)
         and not exists (select 1 from decisions d where d.agentId = a.id or d.otherId = a.id)`,
    )
    .run(datasetId)
}
