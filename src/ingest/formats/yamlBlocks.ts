import { CORE_SCHEMA, load } from 'js-yaml'
import { readText } from './files.ts'
import type { OnBytes } from './format.ts'

/** One entry of a file's outermost list or mapping, and the line on which it begins. */
export interface YamlBlock {
  readonly line: number
  /** The parsed entry; for a mapping an object of its one key. Undefined if it is no YAML. */
  readonly value: unknown
  readonly text: string
}

/**
 * The entries of a YAML file whose outermost value is a block list or mapping, parsed one by one: a register of many
 * megabytes is never held as one tree, and each entry is known by its line. The library that dossiers are read with keeps the
 * place of every value, for which it takes five times as long.
 */
export function* readYamlBlocks(root: string, path: string, onBytes: OnBytes): Generator<YamlBlock> {
  const lines = readText(root, path, onBytes).split(/\r?\n/)
  let begin = -1
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index]
    const begins =
      line === undefined || (/^\S/.test(line) && !/^(#|---|\.\.\.)/.test(line) && !isWithin(lines[begin], line))
    if (!begins) continue
    if (begin >= 0) yield blockOf(lines.slice(begin, index), begin + 1)
    begin = index
  }
}

/** Under a key of a mapping, a list may stand without being indented. */
function isWithin(first: string | undefined, line: string): boolean {
  return first !== undefined && !first.startsWith('-') && line.startsWith('-')
}

function blockOf(lines: readonly string[], line: number): YamlBlock {
  const text = lines.join('\n')
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA, maxAliases: 0 })
    return { line, text, value: Array.isArray(value) && text.startsWith('-') ? value[0] : value }
  } catch {
    return { line, text, value: undefined }
  }
}
