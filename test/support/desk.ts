import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from '../../src/draft/desk/desk.ts'
import type { ItemKind } from '../../src/draft/desk/item.ts'
import { type Proposal, writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import type { KnownAgent } from '../../src/draft/knownAgents.ts'
import { seed, temporaryFolder } from './graph.ts'

/** The annotations with which a review of the seed's article begins. */
export const blank = '# by hand\ndossier: 1\nuse: [../agents.yaml] # the register\ndocument: { language: en }\n'

/** The seed's article with a draft, in a folder of its own, beside its register. */
export function draftedSeed(): string {
  const above = temporaryFolder()
  const folder = join(above, 'wane')
  cpSync(join(seed, '../agents.yaml'), join(above, 'agents.yaml'))
  cpSync(join(seed, 'article.txt'), join(folder, 'article.txt'))
  writeFileSync(join(folder, 'annotations.yaml'), blank)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
  return folder
}

/** What annotations begin with that say no more than what they must. */
export const head = headIn('en')

function headIn(language: string): string {
  return `dossier: 1\ndocument: { language: ${language} }\n`
}

/** A folder of its own with an article that nobody has annotated, unless annotations are given. */
export function articleFolder(article: string, annotations = head): string {
  const folder = join(temporaryFolder(), 'pier')
  mkdirSync(folder)
  writeFileSync(join(folder, 'article.txt'), article)
  writeFileSync(join(folder, 'annotations.yaml'), annotations)
  return folder
}

/** What a draft by rules proposes for an article. */
export function proposalsFor(
  article: string,
  {
    language = 'en',
    graphNames = [],
  }: { readonly language?: string; readonly graphNames?: readonly KnownAgent[] } = {},
): readonly Proposal[] {
  return draftFolder(articleFolder(article, headIn(language)), { graphNames, model: null }).proposals
}

/** The desk of a folder, in the name of Ada Moss. */
export function deskOf(folder: string, { isRestoring = false } = {}): Desk {
  return new Desk(folder, { by: 'Ada Moss', now: () => new Date(0), write: writeFileSync, isRestoring })
}

type Values = Readonly<Record<string, string>>

/** Adds something by hand, or codes a statement. */
function add(desk: Desk, kind: ItemKind, values: Values, statement?: string): void {
  if (statement !== undefined && (kind === 'frame' || kind === 'term' || kind === 'stance' || kind === 'relation')) {
    desk.perform({ do: 'CODE', kind, statement })
  } else if (kind !== 'frame' && kind !== 'term' && kind !== 'stance' && kind !== 'relation') {
    desk.perform({ do: 'ADD', kind, at: null })
  }
  for (const [field, value] of Object.entries(values)) desk.perform({ do: 'SET', field, value })
  desk.perform({ do: 'ACCEPT' })
}

const letter = 'there were 662,566 noncitizens with criminal histories on the agency’s non-detained docket'
const removed = 'DHS has removed or returned nearly 900,000 individuals'
const said = { who: 'patrick-lechleitner', speechAct: 'ASSERTIVE', reason: 'his letter says it' }

/** Two people code the same words, and differ in all that can be coded. */
export function twoCodings(): string {
  const folder = draftedSeed()
  const one = deskOf(folder)
  add(one, 'statement', { content: letter, ...said })
  add(one, 'figure', { words: '662,566', label: 'noncitizens with criminal histories', unit: 'person', key: 'all' })
  add(one, 'time', { words: 'July 21', date: '2024-07-21', key: 'as-of' })
  add(one, 'frame', { words: 'criminal histories', function: 'PROBLEM_DEFINITION' }, 'statement-added-1')
  add(one, 'term', { words: 'noncitizens', newReferent: 'Immigrants' }, 'statement-added-1')
  add(one, 'stance', { newClaim: 'Many people on the docket have a record.', stance: 'SUPPORTS' }, 'statement-added-1')

  const two = new Desk(folder, { by: 'Bo Lind', now: () => new Date(0), write: writeFileSync, isSecond: true })
  add(two, 'agent', { words: 'Lechleitner', type: 'person', name: 'Pat Letter' })
  add(two, 'statement', { content: removed, ...said, who: 'pat-letter' })
  add(two, 'statement', { content: letter, ...said })
  add(two, 'figure', { words: '662,566', label: 'people on the docket', unit: 'person', key: 'docket' })
  add(two, 'figure', { words: 'nearly 900,000', label: 'people removed', unit: 'person', key: 'removed' })
  add(two, 'time', { words: 'July 21', date: '2023-07-21', key: 'day' })
  const coded = two.catalogue.statements.find(({ words }) => words === letter)?.key ?? ''
  add(two, 'frame', { words: 'criminal histories', function: 'CAUSAL_INTERPRETATION' }, coded)
  add(two, 'term', { words: 'noncitizens', newReferent: 'People' }, coded)
  add(two, 'stance', { newClaim: 'The docket is long.', stance: 'SUPPORTS' }, coded)
  return folder
}
