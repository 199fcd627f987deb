import { conjoined } from './conjoined.ts'
import { type Held, heldInWords } from './howHeld.ts'
import { type Attribution, Basis, type Voice, valuesOf } from './vocabulary.ts'

/** Whose voice something is in, by the names that there are for it. */
export interface Named extends Held {
  readonly voice: Voice
  readonly speakers: readonly string[]
  /** The label of the text or occasion that it came through. */
  readonly channel: string | null
  /** The words that name its source. */
  readonly source: string | null
  /** Whether it is said, or believed, known, wanted; `cue` is the words that say so. */
  readonly attribution: Attribution | null
  /** How it is known whose voice it is, and through which text it came; null without a text. */
  readonly speakerBasis: Basis
  readonly channelBasis: Basis | null
}

/** How far accounts of accounts are followed: further than any text goes. */
export const deepestAccount = 8

/** What is known of whose voice a statement is in. */
export interface Saying extends Named {
  readonly document: string
  /** The statements that it is reported inside of, the nearest first. */
  readonly accounts: readonly Named[]
}

/** Whose voice it is, by name where there is one; a mark follows where the document does not state it. */
export function whoSaid(saying: Omit<Saying, 'accounts'>): string {
  const { voice, speakers, document } = saying
  if (speakers.length === 0 && voice === 'DOCUMENT') return `${document}${markOf(saying)}`
  const name = nameOf(saying)
  return name === null ? (voice === 'CHANNEL' ? 'A text' : 'Somebody not named') : `${name}${markOf(saying)}`
}

/** From what the document says to what nobody has looked at. */
const weakness = { STATED: 0, INFERRED: 1, AUTOMATIC: 2 } as const satisfies Record<Basis, number>

/** The grounds that a document does not state, the weakest first: of several, the first that is met holds, as `weakerBasis` has it. */
export const WEAKEST_FIRST: readonly Basis[] = valuesOf(Basis)
  .filter(basis => basis !== 'STATED')
  .toSorted((a, b) => weakness[b] - weakness[a])

/** What rests on two grounds is no better known than by the weaker one, as a text through which something came. */
export function weakerBasis(named: Basis | null, known: Basis | null): Basis | null {
  return weakness[known ?? 'STATED'] > weakness[named ?? 'STATED'] ? known : named
}

/** What follows a name that the document does not state. */
export function concludedMark(basis: Basis): string {
  return { STATED: '', INFERRED: ' (concluded)', AUTOMATIC: ' (read by a rule)' }[basis]
}

/**
 * Whether the words are the speakers' own, to be cited as by them: all of them in quotation marks, by nobody else's account,
 * and the document states who speaks.
 */
export function isBySpeakers({ speakers, speakerBasis, accounts }: Saying, isQuoted: boolean): boolean {
  return isQuoted && speakers.length > 0 && speakerBasis === 'STATED' && accounts.length === 0
}

/**
 * What stands between that name and the words: by whose account it was said, where somebody else says that it was; else that
 * it is reported, unless the words are quoted or the document's own. Paraphrase may hang on its cue, as “asked” for data; what is
 * not plainly affirmed always does.
 */
export function howTold(
  { voice, accounts, ...how }: Pick<Saying, 'voice' | 'accounts' | 'attribution' | keyof Held>,
  isQuoted: boolean,
  withCue = false,
): string {
  const held = heldMark(how, withCue && !isQuoted)
  const told = accounts.flatMap(account => (account.voice === 'DOCUMENT' ? [] : [byAccountOf(account)]))
  if (told.length > 0) return `${held}${told.map(account => `, ${account}`).join('')}`
  return isQuoted || voice === 'DOCUMENT' ? held : `${held}, as reported`
}

/** The words by which something is known, feared or vowed, where no word tells that it was said: “know”; null for a saying. */
export function heldBy({ attribution, cue }: Pick<Named, 'attribution' | 'cue'>): string | null {
  if (attribution === null || attribution === 'COMMUNICATION') return null
  return cue === null ? UNWORDED[attribution] : `“${cue}”`
}

const UNWORDED: Readonly<Record<Exclude<Attribution, 'COMMUNICATION'>, string>> = {
  BELIEF: 'as a belief',
  FACTIVE: 'as something known',
  CONTROL: 'as something wanted',
}

function heldMark(how: Pick<Named, 'attribution' | keyof Held>, withCue = false): string {
  const held = heldInWords(how) ?? (withCue && how.cue !== null ? `“${how.cue}”` : heldBy(how))
  return held === null ? '' : ` (${held})`
}

/** Who says that another said it, the nearest first; nobody, if the document alone does. */
export function reportedBy(accounts: readonly Named[]): string[] {
  return accounts.filter(({ voice }) => voice !== 'DOCUMENT').map(unnamed)
}

function byAccountOf(account: Named): string {
  const [speaker, ...others] = account.speakers
  if (speaker !== undefined && others.length === 0)
    return `by ${speaker}’s account${markOf(account)}${heldMark(account)}`
  return `by the account of ${unnamed(account)}${heldMark(account)}`
}

function unnamed(named: Named): string {
  const name = nameOf(named)
  return name === null ? (named.voice === 'CHANNEL' ? 'a text' : 'somebody not named') : `${name}${markOf(named)}`
}

function nameOf({ voice, speakers, channel, source }: Named): string | null {
  if (speakers.length > 0) return conjoined(speakers)
  if (voice === 'CHANNEL') return channel ?? source
  if (voice === 'UNLINKED' && source !== null) return `“${source}”`
  return null
}

/** A text is known to speak as it is known that the words came through it. */
function markOf({ voice, speakers, speakerBasis, channelBasis }: Named): string {
  const isText = speakers.length === 0 && voice === 'CHANNEL' && speakerBasis === 'STATED'
  return concludedMark(isText ? (channelBasis ?? 'STATED') : speakerBasis)
}
