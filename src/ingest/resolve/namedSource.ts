import type { StatementRecord } from '../../model/records/statement.ts'
import type { Span } from '../../model/span.ts'
import { type AgentEntry, nameOfAgent, type StatementEntry } from '../dossier.ts'
import { allWordsOf } from '../placesOf.ts'
import type { YamlEntry } from '../yaml.ts'
import { reasonsOf } from './attribution.ts'
import type { DossierContext } from './context.ts'

/** The names of an agent by which the words of a source can name it. */
export interface AgentNames {
  readonly key: string
  readonly isPerson: boolean
  readonly names: readonly string[]
  /** The last word of a person's name. */
  readonly surname: string | null
}

/** The agents that a dossier knows, with their names. */
export function namesOfAgents({ catalogue }: DossierContext): AgentNames[] {
  return Array.from(catalogue.agents, ([key, { value }]) => ({ key, ...namesOf(value) }))
}

function namesOf(agent: AgentEntry): Omit<AgentNames, 'key'> {
  const names = [nameOfAgent(agent), ...(agent.otherNames ?? [])].filter(name => name !== '')
  const isPerson = agent.person !== undefined
  return { isPerson, names, surname: isPerson ? (/\s(\p{Lu}\S+)$/u.exec(agent.person ?? '')?.[1] ?? null) : null }
}

/** Where the words of the source name another agent than the speaker, that is a conclusion, which has its reason. */
export function checkSource(
  statement: StatementEntry,
  entry: YamlEntry,
  agents: readonly AgentNames[],
  { slips }: DossierContext,
): void {
  const { speaker, source, rule, mentions } = statement
  if (speaker === undefined || source === undefined || rule !== undefined || mentions !== undefined) return
  if (reasonsOf(statement).speaker !== undefined) return
  const words = allWordsOf(source)
  const speakers = [speaker].flat()
  const known = agents.filter(({ key }) => speakers.includes(key))
  // Whom nobody knows is a problem of its own.
  if (known.length < new Set(speakers).size) return
  const isOfSpeaker = known.some(({ names, surname }) =>
    [...names, surname ?? ''].some(name => name !== '' && holds(words, name)),
  )
  const [named] = isOfSpeaker ? [] : namedBy(words, agents)
  if (named === undefined || speakers.includes(named)) return
  slips.add(entry.at('speaker'), `the source names ${named}: if the speaker is someone else, give the reason`, {
    words,
    suggestion: named,
  })
}

/** A reason makes another agent the speaker where it speaks for the source; a source of another paragraph is none of these words at all. */
export function checkFarSource(
  { source, speakers, speakerReason }: Pick<StatementRecord, 'source' | 'speakers' | 'speakerReason'>,
  paragraph: Span,
  entry: YamlEntry,
  agents: readonly AgentNames[],
  { article, slips }: DossierContext,
): void {
  if (source === undefined || speakers === undefined || speakerReason === undefined) return
  const isNear = source.at.some(([start]) => {
    const index = article.codePoints.toUtf16(start)
    return paragraph.start <= index && index < paragraph.end
  })
  const [named] = isNear ? [] : namedBy(source.exact, agents)
  if (named === undefined || speakers.includes(named)) return
  slips.add(
    entry.at('source', 'exact'),
    `the source stands in another paragraph and names ${named}: give the speaker's own, or leave it out`,
    { words: source.exact },
  )
}

/** Whom words name: an organization by all of them, a person by the full name that ends them, else by the surname. */
function namedBy(words: string, agents: readonly AgentNames[]): string[] {
  const bare = words.replace(/^the\s+/i, '').toLowerCase()
  const whole = agents.filter(({ names }) =>
    names.some(name => [bare, words.toLowerCase()].includes(name.toLowerCase())),
  )
  const people = agents.filter(({ isPerson }) => isPerson)
  const full = people.filter(({ names }) => names.some(name => isHead(words, name)))
  const bySurname = people.filter(({ surname }) => surname !== null && isHead(words, surname))
  for (const found of [whole, full, bySurname]) {
    const [only] = found
    if (only !== undefined) return found.length === 1 ? [only.key] : []
  }
  return []
}

/** Words that join a name to the noun which is meant: “a lawyer for Ada Moss”, „der Sprecher von Ada Moss“. */
const joint =
  /(?:^|\s)(?:of|for|from|at|in|by|with|to|and|or|than|against|about|von|vom|für|bei|mit|und|oder|der|des|de|du|da|do|del|della|di|y|e|et|van|voor|af|av)\s|['’]s?\s/iu

/** Whether a name ends the words, with only what stands in brackets or behind a comma after it, and nothing joins it to another noun. */
function isHead(words: string, name: string): boolean {
  const at = words.lastIndexOf(name)
  if (at < 0 || !holds(words, name)) return false
  return /^\s*(?:[,(].*)?$/su.test(words.slice(at + name.length)) && !joint.test(words.slice(0, at))
}

function holds(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const [before, after] = [words.slice(0, at), words.slice(at + name.length)]
    if (!/[\p{L}\p{N}\p{M}]$/u.test(before) && !/^[\p{L}\p{N}\p{M}]/u.test(after)) return true
  }
  return false
}
