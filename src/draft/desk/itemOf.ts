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
        ...whoIn(voice ?? speaker, wordsOf(source), known),
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

/** Whom the words of a source name: one, or several joined by “and” of whom each is known. */
function whoIn(proposed: string | undefined, source: string, known: KnownAgents): ItemValues {
  const of = (words: string) => known.ofSource(words) ?? known.ofSurname(words) ?? undefined
  const one = proposed ?? of(source)
  const [first, ...others] = source.split(/,?\s+and\s+|,\s+/).map(of)
  if (one !== undefined && (one !== first || others.length === 0)) return { who: one }
  const isEach = others.length > 0 && others.every(each => each !== undefined && each !== first)
  return first !== undefined && isEach ? { who: first, others: others.flatMap(each => each ?? []) } : { who: one }
}

function wordsOf(quotes: ItemValue | undefined): string {
  return quotesOf(quotes).map(exactOf).join(' ')
}

function said(amount: number | undefined): string | undefined {
  return amount === undefined ? undefined : String(amount)
}
