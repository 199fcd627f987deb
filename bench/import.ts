/**
 * How long an import takes, beside the same rows inserted by bare prepared statements: npm run bench:import -- [statements]
 *
 * Each trial runs in a process of its own, so that its peak memory is its own. Time is that of the processor (user and
 * system), since other programs may run; the wall clock's is beside it. The floor inserts, in one transaction and into the
 * same tables with the same indexes, the rows that the import left: without reading a corpus, without checking a record,
 * and without the full-text indexes. Under each corpus stands how many records of each kind were taken, and how many refused
 * for each reason. The real corpora are measured where they stand beside the repository.
 */

import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { floorTrial, importTrial } from './importTrial.ts'

async function main(statements: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-bench-'))
  try {
    console.log(`${'corpus'.padEnd(22)}      rows   CPU s  rows/s  floor s  ratio  again s  peak MB  wall s`)
    for (const [name, path] of await corpora(folder, statements)) {
      const database = join(folder, `${name}.db`)
      const first = importTrial(name, path, database)
      const again = importTrial(name, path, database)
      const floor = floorTrial(database, join(folder, 'floor.db'))
      const cells = [
        name.padEnd(18),
        first.rows.toLocaleString('en-US').padStart(13),
        first.seconds.toFixed(2).padStart(8),
        Math.round(first.rows / first.seconds)
          .toLocaleString('en-US')
          .padStart(8),
        floor.seconds.toFixed(2).padStart(8),
        (first.seconds / floor.seconds).toFixed(2).padStart(6),
        again.seconds.toFixed(2).padStart(8),
        String(first.peakMegabytes).padStart(8),
        first.wallSeconds.toFixed(1).padStart(8),
      ]
      console.log(cells.join(''))
      console.log(`  ${countsOf(first.taken)}; refused: ${countsOf(first.refused) || 'none'}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function countsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count.toLocaleString('en-US')} ${name}`)
    .join(', ')
}

async function corpora(folder: string, statements: number): Promise<[string, string][]> {
  const real = fileURLToPath(new URL('../../shared/corpora/', import.meta.url))
  const found = ['legislators', 'polnear', 'liar', 'dna'].flatMap((name): [string, string][] =>
    existsSync(join(real, name)) ? [[name, join(real, name)]] : [],
  )
  return [...found, ['jsonl', await writeStatements(join(folder, 'statements.jsonl'), statements)]]
}

/** A corpus of the interchange format: documents of ten statements, each with source, cue, mention and a label. */
async function writeStatements(file: string, count: number): Promise<string> {
  const stream = createWriteStream(file)
  for (let d = 0; d * 10 < count; d += 1) {
    let text = ''
    const statements = Array.from({ length: 10 }, (_, s) => {
      const at = (words: string) => {
        const start = text.length
        text += words
        return { at: [[start, text.length]], exact: words }
      }
      const source = at(`Speaker ${(d * 7 + s) % 5_000}`)
      text += ' '
      const cue = at('said')
      text += ' that '
      const content = at(`the ${d * 10 + s} houses by the river will hold in spite of all that was feared`)
      text += '. '
      const mentions = [{ role: 'SOURCE', words: source.exact, span: source }]
      const labels = [{ name: 'topic', value: `topic ${s}` }]
      return { type: 'statement', slug: `b-${d}/${s}`, document: `b-${d}`, content, source, cue, mentions, labels }
    })
    const document = { type: 'document', slug: `b-${d}`, text, language: 'en', published: `20${10 + (d % 10)}-01-01` }
    const lines = [document, ...statements].map(record => `${JSON.stringify(record)}\n`).join('')
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'close')
  return file
}

await main(Number(process.argv[2] ?? 200_000))
