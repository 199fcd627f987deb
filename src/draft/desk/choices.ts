import type { DeskCatalogue, Listed } from './catalogue.ts'
import type { Choice } from './codebook.ts'
import * as codebook from './codebook.ts'
import type { DeskItem } from './item.ts'

/** What can be chosen for a field of an item, the likeliest first. */
export function choicesFor(item: DeskItem, field: string, catalogue: DeskCatalogue): Choice[] {
  const { agents, referents, claims, figures, statements } = catalogue
  switch (field) {
    case 'who':
      return item.kind === 'statement' ? [...whoSays(item, catalogue), ...voices] : agents.map(listed)
    case 'speechAct':
      return codebook.speechActs()
    case 'type':
      return ['person', 'organization'].map(value => ({ value, label: value, meaning: null }))
    case 'organizationKind':
      return codebook.organizationKinds()
    case 'same':
      return (item.kind === 'figure' ? figures : agents).map(listed)
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
        .map(({ key, words, who }) => ({ value: key, label: `${who}: ${words.slice(0, 70)}`, meaning: null }))
    default:
      return []
  }
}

const voices: readonly Choice[] = [
  { value: 'DOCUMENT', label: 'the article itself', meaning: 'Nobody else is named as the source.' },
  { value: 'UNIDENTIFIED', label: 'somebody who is not identified', meaning: 'The article does not say who.' },
]

/** Whom a statement can be given to: whom its source names, whom its pronoun may stand for, and then everybody. */
function whoSays({ proposal }: DeskItem, { agents }: DeskCatalogue): Choice[] {
  const likely = proposal?.kind === 'statement' ? [proposal.speaker, ...(proposal.candidates ?? [])] : []
  const rank = (key: string) => (likely.includes(key) ? likely.indexOf(key) : likely.length)
  return agents.toSorted((a, b) => rank(a.key) - rank(b.key)).map(listed)
}

function listed({ key, label, isNew }: Listed): Choice {
  return { value: key, label, meaning: isNew ? 'from the graph' : null }
}
