import { exactOf } from '../../ingest/placesOf.ts'
import { unitFor } from '../../model/plural.ts'
import type { Proposal } from '../draftFile.ts'
import type { KnownAgents } from '../knownAgents.ts'
import { type DeskItem, type ItemValue, type ItemValues, quotesOf } from './item.ts'

/** A proposal with what it says already; a name in it, of its source too, leads to an agent where one alone has it. */
export function itemOf(proposal: Proposal, known: KnownAgents): DeskItem {
  const { kind, key, start, end } = proposal
  return { kind, key, start, end, values: valuesOf(proposal, known), proposal, statement: null }
}

function valuesOf(proposal: Proposal, known: KnownAgents): ItemValues {
  switch (proposal.kind) {
    case 'statement': {
      const { content, source, cue, voice, speaker } = proposal
      return {
        content,
        source,
        cue,
        who: voice ?? speaker ?? known.ofSource(wordsOf(source)) ?? known.ofSurname(wordsOf(source)) ?? undefined,
      }
    }
    case 'figure': {
      const { words, value, lower, upper, counted } = proposal
      const unit = proposal.unit ?? (counted && unitFor(1, counted))
      const bounds = value === undefined ? { lower: said(lower), upper: said(upper) } : { value: said(value) }
      return { words, ...bounds, unit }
    }
    case 'time':
      return { words: proposal.words, date: proposal.edtf }
    case 'agent':
      return { words: proposal.words, name: proposal.name, type: proposal.type, same: proposal.agent }
    case 'membership': {
      const { evidence, role, member, organization } = proposal
      const at = organization === undefined ? undefined : (known.named(organization) ?? undefined)
      return { words: evidence, who: known.named(member) ?? undefined, role, organization: at }
    }
  }
}

function wordsOf(quotes: ItemValue | undefined): string {
  return quotesOf(quotes).map(exactOf).join(' ')
}

function said(amount: number | undefined): string | undefined {
  return amount === undefined ? undefined : String(amount)
}
