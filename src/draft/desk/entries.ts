/** From what stands on the desk, with what a person has set of it, to an entry of annotations.yaml. */

import { statementRelationFields } from '../../ingest/resolve/statementRelations.ts'
import { isSlug, slugify } from '../../model/slug.ts'
import { StatementRelationKind, valuesOf } from '../../model/vocabulary.ts'
import type { DeskCatalogue, Listed } from './catalogue.ts'
import type { AcceptedEntry } from './decisionLog.ts'
import { chosenKeys, type DeskItem, defined, type ItemValue, quotesOf, textOf } from './item.ts'
import { timeFields, timeSaid } from './timeSaid.ts'

/** An entry, null where none is needed; or what is still missing for one. */
export type EntryOrMissing = { readonly entry: AcceptedEntry | null } | { readonly missing: string }

/** What made the draft, and who reads it. */
export interface DraftReader {
  readonly madeBy: string
  readonly by: string
}

type Fields = Record<string, unknown>

/** What accepting an item would write; what is missing, in words, where it cannot be accepted yet. */
export function entryOf(item: DeskItem, catalogue: DeskCatalogue, reader: DraftReader): EntryOrMissing {
  switch (item.kind) {
    case 'statement':
      return statementEntry(item, catalogue, reader)
    case 'figure':
      return figureEntry(item, catalogue)
    case 'time':
      return timeEntry(item)
    case 'agent':
      return agentEntry(item)
    case 'membership':
      return membershipEntry(item, catalogue)
    case 'channel':
      return channelEntry(item, catalogue)
    case 'aside':
      return asideEntry(item)
    case 'frame':
      return frameEntry(item, catalogue)
    case 'term':
      return termEntry(item, catalogue)
    case 'stance':
      return stanceEntry(item, catalogue)
    case 'relation':
      return relationEntry(item)
  }
}

function statementEntry(
  { key, values, proposal }: DeskItem,
  catalogue: DeskCatalogue,
  reader: DraftReader,
): EntryOrMissing {
  const [speaker, speechAct, reason, reportedIn, addressee, channel] = texts(
    values,
    ...['who', 'speechAct', 'reason', 'reportedIn', 'addressee', 'channel'],
  )
  const others = chosenKeys(values.others).filter(key => key !== speaker)
  const content = written(values.content)
  const source = written(values.source)
  const cue = written(values.cue)
  if (content === undefined) return { missing: 'the words that are said (e)' }
  if (speaker === undefined) return { missing: 'who says it (w)' }
  if (speechAct === undefined) return { missing: 'the speech act (t)' }
  const isOwn = speaker === 'DOCUMENT'
  if (!isOwn && source === undefined && cue === undefined && reason === undefined) {
    return { missing: 'a source, a cue or a reason for the attribution (x)' }
  }
  const isVoice = isOwn || speaker === 'UNIDENTIFIED' || speaker === 'CHANNEL'
  if (speaker === 'CHANNEL' && channel === undefined) return { missing: 'the channel (l): add one first' }
  if (isVoice && others.length > 0) return { missing: 'a named speaker, since others say it too (w or m)' }
  const time = timeSaid(values, catalogue)
  const fields = {
    ...(isVoice ? { voice: speaker } : { speaker: others.length === 0 ? speaker : [speaker, ...others] }),
    ...(!isOwn && { source, cue }),
    content,
    reportedIn: isOwn ? undefined : reportedIn,
    time: time?.key,
    addressee,
    channel,
    speechAct,
    reason: isOwn ? undefined : reason,
  }
  const provenance = proposal === null ? {} : { madeBy: reader.madeBy, reviewedBy: reader.by }
  return entryIn(
    'statements',
    key,
    { ...fields, ...provenance },
    { needs: [...needed(catalogue, [...(isVoice ? [] : [speaker, ...others]), addressee]), ...(time?.needs ?? [])] },
  )
}

function figureEntry({ key, values, start, end }: DeskItem, { statements }: DeskCatalogue): EntryOrMissing {
  const words = written(values.words)
  const [label, unit, value, lower, upper, same, own] = texts(
    values,
    ...['label', 'unit', 'value', 'lower', 'upper', 'same', 'key'],
  )
  const holder = statements
    .filter(each => each.start <= start && end <= each.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
  if (words === undefined) return { missing: 'its words (e)' }
  if (holder === undefined)
    return { missing: 'a statement that contains these words: accept or add one first (or s: skip)' }
  const mention = { statement: holder.key, words }
  if (same !== undefined) {
    return entryIn('statements', holder.key, { figure: same, words }, { list: 'figures' })
  }
  if (label === undefined) return { missing: 'a label: what it counts, in neutral words (l)' }
  if (unit === undefined) return { missing: 'a unit (y)' }
  const amounts = value === undefined ? { lower: amount(lower), upper: amount(upper) } : { value: amount(value) }
  if (Object.values(amounts).some(each => Number.isNaN(each))) return { missing: 'a number in digits (v)' }
  if (Object.values(amounts).every(each => each === undefined)) return { missing: 'a value or a bound (v)' }
  if (own !== undefined && !isSlug(own)) return { missing: `a valid key: “${own}” is not one (k)` }
  return entryIn('figures', own ?? key, { label, ...amounts, unit }, { mentionedIn: mention })
}

function timeEntry({ key, values }: DeskItem): EntryOrMissing {
  const words = written(values.words)
  const [edtf, reason, own] = texts(values, 'date', 'reason', 'key')
  if (words === undefined) return { missing: 'its words (e)' }
  if (own !== undefined && !isSlug(own)) return { missing: `a valid key: “${own}” is not one (k)` }
  return entryIn('times', own ?? key, timeFields(words, edtf, reason))
}

function channelEntry({ key, values }: DeskItem, catalogue: DeskCatalogue): EntryOrMissing {
  const [kind, label, author, addressee, reason, own] = texts(
    values,
    ...['channelKind', 'label', 'author', 'addressee', 'reason', 'key'],
  )
  const words = written(values.words)
  if (words === undefined) return { missing: 'the words that say so (e)' }
  if (kind === undefined) return { missing: 'what kind of text or occasion it is (t)' }
  if (label === undefined) return { missing: 'a short name (l)' }
  if (own !== undefined && !isSlug(own)) return { missing: `a valid key: “${own}” is not one (k)` }
  const needs = needed(catalogue, [author, addressee])
  return entryIn('channels', own ?? key, { kind, label, author, addressee, words, reason }, { needs })
}

function agentEntry({ values }: DeskItem): EntryOrMissing {
  const [type, kind, name, same, own] = texts(values, 'type', 'organizationKind', 'name', 'same', 'key')
  // Who is known already needs no entry.
  if (same !== undefined) return { entry: null }
  if (name === undefined) return { missing: 'a name (l)' }
  if (type !== 'person' && type !== 'organization') return { missing: 'whether it is a person or an organization (w)' }
  if (type === 'organization' && kind === undefined) return { missing: 'what kind of organization it is (t)' }
  const key = own ?? slugify(name)
  const fields = { [type]: name, kind: type === 'organization' ? kind : undefined }
  return isSlug(key) ? entryIn('agents', key, fields) : { missing: 'a key (k)' }
}

function membershipEntry({ key, values, proposal }: DeskItem, catalogue: DeskCatalogue): EntryOrMissing {
  const [member, role, organization, reason] = texts(values, 'who', 'role', 'organization', 'reason')
  const words = written(values.words)
  if (member === undefined) {
    const name = proposal?.kind === 'membership' ? ` “${proposal.member}”: accept the name first, or say who it is` : ''
    return { missing: `who holds it${name} (w)` }
  }
  if (role === undefined) return { missing: 'the role, as worded (l)' }
  if (words === undefined) return { missing: 'the words that say so (e)' }
  const needs = needed(catalogue, [member, organization])
  return entryIn('memberships', key, { member, role, organization, words, reason }, { needs })
}

function asideEntry({ key, values }: DeskItem): EntryOrMissing {
  const words = written(values.words)
  const [reason] = texts(values, 'reason')
  if (words === undefined) return { missing: 'its words (e)' }
  if (reason === undefined) return { missing: 'why it is not a figure, time or statement (x)' }
  return entryIn('setAside', key, { words, reason })
}

function frameEntry(item: DeskItem, catalogue: DeskCatalogue): EntryOrMissing {
  const { values } = item
  const [frame, dimension, target, valence, affected, effect, reason] = texts(
    values,
    ...['function', 'dimension', 'target', 'valence', 'affected', 'effect', 'reason'],
  )
  const words = written(values.words)
  if (words === undefined) return { missing: 'the words that frame (e)' }
  if (frame === undefined && dimension === undefined) return { missing: 'a function (t) or a dimension (d)' }
  if ((affected === undefined) !== (effect === undefined))
    return { missing: 'who is affected (b) and how (y), or neither' }
  const fields = { function: frame, dimension, words, target, valence, affected, effect, reason }
  return codeOf(item, 'frames', fields, needed(catalogue, [target, affected]))
}

function termEntry(item: DeskItem, catalogue: DeskCatalogue): EntryOrMissing {
  const { values } = item
  const [chosen, label, reason] = texts(values, 'referent', 'newReferent', 'reason')
  const words = written(values.words)
  if (words === undefined) return { missing: 'the words that name it (e)' }
  const named = listedOrNew(catalogue.referents, chosen, label)
  if (named === null) return { missing: 'what the words name (w), or a label for it (l)' }
  return codeOf(
    item,
    'terms',
    { referent: named.key, words, reason },
    named.label === null ? [] : [{ section: 'referents', key: named.key, value: named.label }],
  )
}

function stanceEntry(item: DeskItem, catalogue: DeskCatalogue): EntryOrMissing {
  const { values } = item
  const [chosen, label, stance, manner, reason] = texts(values, ...['claim', 'newClaim', 'stance', 'manner', 'reason'])
  const claim = listedOrNew(catalogue.claims, chosen, label)
  if (claim === null) return { missing: 'the claim (w), or a new one (l)' }
  if (stance === undefined) return { missing: 'the stance (t)' }
  return codeOf(
    item,
    'stances',
    { claim: claim.key, stance, manner, words: written(values.words), reason },
    claim.label === null ? [] : [{ section: 'claims', key: claim.key, value: claim.label }],
  )
}

function relationEntry(item: DeskItem): EntryOrMissing {
  const [relation, other, difference, reason] = texts(item.values, 'relation', 'other', 'difference', 'reason')
  const kind = valuesOf(StatementRelationKind).find(each => each === relation)
  if (kind === undefined) return { missing: 'how it relates to the other (t)' }
  if (other === undefined) return { missing: 'the other statement (w)' }
  return codeOf(item, 'relations', { [statementRelationFields[kind]]: other, difference, reason }, [])
}

function codeOf(
  { statement }: DeskItem,
  list: NonNullable<AcceptedEntry['list']>,
  value: Fields,
  needs: AcceptedEntry['needs'],
): EntryOrMissing {
  if (statement === null) return { missing: 'the statement that it belongs to' }
  return entryIn('statements', statement, value, { list, needs })
}

function entryIn(
  section: AcceptedEntry['section'],
  key: string,
  fields: Fields,
  more: Partial<Pick<AcceptedEntry, 'list' | 'mentionedIn' | 'needs'>> = {},
): EntryOrMissing {
  return {
    entry: { section, key, value: defined(fields), list: null, mentionedIn: null, needs: [], ...more },
  }
}

/** Agents that only the graph has, so that the dossier has to name them. */
function needed({ agents, referents }: DeskCatalogue, keys: readonly (string | undefined)[]): AcceptedEntry['needs'] {
  return [...new Set(keys)].flatMap((key): AcceptedEntry['needs'] => {
    const agent = agents.find(each => each.key === key)
    if (agent?.isNew) {
      const kind = agent.kind === null ? {} : { kind: agent.kind }
      return [{ section: 'agents', key: agent.key, value: { [agent.type]: agent.label, ...kind } }]
    }
    const referent = referents.find(each => each.key === key)
    return referent?.isNew ? [{ section: 'referents', key: referent.key, value: referent.label }] : []
  })
}

/** What was chosen of a list, or a new thing by its label; the label too where the dossier does not have it yet. */
function listedOrNew(list: readonly Listed[], chosen: string | undefined, label: string | undefined) {
  if (label !== undefined) {
    const key = slugify(label).slice(0, 60).replace(/-+$/, '')
    const twin = list.find(each => each.key === key)
    return twin !== undefined && !twin.isNew ? { key, label: null } : key === '' ? null : { key, label }
  }
  const found = list.find(({ key }) => key === chosen)
  return found === undefined ? null : { key: found.key, label: found.isNew ? found.label : null }
}

function texts(values: DeskItem['values'], ...names: readonly string[]): (string | undefined)[] {
  return names.map(name => textOf(values[name]))
}

/** Words of the article as a dossier writes them. */
function written(value: ItemValue | undefined): unknown {
  const quotes = quotesOf(value)
  return quotes.length > 1 ? quotes : quotes[0]
}

function amount(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replaceAll(/[, _]/g, ''))
}
