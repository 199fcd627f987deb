import { statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { Option } from '@commander-js/extra-typings'
import { type DatasetSource, metadataJson, metadataName } from '../export/sources.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'

/** The forms in which a result stands on standard output. */
export const outputFormats = ['table', 'json', 'csv'] as const

export const formatOption = () =>
  new Option('--format <form>', 'how the result is written').choices(outputFormats).default('table' as const)

/** Leave to replace a file; without it, what stands at the path is kept. */
export const forceOption = (what = 'the file that stands there') =>
  new Option('--force', `replace ${what}`).default(false)

/** What writes each form of a result: by name for standard output, by ending for files. */
export type Writers = Readonly<Record<string, () => string | Uint8Array | Promise<string | Uint8Array>>>

/** Where a result goes: to standard output, or to a file, in whose place nothing stands unless it may be replaced. */
export interface Destination {
  readonly out?: string | undefined
  readonly force?: boolean
}

/** Forms that say the licences and sources of what they were made of themselves. */
const saidWithin: ReadonlySet<string> = new Set(['graphml', 'gexf'])

/**
 * Writes a result to standard output in a form, or to a file in the form that its ending says; and beside such a file another one, with the
 * licences and sources of the datasets, unless the form itself has them.
 *
 * @throws Failure BAD_USAGE for an ending that this result has no form for, or where something stands there
 */
export async function writeResult(
  writers: Writers,
  format: string,
  { out, force = false }: Destination,
  sources: readonly DatasetSource[],
): Promise<void> {
  if (out === undefined) {
    console.log(String(await writers[format]?.()).trimEnd())
    return
  }
  const form = extname(out).slice(1).toLowerCase()
  const write = writers[form]
  if (write === undefined) {
    const endings = Object.keys(writers).filter(name => name !== 'table')
    throw new Failure('BAD_USAGE', `--out ${out}: the ending says the form, and can be .${endings.join(', .')}.`)
  }
  // Said before anything is asked; a pipe or a terminal has nothing that could be lost.
  const beside = sources.length === 0 || saidWithin.has(form) ? [] : [metadataName(out)]
  for (const path of [out, ...beside]) {
    if (force || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    throw new Failure('BAD_USAGE', `--out ${path}: something stands there already. --force replaces it.`)
  }
  const content = await write()
  try {
    writeWhole(out, content)
    for (const path of beside) writeWhole(path, metadataJson(basename(out), sources))
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new Failure('BAD_USAGE', `--out ${out} cannot be written: ${error.message}.`, { cause: error })
  }
  console.error(`wrote ${[out, ...beside].join(', ')}`)
}
