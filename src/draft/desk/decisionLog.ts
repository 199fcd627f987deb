import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../model/failure.ts'
import { proposalSchema } from '../draftFile.ts'

export const LOG_FILE = 'decisions.jsonl'

/** What a person can answer to a proposal, and what they can do besides. */
export const answers = [
  'ACCEPT',
  'CHANGE',
  'REFUSE',
  'UNSURE',
  'SKIP',
  'ADD',
  'UNDO',
  'PLANT_CAUGHT',
  'PLANT_MISSED',
] as const

/** What an answer puts into annotations.yaml: an entry of a section, by its key; of a list, by its place in the log. */
const entry = z.strictObject({
  section: z.enum(['statements', 'figures', 'times', 'agents', 'memberships']),
  key: z.string(),
  value: z.record(z.string(), z.unknown()),
  /** The statement that mentions a figure, and the words of the mention. */
  mentionedIn: z.strictObject({ statement: z.string(), words: z.unknown() }).optional(),
})

const decision = z.strictObject({
  at: z.string().describe('When, ISO 8601 in UTC.'),
  by: z.string(),
  article: z.string().describe('SHA-256 of the article.'),
  proposal: z.string().nullable().describe('The key of the proposal; null for what was missed, and was added.'),
  answer: z.enum(answers),
  proposed: proposalSchema.nullable(),
  accepted: entry.nullable(),
  reason: z.string().nullable(),
})

export type Decision = z.infer<typeof decision>
export type AcceptedEntry = z.infer<typeof entry>

/**
 * The decisions of a dossier in the order in which they were made.
 *
 * @throws Failure BAD_INPUT for a line that is none; a last line that was cut off in the midst is left out
 */
export function readLog(folder: string): Decision[] {
  const file = join(folder, LOG_FILE)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  // Whoever was killed while writing has left the last line without its end.
  lines.pop()
  return lines.map((line, index) => {
    try {
      return decision.parse(JSON.parse(line))
    } catch (error) {
      throw new Failure('BAD_INPUT', `${file}:${index + 1} is no decision of a review.`, { cause: error })
    }
  })
}

/** Writes a decision down. It is on the disk when this returns. */
export function appendDecision(folder: string, made: Decision): void {
  const file = join(folder, LOG_FILE)
  forgetCutLine(file)
  const descriptor = openSync(file, 'a')
  try {
    writeSync(descriptor, `${JSON.stringify(made)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Takes away a last line without its end, which no review was told of as written. */
function forgetCutLine(file: string): void {
  if (!existsSync(file)) return
  const text = readFileSync(file)
  const end = text.lastIndexOf(10) + 1
  if (end < text.length) truncateSync(file, end)
}

/** The decisions that hold: each that was not undone, the last one for each proposal. */
export function standing(log: readonly Decision[]): Decision[] {
  const held: Decision[] = []
  for (const each of log) {
    if (each.answer === 'UNDO') held.pop()
    else held.push(each)
  }
  const last = new Map(held.map(each => [each.proposal ?? each.accepted?.key ?? each.at, each]))
  return [...last.values()]
}
