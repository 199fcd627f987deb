import type { Article } from '../../ingest/article.ts'
import { exactOf } from '../../ingest/placesOf.ts'
import { liesWithin } from '../../model/span.ts'
import { candidatesFor, isPronoun } from '../agents.ts'
import { KnownAgents } from '../knownAgents.ts'
import type { DeskCatalogue, Listed, ListedAgent, ListedFigure } from './catalogue.ts'
import type { Choice } from './codebook.ts'
import * as codebook from './codebook.ts'
import { spansOf } from './halfMade.ts'
import { type DeskItem, quotesOf, textOf } from './item.ts'

/** What can be chosen for a field of an item, the likeliest first. */
export function choicesFor(item: DeskItem, field: string, catalogue: DeskCatalogue, article: Article): Choice[] {
  const { agents, referents, claims, figures, statements, channels } = catalogue
  switch (field) {
    case 'who':
      return item.kind === 'statement' ? [...whoSays(item, catalogue, article), ...voices] : agents.map(listed)
    case 'others':
      return whoSays(item, catalogue, article).filter(({ value }) => value !== textOf(item.values.who))
    case 'addressee':
    case 'author':
      return agents.map(listed)
    case 'channel':
      return channels.map(listed)
    case 'channelKind':
      return codebook.channelKinds()
    case 'speechAct':
      return codebook.speechActs()
    case 'type':
      return ['person', 'organization'].map(value => ({ value, label: value, meaning: null }))
    case 'organizationKind':
      return codebook.organizationKinds()
    case 'same':
      return item.kind === 'figure' ? byValue(item, figures).map(listed) : agents.map(listed)
    case 'organization':
      return agents.filter(({ type }) => type === 'organization').map(listed)
    case 'function':
      return codebook.frameFunctions()
    case 'dimension':
      return codebook.frameDimensions()
    case 'target':
    case 'affected':
      return [...agents, ...referents].map(listed)
    case 'valence':
      return codebook.frameValences()
    case 'effect':
      return codebook.frameEffects()
    case 'referent':
      return referents.map(listed)
    case 'claim':
      return claims.map(listed)
    case 'stance':
      return codebook.stanceChoices()
    case 'manner':
      return codebook.stanceManners()
    case 'relation':
      return codebook.relationChoices()
    case 'reportedIn':
    case 'other':
      return statements
        .filter(({ key }) => key !== item.statement && key !== item.key)
        .toSorted((a, b) => Number(liesWithin(item, [b])) - Number(liesWithin(item, [a])))
        .map(({ key, words, who }) => ({ value: key, label: `${who}: ${words.slice(0, 70)}`, meaning: null }))
    default:
      return []
  }
}

const voices: readonly Choice[] = [
  { value: 'DOCUMENT', label: 'the article itself', meaning: 'Nobody else is named as the source.' },
  { value: 'CHANNEL', label: 'a text or occasion', meaning: 'A letter, a report: nobody is named.' },
  { value: 'UNIDENTIFIED', label: 'somebody unidentified', meaning: 'The article does not say who.' },
]

/** Those of the value that is read first: it may be the same again. */
function byValue({ values }: DeskItem, figures: readonly ListedFigure[]): ListedFigure[] {
  const isSame = ({ value }: ListedFigure) => value !== null && String(value) === textOf(values.value)
  return figures.toSorted((a, b) => Number(isSame(b)) - Number(isSame(a)))
}

/** Whom a statement can be given to: whom its source names, whom its pronoun may stand for, and then everybody. */
function whoSays(item: DeskItem, catalogue: DeskCatalogue, article: Article): Choice[] {
  const { proposal } = item
  const pronoun = pronounOf(item)
  const near = pronoun === null ? [] : namedBefore(item, catalogue, article)
  const named = catalogue.agents.filter(agent => isNamedIn(item, agent)).map(({ key }) => key)
  const likely = [...(proposal?.kind === 'statement' ? [proposal.speaker] : []), ...near, ...named]
  const rank = (key: string) => (likely.includes(key) ? likely.indexOf(key) : likely.length)
  return catalogue.agents
    .toSorted((a, b) => rank(a.key) - rank(b.key))
    .map(agent =>
      near.includes(agent.key) ? { ...listed(agent), meaning: `named before “${pronoun}”` } : listed(agent),
    )
}

/** Whether the words of a source are a part of a name, as a surname is. */
function isNamedIn({ kind, values }: DeskItem, { names }: ListedAgent): boolean {
  const source = quotesOf(values.source).map(exactOf).join(' ').trim()
  return kind === 'statement' && /^\p{Lu}/u.test(source) && names.some(name => ` ${name} `.includes(` ${source} `))
}

/** The pronoun that is the source of a statement, if one is. */
function pronounOf({ kind, values }: DeskItem): string | null {
  const source = quotesOf(values.source).map(exactOf).join(' ')
  return kind === 'statement' && isPronoun(source) ? source : null
}

/** Whom a pronoun may stand for, the nearest first: as the draft knew it, and who has come to the desk since. */
function namedBefore({ proposal, values }: DeskItem, { agents }: DeskCatalogue, article: Article): string[] {
  const [source] = spansOf(article, values.source)
  const near = agents.filter(({ isNew }) => !isNew)
  const known = new KnownAgents(near.map(agent => ({ ...agent, names: [...agent.names, ...surname(agent, near)] })))
  const found = source === undefined ? [] : candidatesFor(article, source, known)
  const drafted = proposal?.kind === 'statement' ? (proposal.candidates ?? []) : []
  return [...new Set([...found, ...drafted])]
}

/** The last word of a person's name, if nobody else here has it. */
function surname({ type, label }: ListedAgent, agents: readonly ListedAgent[]): string[] {
  const last = label.split(' ').at(-1) ?? ''
  const isTheirs = agents.filter(other => other.label.split(' ').at(-1) === last).length === 1
  return type === 'person' && last !== label && isTheirs ? [last] : []
}

function listed({ key, label, isNew }: Listed): Choice {
  return { value: key, label, meaning: isNew ? 'from the graph' : null }
}
