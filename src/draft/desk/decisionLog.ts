import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { z } from 'zod'
import { Failure } from '../../model/failure.ts'
import { slugify } from '../../model/slug.ts'
import { sha256 } from '../../model/text.ts'
import { proposalSchema } from '../draftFile.ts'

export const LOG_FILE = 'decisions.jsonl'

/** The log of a person who codes an article that somebody else has coded too. */
export function secondLog(by: string): string {
  return `decisions-${slugify(by) || 'second'}.jsonl`
}

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
  'SETTLE',
  'REVISE',
] as const

export type DeskAnswer = (typeof answers)[number]

const value = z.union([z.string(), z.record(z.string(), z.unknown())])

/** What an answer puts into annotations.yaml: an entry of a section by its key, an item of a list, or a code of a statement. */
const entry = z.strictObject({
  section: z.enum(['statements', 'figures', 'times', 'agents', 'memberships', 'channels', 'setAside']),
  key: z.string(),
  value,
  /** The list of the statement `key` to which the value is added; null for an entry of the section itself. */
  list: z.enum(['figures', 'frames', 'terms', 'stances', 'relations']).nullable().default(null),
  /** The statement that mentions a figure, and the words of the mention. */
  mentionedIn: z.strictObject({ statement: z.string(), words: z.unknown() }).nullable().default(null),
  /** What it refers to and the dossier did not have yet. */
  needs: z
    .array(
      z.strictObject({
        section: z.enum(['agents', 'claims', 'referents', 'figures', 'times']),
        key: z.string(),
        value,
      }),
    )
    .default([]),
})

const decision = z.strictObject({
  at: z.string().describe('When, ISO 8601 in UTC.'),
  by: z.string(),
  article: z.string().describe('SHA-256 of the article.'),
  proposal: z.string().nullable().describe('The key of the proposal; null for what was missed, and was added.'),
  answer: z.enum(answers),
  proposed: proposalSchema.nullable(),
  accepted: entry.nullable(),
  /** What goes for it, where two readings were settled, or something that stood was opened again. */
  replaced: entry.nullable().default(null),
  reason: z.string().nullable(),
  isMarkedFirst: z
    .boolean()
    .default(false)
    .describe('Whether it was added while the proposals of its paragraph were hidden.'),
  annotations: z
    .strictObject({ before: z.string(), after: z.string() })
    .nullable()
    .default(null)
    .describe('The annotations before it and with it, by SHA-256; null where nobody noted them.'),
})

export type DeskDecision = z.infer<typeof decision>
/** A decision that is not in the log yet. */
export type MadeDecision = Omit<DeskDecision, 'annotations'>
export type AcceptedEntry = z.infer<typeof entry>

/** Somebody else has decided in the meantime: nothing was written. */
export class DecidedElsewhere extends Failure {
  constructor() {
    super('BAD_USAGE', 'Another window has decided in the meantime. Nothing was written: check again, then decide.')
  }
}

/** Annotations before a decision, and with it. */
export interface AnnotationChange {
  readonly before: string
  readonly after: string
}

/** The decisions of a review, in order; kept in a file of JSON lines. */
export class DecisionLog {
  readonly #file: string
  #decisions: readonly DeskDecision[] = []
  #size = 0

  /** @throws Failure BAD_INPUT for a line that is not a decision; a last line that was cut off in the midst is left out */
  constructor(file: string) {
    this.#file = file
    this.reload()
  }

  get decisions(): readonly DeskDecision[] {
    return this.#decisions
  }

  /** The decisions that hold. */
  get standing(): readonly DeskDecision[] {
    return standing(this.#decisions)
  }

  /** Does something while no other process decides. */
  whileAlone<T>(work: () => T): T {
    return whileLocked(`${this.#file}.lock`, work)
  }

  /** Reads what others have written meanwhile. */
  reload(): void {
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    this.#decisions =
      whole === ''
        ? []
        : whole
            .slice(0, -1)
            .split('\n')
            .map((line, index) => this.#read(line, index))
    this.#size = Buffer.byteLength(whole)
  }

  /**
   * Writes a decision down with what it makes of the annotations, and then has that written. The decision is on the disk before
   * that; no other process writes between the two.
   *
   * @throws DecidedElsewhere where another process has written since this one last read
   */
  append(
    made: MadeDecision,
    change: (log: readonly DeskDecision[]) => AnnotationChange,
    write: (after: string) => void,
  ): void {
    whileLocked(`${this.#file}.lock`, () => {
      forgetCutLine(this.#file)
      const size = existsSync(this.#file) ? readFileSync(this.#file).length : 0
      if (size !== this.#size) {
        this.reload()
        throw new DecidedElsewhere()
      }
      const { before, after } = change([...this.#decisions, { ...made, annotations: null }])
      const noted = { ...made, annotations: { before: sha256(before), after: sha256(after) } }
      const line = `${JSON.stringify(noted)}\n`
      const descriptor = openSync(this.#file, 'a')
      try {
        writeSync(descriptor, line)
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
      this.#decisions = [...this.#decisions, noted]
      this.#size += Buffer.byteLength(line)
      write(after)
    })
  }

  #read(line: string, index: number): DeskDecision {
    try {
      return decision.parse(JSON.parse(line))
    } catch (error) {
      throw new Failure('BAD_INPUT', `${this.#file}:${index + 1} is not a decision of a review.`, { cause: error })
    }
  }
}

/** The decisions that hold, in order: each that was not undone, the last one for each proposal. */
export function standing(log: readonly DeskDecision[]): DeskDecision[] {
  const held: DeskDecision[] = []
  for (const each of log) {
    if (each.answer === 'UNDO') held.pop()
    else held.push(each)
  }
  const last = new Map<string | number, DeskDecision>()
  for (const [index, each] of held.entries()) {
    const key = each.proposal ?? index
    last.delete(key)
    last.set(key, each)
  }
  return [...last.values()]
}

/** Takes away a last line without its end, which no review was told of as written. */
function forgetCutLine(file: string): void {
  if (!existsSync(file)) return
  const text = readFileSync(file)
  const end = text.lastIndexOf(10) + 1
  if (end < text.length) truncateSync(file, end)
}

/** How often another process is waited for, and for how many milliseconds each time. */
const mostWaits = 100
const wait = 20

/** Does something while no other process does the same. The lock of a process that was killed is taken away. */
function whileLocked<T>(lock: string, work: () => T): T {
  for (let tries = 0; !taken(lock); tries += 1) {
    if (tries === mostWaits) throw new DecidedElsewhere()
    if (isLeft(lock)) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    // On a full disk the file is made and cannot be written: nobody would know whose it is.
    rmSync(lock, { force: true })
    throw error
  }
}

function isLeft(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (!Number.isInteger(holder) || holder <= 0) return false
    if (holder === process.pid) return true
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
