import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { type Check, countValues, sameJson, sameNumber, sameValues } from './answers.ts'
import type { Contender, ContenderName } from './contender.ts'
import { coldStart, type Data, startContender, startDixit } from './contenders.ts'
import { type Exchange, type Job, startLoad } from './load.ts'
import { cpuOf, type Memory, MemoryWatch, treeOf } from './processes.ts'
import { type Parameters, type Question, questions } from './questions.ts'
import { post } from './reach.ts'

/** How long and how often. */
export interface Effort {
  readonly rounds: number
  readonly seconds: number
  /** At most; less once the speed is steady. */
  readonly warmUpSeconds: number
  /** With how many different parameters each question is asked. */
  readonly parameters: number
  readonly connections: number
  /** Whether no more is measured than the questions and the cold start. */
  readonly isQuick: boolean
}

/** What was measured of one contender and one question: medians of the rounds. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly cpuPerRequest: number
  readonly bytesPerAnswer: number
  /** Requests a second in each round. */
  readonly rounds: readonly number[]
}

export type ByContender<T> = Partial<Record<ContenderName, T>>

export interface Measurements {
  readonly questions: Readonly<Record<string, ByContender<Measured>>>
  /** Over all of the questions, from the start on. */
  readonly memory: ByContender<Memory>
  /** Milliseconds to the first answer, whichever is asked first. */
  readonly coldStart: { readonly health: number; readonly answer: number } | null
  /** The part of the processor's time that is spent inside of SQLite, in Dixit as it is served. */
  readonly sqlShare: Readonly<Record<string, number>>
  /** The p99 of Q1, alone and while a heavy question is asked without pause, in milliseconds. */
  readonly besides: { readonly alone: number; readonly Q8: number; readonly Q9: number } | null
}

/** Measures the contenders on one database, in rounds that take turns. */
export async function measure(
  data: Data,
  names: readonly ContenderName[],
  asked: readonly Question[],
  effort: Effort,
  say: (line: string) => void,
): Promise<Measurements> {
  const parameters = parametersOf(data, asked, effort)
  const contenders: Contender[] = []
  const watches = new Map<ContenderName, MemoryWatch>()
  try {
    for (const name of names) {
      say(`starting ${name}`)
      const contender = await startContender(name, data)
      contenders.push(contender)
      watches.set(name, new MemoryWatch(contender.roots))
    }
    const results: Record<string, ByContender<Measured>> = {}
    const exchanges = new Map<string, readonly Exchange[]>()
    for (const question of asked) {
      const ready = await makeReady(question, parameters.get(question) ?? [], contenders)
      for (const [{ name }, known] of ready) exchanges.set(`${name} ${question.name}`, known)
      results[question.name] = await takeTurns(question, ready, effort)
      say(`${question.name}: ${summaryOf(results[question.name] ?? {})}`)
    }
    const x = contenders.find(({ name }) => name === 'X')
    const known = (name: string) => exchanges.get(`X ${name}`)
    const besides = x && !effort.isQuick ? await askBesides(x, known, effort) : null
    const memory = Object.fromEntries([...watches].map(([name, watch]) => [name, watch.stop()]))
    for (const contender of contenders.splice(0)) await contender.stop()
    if (!x) return { questions: results, memory, coldStart: null, sqlShare: {}, besides }
    const shared = effort.isQuick ? {} : await sqlShareOf(data, known, effort)
    return { questions: results, memory, coldStart: await startColdly(data, known, effort), sqlShare: shared, besides }
  } finally {
    for (const contender of contenders) await contender.stop()
  }
}

function parametersOf({ database }: Data, asked: readonly Question[], { parameters }: Effort) {
  const client = new Sqlite(database, { readonly: true })
  const found = new Map(asked.map(question => [question, question.parameters(client, parameters)]))
  client.close()
  return found
}

/** What each contender is asked, with answers that were found right: D's are the standard, or Y's where it has none. */
async function makeReady(
  question: Question,
  parameters: readonly Parameters[],
  contenders: readonly Contender[],
): Promise<Map<Contender, Exchange[]>> {
  const ready = new Map<Contender, Exchange[]>()
  const ordered = contenders.toSorted((a, b) => 'DYXE'.indexOf(a.name) - 'DYXE'.indexOf(b.name))
  let standard: Exchange[] | null = null
  for (const contender of ordered) {
    if (parameters.some(each => contender.bodyOf(question, each) === null)) continue
    const exchanges = await askEach(contender, question, parameters)
    const isRight: Check = checkOf(contender.name, question)
    for (const [index, { body, answer }] of exchanges.entries()) {
      const expected = standard?.[index]?.answer
      if (expected !== undefined && !isRight(answer, expected)) {
        const [got, right] = [answer, expected].map(text => text.slice(0, 2_000))
        throw new Error(`${contender.name} answers wrongly to ${body}:\n${got}\n\nexpected:\n${right}`)
      }
    }
    standard ??= exchanges
    ready.set(contender, exchanges)
  }
  const values = standard?.reduce((sum, { answer }) => sum + countValues(answer), 0) ?? 0
  if (values < parameters.length) throw new Error(`the answers to ${question.name} say nothing`)
  return new Map(contenders.flatMap(each => (ready.has(each) ? [[each, ready.get(each) ?? []]] : [])))
}

function checkOf(contender: ContenderName, { name }: Question): Check {
  if (contender !== 'E') return sameJson
  // PostgreSQL ranks what it finds by another formula, so that it shows others of those that match.
  return name === 'Q6' ? sameNumber : sameValues
}

const asksAtOnce = 8

async function askEach(contender: Contender, question: Question, parameters: readonly Parameters[]) {
  const exchanges: Exchange[] = []
  for (let from = 0; from < parameters.length; from += asksAtOnce) {
    const some = parameters.slice(from, from + asksAtOnce)
    exchanges.push(...(await Promise.all(some.map(each => ask(contender, question, each)))))
  }
  return exchanges
}

async function ask({ name, port, path, bodyOf }: Contender, question: Question, parameters: Parameters) {
  const body = bodyOf(question, parameters) ?? ''
  const { ok, text } = await post(`http://127.0.0.1:${port}${path}`, body)
  if (!ok || text.startsWith('{"errors"')) throw new Error(`${name} refuses ${body}:\n${text}`)
  return { body, answer: text }
}

async function takeTurns(
  question: Question,
  ready: ReadonlyMap<Contender, readonly Exchange[]>,
  effort: Effort,
): Promise<ByContender<Measured>> {
  for (const [contender, exchanges] of ready) {
    // A heavy question has been asked a few times already.
    if (!question.isHeavy) await warmUp(jobOf(contender, question, exchanges, effort), effort.warmUpSeconds)
  }
  const rounds = new Map<ContenderName, Omit<Measured, 'rounds'>[]>()
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const [contender, exchanges] of ready) {
      const before = cpuOf(contender.roots)
      const { perSecond, p50, p99, requests, bytes } = await startLoad(jobOf(contender, question, exchanges, effort))
        .result
      const cpuPerRequest = (cpuOf(contender.roots) - before) / requests
      const measured = { perSecond, p50, p99, cpuPerRequest, bytesPerAnswer: bytes / requests }
      rounds.set(contender.name, [...(rounds.get(contender.name) ?? []), measured])
    }
  }
  return Object.fromEntries(
    [...rounds].map(([name, each]): [ContenderName, Measured] => {
      const middle = (field: keyof Omit<Measured, 'rounds'>) => median(each.map(round => round[field]))
      const [perSecond, p50, p99] = [middle('perSecond'), middle('p50'), middle('p99')]
      const [cpuPerRequest, bytesPerAnswer] = [middle('cpuPerRequest'), middle('bytesPerAnswer')]
      const all = each.map(round => Number(round.perSecond.toPrecision(4)))
      return [name, { perSecond, p50, p99, cpuPerRequest, bytesPerAnswer, rounds: all }]
    }),
  )
}

/** Loads until three slices in a row are equally fast, or the time is over. */
async function warmUp(job: Job, most: number): Promise<void> {
  const slice = Math.min(2.5, most)
  const speeds: number[] = []
  for (let spent = 0; spent < most; spent += slice) {
    const { perSecond } = await startLoad({ ...job, seconds: slice }).result
    speeds.push(perSecond)
    const last = speeds.slice(-3)
    if (last.length === 3 && Math.max(...last) < 1.03 * Math.min(...last)) return
  }
}

function jobOf({ port, path }: Contender, question: Question, requests: readonly Exchange[], effort: Effort): Job {
  const { seconds, connections } = effort
  return question.isHeavy
    ? { port, path, seconds, requests, connections: 1, leastRequests: 2 }
    : { port, path, seconds, requests, connections, leastRequests: 100 }
}

async function askBesides(
  x: Contender,
  known: (name: string) => readonly Exchange[] | undefined,
  effort: Effort,
): Promise<Measurements['besides']> {
  const [q1, q8, q9] = ['Q1', 'Q8', 'Q9'].map(name => questions.find(question => question.name === name))
  const [light, framing, network] = [known('Q1'), known('Q8'), known('Q9')]
  if (!q1 || !q8 || !q9 || !light || !framing || !network) return null
  const p99 = async () => {
    const rounds: number[] = []
    for (let round = 0; round < effort.rounds; round += 1) {
      rounds.push((await startLoad(jobOf(x, q1, light, effort)).result).p99)
    }
    return median(rounds)
  }
  const during = async (question: Question, exchanges: readonly Exchange[]) => {
    const heavy = startLoad({ ...jobOf(x, question, exchanges, effort), seconds: 3_600 })
    await sleep(500)
    const measured = await p99()
    heavy.stop()
    await heavy.result
    return measured
  }
  return { alone: await p99(), Q8: await during(q8, framing), Q9: await during(q9, network) }
}

async function sqlShareOf(
  data: Data,
  known: (name: string) => readonly Exchange[] | undefined,
  effort: Effort,
): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-bench-sql-'))
  const clock = import.meta.resolve('./sqlClock.ts')
  const contender = await startDixit('X', data, { NODE_OPTIONS: `--import ${clock}`, SQL_CLOCK_FOLDER: folder })
  const shares: Record<string, number> = {}
  try {
    for (const question of questions.filter(({ name }) => ['Q1', 'Q2', 'Q3'].includes(name))) {
      const exchanges = known(question.name)
      if (!exchanges) continue
      const job = jobOf(contender, question, exchanges, effort)
      await warmUp(job, effort.warmUpSeconds)
      const [sql, cpu] = [await sqlTimeOf(contender, folder), cpuOf(contender.roots)]
      await startLoad(job).result
      const taken = cpuOf(contender.roots) - cpu
      shares[question.name] = ((await sqlTimeOf(contender, folder)) - sql) / taken
    }
  } finally {
    await contender.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return shares
}

/** Milliseconds inside of SQLite so far, as the processes write them when they are asked. */
async function sqlTimeOf({ roots }: Contender, folder: string): Promise<number> {
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  const tree = roots.flatMap(treeOf)
  for (const pid of tree) process.kill(pid, 'SIGUSR2')
  const written = () => readdirSync(folder).filter(name => !name.endsWith('.part'))
  for (let tries = 0; tries < 500 && written().length < tree.length; tries += 1) await sleep(10)
  return written().reduce((sum, name) => sum + Number(readFileSync(join(folder, name), 'utf8')), 0)
}

async function startColdly(
  data: Data,
  known: (name: string) => readonly Exchange[] | undefined,
  { isQuick }: Effort,
): Promise<Measurements['coldStart']> {
  const body = known('Q4')?.[0]?.body
  if (body === undefined) return null
  const [health, answer]: [number[], number[]] = [[], []]
  for (let times = isQuick ? 1 : 5; times > 0; times -= 1) {
    health.push(await coldStart(data, '/health', null))
    answer.push(await coldStart(data, '/graphql', body))
  }
  return { health: median(health), answer: median(answer) }
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

function summaryOf(results: ByContender<Measured>): string {
  return Object.entries(results)
    .map(([name, { perSecond, p50 }]) => `${name} ${perSecond.toPrecision(3)}/s, ${p50.toPrecision(3)} ms`)
    .join('; ')
}
