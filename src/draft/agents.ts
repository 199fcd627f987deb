import type { Article } from '../ingest/article.ts'
import { headName } from '../ingest/names/headName.ts'
import { quoteFor } from '../ingest/quoteFor.ts'
import type { Span } from '../model/span.ts'
import { isEnglish } from '../reading/index.ts'
import { datelineTokens } from './dateline.ts'
import type { ProposalOf } from './draftFile.ts'
import type { KnownAgents } from './knownAgents.ts'
import type { TaggedText, TaggedToken } from './tokens.ts'

const pronouns = /^(?:he|she|they|it|we|you|who|which|his|her|their|its|this|these|those|that|one|i)$/i

/** “Port Calder”, “Skelling Bay”: names of places by their first or last word. */
const placeName =
  /^(?:Port|Mount|Lake|Fort|Cape|Point)\s|\s(?:Street|Avenue|Road|Boulevard|Bay|Beach|Island|Islands|River|Creek|Lake|Mountains?|Valley|Harbou?r|Peninsula)$/u

/** How many names before a pronoun are offered for it. */
const mostCandidates = 3

export function isPronoun(words: string): boolean {
  return pronouns.test(words.trim())
}

/** Pronouns of the first and third person singular, which stand for people only. */
const ofPeople = /^(?:he|she|his|her|i)$/i

/**
 * Known agents named before a pronoun, the nearest first: whom it may stand for, which is no organization for “she”. A person
 * decides.
 */
export function candidatesFor(article: Article, pronoun: Span, known: KnownAgents): string[] {
  const last = new Map<string, number>()
  const isPersonal = isEnglish(article.language) && ofPeople.test(article.slice(pronoun))
  for (const [name, key] of known.names) {
    if (isPersonal && !known.isPerson(key)) continue
    const place = article
      .find(name, { start: 0, end: pronoun.start })
      .map(({ start }) => start)
      .at(-1)
    if (place !== undefined) last.set(key, Math.max(place, last.get(key) ?? -1))
  }
  return [...last]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostCandidates)
    .map(([key]) => key)
}

/**
 * Who is named: agents of the registers and the graph at their first naming, and names that nobody knows yet; with what the
 * words right before a full name make of a person, as a role.
 */
export function agentProposals(
  article: Article,
  text: TaggedText,
  known: KnownAgents,
): (ProposalOf<'agent'> | ProposalOf<'membership'>)[] {
  const seen = new Set<string>()
  const outside = datelineTokens(text)
  return text.paragraphs.flatMap(paragraph =>
    runsOfNames(paragraph.filter(({ index }) => !outside.has(index))).flatMap(run => {
      const [first] = run
      const last = run.at(-1)
      if (!first || !last) return []
      const words = article.slice({ start: first.start, end: last.end })
      const head = headName(words)
      if (head === null) return []
      const isPerson = head.kind === 'PERSON'
      const name = isPerson ? head.name.words : head.words
      const key = known.named(name)
      const start = first.start + head.start
      const end = first.start + head.end
      if (head.kind === 'NAME' && key === null && placeName.test(name)) return []
      if (seen.has(name) || (!isPerson && head.kind === 'SURNAME' && key === null)) return []
      seen.add(name)
      const agent: ProposalOf<'agent'> = {
        key: '',
        kind: 'agent',
        start,
        end,
        confidence: key === null ? (isPerson ? 'FAIR' : 'LOW') : 'HIGH',
        why: key === null ? 'a name by its spelling' : 'a name that a register or the graph has',
        words: quoteFor(article, { start, end }),
        name,
        ...(isPerson && { type: 'person' as const }),
        ...(head.kind === 'ORGANIZATION' && { type: 'organization' as const }),
        ...(key !== null && { agent: key }),
      }
      const role = article.slice({ start: first.start, end: start }).trim()
      if (!isPerson || role === '' || /^(?:the|a|an|mr|mrs|ms|dr)\.?$/i.test(role)) return [agent]
      return [agent, membershipOf(article, first.start, end, name, role)]
    }),
  )
}

/** Agents that a register or the graph has, at their first naming: all that can be told of names in a language whose words are not tagged. */
export function knownAgentProposals(article: Article, known: KnownAgents): ProposalOf<'agent'>[] {
  const firsts = new Map<string, ProposalOf<'agent'>>()
  for (const [name, agent] of known.names) {
    const [span] = article.find(name, { start: 0, end: article.text.length })
    const before = firsts.get(agent)
    if (span === undefined || (before !== undefined && before.start <= span.start)) continue
    const words = quoteFor(article, span)
    const why = 'a name that a register or the graph has'
    firsts.set(agent, { key: '', kind: 'agent', ...span, confidence: 'HIGH', why, words, name, agent })
  }
  return [...firsts.values()]
}

/** “ICE Deputy Director Patrick Lechleitner”: a role as worded, and before it the organization, if an acronym begins it. */
function membershipOf(
  article: Article,
  start: number,
  end: number,
  member: string,
  words: string,
): ProposalOf<'membership'> {
  const [, acronym, rest] = /^([A-Z][A-Z.]+)\s+(.+)$/s.exec(words) ?? []
  return {
    key: '',
    kind: 'membership',
    start,
    end,
    confidence: 'FAIR',
    why: 'what stands right before a full name',
    member,
    role: rest ?? words,
    ...(acronym !== undefined && { organization: acronym }),
    evidence: quoteFor(article, { start, end }),
  }
}

/** Runs of capitalised words, with “of” and “the” inside them. */
function runsOfNames(paragraph: readonly TaggedToken[]): TaggedToken[][] {
  const runs: TaggedToken[][] = []
  let open: TaggedToken[] = []
  const close = () => {
    while (open.length > 0 && !/^\p{Lu}/u.test(open.at(-1)?.word ?? '')) open.pop()
    if (open.length > 0) runs.push(open)
    open = []
  }
  for (const token of paragraph) {
    const isName = /^\p{Lu}/u.test(token.word) && (token.tag === 'PROPN' || open.length > 0)
    const isJoint = open.length > 0 && /^(?:of|the|and|for|&)$/.test(token.word)
    if (isName || isJoint) open.push(token)
    else close()
  }
  close()
  return runs
}
