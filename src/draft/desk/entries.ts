/** From a proposal, with what a person has said about it, to an entry of annotations.yaml. */

import { isSlug, slugify } from '../../model/slug.ts'
import { SpeechAct, valuesOf } from '../../model/vocabulary.ts'
import type { Proposal, ProposalOf } from '../draftFile.ts'
import type { KnownAgents } from '../knownAgents.ts'
import type { AcceptedEntry } from './decisionLog.ts'

/** What a person has set of a proposal before accepting it. */
export interface Settings {
  readonly who?: string | undefined
  readonly act?: string | undefined
  readonly label?: string | undefined
  readonly unit?: string | undefined
  readonly key?: string | undefined
}

/** An entry, or what is still missing for one. */
export type EntryOrMissing = { readonly entry: AcceptedEntry | null } | { readonly missing: string }

/** What accepting a proposal would write; what is missing, in words, where it cannot be accepted yet. */
export function entryOf(proposal: Proposal, settings: Settings, known: KnownAgents): EntryOrMissing {
  switch (proposal.kind) {
    case 'statement':
      return statementEntry(proposal, settings)
    case 'figure':
      return figureEntry(proposal, settings)
    case 'time':
      return timeEntry(proposal)
    case 'agent':
      return agentEntry(proposal, settings)
    case 'membership':
      return membershipEntry(proposal, known)
  }
}

function statementEntry(proposal: ProposalOf<'statement'>, { who, act }: Settings): EntryOrMissing {
  const { content, source, cue, quotation, voice } = proposal
  const speaker = who ?? voice ?? proposal.speaker
  if (speaker === undefined) return { missing: 'who says it (w)' }
  if (act === undefined || !valuesOf(SpeechAct).some(each => each === act)) return { missing: 'the speech act (t)' }
  const isVoice = speaker === 'DOCUMENT' || speaker === 'UNIDENTIFIED'
  return entryIn('statements', proposal.key, {
    ...(isVoice ? { voice: speaker } : { speaker }),
    ...(source !== undefined && speaker !== 'DOCUMENT' && { source }),
    ...(cue !== undefined && speaker !== 'DOCUMENT' && { cue }),
    content,
    quotation,
    speechAct: act,
  })
}

function figureEntry(proposal: ProposalOf<'figure'>, { label, unit = proposal.unit, key }: Settings): EntryOrMissing {
  if (label === undefined) return { missing: 'a label: what it counts, in neutral words (l)' }
  if (unit === undefined) return { missing: 'a unit (i)' }
  const { value, lower, upper } = proposal
  return entryIn('figures', key ?? proposal.key, {
    label,
    ...(value !== undefined && { value }),
    ...(value === undefined && lower !== undefined && { lower }),
    ...(value === undefined && upper !== undefined && { upper }),
    unit,
  })
}

function timeEntry({ key, words, edtf }: ProposalOf<'time'>): EntryOrMissing {
  const reason = 'The text does not say which date is meant.'
  return entryIn('times', key, { words, ...(edtf === undefined ? { reason } : { edtf }) })
}

function agentEntry(proposal: ProposalOf<'agent'>, { who, key }: Settings): EntryOrMissing {
  // Who is known already needs no entry.
  if (proposal.agent !== undefined) return { entry: null }
  const type = who ?? proposal.type
  if (type !== 'person' && type !== 'organization') return { missing: 'whether it is a person or an organization (w)' }
  const slug = key ?? slugify(proposal.name)
  if (!isSlug(slug)) return { missing: 'a key (k)' }
  return entryIn('agents', slug, { [type]: proposal.name })
}

function membershipEntry(proposal: ProposalOf<'membership'>, known: KnownAgents): EntryOrMissing {
  const { member, role, organization, evidence } = proposal
  const key = known.named(member)
  if (key === null) return { missing: `an agent for “${member}”: accept the name first` }
  const body = organization === undefined ? null : known.named(organization)
  return entryIn('memberships', proposal.key, {
    member: key,
    role,
    ...(body && { organization: body }),
    words: evidence,
  })
}

function entryIn(section: AcceptedEntry['section'], key: string, value: AcceptedEntry['value']): EntryOrMissing {
  return { entry: { section, key, value } }
}
