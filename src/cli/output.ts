import { statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { Option } from '@commander-js/extra-typings'
import { type DatasetSource, metadataJson, metadataName } from '../export/sources.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'

/** The forms of a result on standard output. */
export const outputFormats = ['table', 'json', 'csv'] as const

export const formatOption = () =>
  new Option('--format <form>', 'the output format').choices(outputFormats).default('table' as const)

/** Permission to replace a file; without it, an existing file is kept. */
export const forceOption = (what = 'the file if it exists') => new Option('--force', `replace ${what}`).default(false)

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
 * @throws Failure BAD_USAGE for an extension without a form, or if the file exists
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
    throw new Failure('BAD_USAGE', `--out ${out}: the extension sets the format and can be .${endings.join(', .')}.`)
  }
  const said = saidWithin.has(form) ? [] : sources
  // Before anything is asked.
  keepWhatStands(out, said, force)
  writeWhole(out, await write())
  console.error(`wrote ${[out, ...writeSources(out, said)].join(', ')}`)
}

/**
 * Refuses to replace a file or the one beside it; a pipe or a terminal has nothing that could be lost.
 *
 * @throws Failure BAD_USAGE if one of them exists and may not be replaced
 */
export function keepWhatStands(out: string, sources: readonly DatasetSource[], force: boolean): void {
  for (const path of [out, ...besides(out, sources)]) {
    if (force || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    throw new Failure('BAD_USAGE', `--out ${path} already exists. --force replaces it.`)
  }
}

/** Writes the licences and sources of datasets into a file beside another one, where there are any; and says which file. */
export function writeSources(out: string, sources: readonly DatasetSource[]): string[] {
  const paths = besides(out, sources)
  for (const path of paths) writeWhole(path, metadataJson(basename(out), sources))
  return paths
}

/** The file beside another one; none beside a pipe or a terminal. */
function besides(out: string, sources: readonly DatasetSource[]): string[] {
  const known = statSync(out, { throwIfNoEntry: false })
  const isStream = known !== undefined && !known.isFile()
  return sources.length === 0 || isStream ? [] : [metadataName(out)]
}
