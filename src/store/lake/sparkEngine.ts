import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../model/failure.ts'
import { spark, textLiteral, typeNames } from './dialect.ts'
import type { Engine, LakeCell } from './lake.ts'

const driver = fileURLToPath(new URL('sparkDriver.py', import.meta.url))

/**
 * A cluster of Spark, by its master's address. Spark's own driver speaks to it: a program of Python, which is given SQL and
 * gives rows, a line of JSON each.
 *
 * @throws Failure BAD_USAGE where python3 has no pyspark, or the cluster is not reached
 */
export async function openSpark(master: string): Promise<Engine> {
  const child = spawn('python3', [driver, master], { stdio: ['pipe', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4_000)
  })
  // A driver that has gone is heard of by the end of its answers.
  child.stdin.on('error', () => undefined)
  child.on('error', error => {
    log = error.message
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await answers.next()
    if (done) {
      const why = log.includes('No module named') ? 'python3 has no pyspark: pip install pyspark' : log.trim()
      throw new Failure('BAD_USAGE', `--exported ${master}: ${why}`)
    }
    // What the driver writes, and nothing else does.
    return JSON.parse(value) as { readonly error?: string; readonly rows?: Readonly<Record<string, LakeCell>>[] }
  }
  await answer()
  const ask = async (text: string) => {
    child.stdin.write(`${JSON.stringify(text)}\n`)
    const { error, rows = [] } = await answer()
    if (error !== undefined) throw new Failure('BAD_USAGE', `--exported ${master}: ${error}`)
    return rows
  }
  const views = new Map<string, string>()
  const undeclared: string[] = []
  return {
    dialect: spark,
    // A view whose columns are told: else the cluster reads files of every table to learn them.
    source(path, columns) {
      const known = views.get(path)
      if (known !== undefined) return known
      const name = `files_${views.size}`
      const declared = Array.from(columns, ([column, type]) => `${column} ${typeNames[type]}`)
      undeclared.push(
        `create temporary view ${name} (${declared.join(', ')}) using parquet options (path ${textLiteral(path)})`,
      )
      views.set(path, name)
      return name
    },
    async rows(text) {
      for (const statement of undeclared.splice(0)) await ask(statement)
      return ask(text)
    },
    async close() {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
