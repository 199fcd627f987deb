/** What the YAML parser finds wrong, in a curator's words: one fault for one cause. */

import type { YAMLError } from 'yaml'
import type { Lines } from './lines.ts'

/** A fault of a YAML text, and where it is. */
export interface YamlFault {
  readonly offset: number
  readonly message: string
  readonly suggestion?: string | undefined
}

/** The faults of a text: where a line is indented by itself, that alone, for all that follows may come of it. */
export function yamlFaults(text: string, places: Lines, errors: readonly YAMLError[]): YamlFault[] {
  if (errors.length === 0) return []
  const lines = new FaultLines(text, places)
  const seen = new Set<number>()
  const faults: YamlFault[] = []
  for (const error of errors) {
    const line = places.lineOf(error.pos[0]) - 1
    const odd = lines.oddlyIndented(line) ?? lines.oddlyIndented(line + 1)
    if (odd !== null) return [...faults, odd]
    if (seen.has(line)) continue
    seen.add(line)
    faults.push(lines.unquoted(line) ?? { offset: error.pos[0], message: inOurWords(error) })
  }
  return faults
}

function inOurWords({ code, message }: YAMLError): string {
  if (code === 'TAG_RESOLVE_FAILED') return 'dossiers do not allow tags'
  if (code === 'TAB_AS_INDENT') return 'this line is indented by a tab: use spaces'
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here: put all into one, or remove it'
  if (code === 'NON_STRING_KEY') return 'a key is words: no list, mapping or alias'
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) {
    const [open, close] = message.startsWith('Flow sequence') ? ['[', ']'] : ['{', '}']
    return `a ${open} is not closed: ${close} is missing`
  }
  if (code === 'MISSING_CHAR' && message.startsWith('Missing closing')) return 'a quotation mark is not closed'
  return message
}

const key = /^[\w"'][^\s:]*:(?:\s|$)/
const blank = /^\s*(?:#.*)?$/

/** The lines of a text, by their index. */
class FaultLines {
  readonly #lines: readonly string[]
  readonly #places: Lines
  /** For each line the last one before it that says something; -1 where none does. */
  readonly #before: number[] = []
  /** For each line the last one before it that says something and is indented less; -1 where none is. */
  readonly #outer: number[] = []

  constructor(text: string, places: Lines) {
    this.#lines = text.split('\n')
    this.#places = places
    let before = -1
    for (const [index, line] of this.#lines.entries()) {
      let outer = before
      while (outer >= 0 && indentOf(this.#lines[outer] ?? '') >= indentOf(line)) outer = this.#outer[outer] ?? -1
      this.#before.push(before)
      this.#outer.push(outer)
      if (!blank.test(line)) before = index
    }
  }

  /** A field that is indented neither as the fields before it nor as those around them. */
  oddlyIndented(index: number): YamlFault | null {
    const line = this.#lines[index] ?? ''
    const by = indentOf(line)
    if (!key.test(line.slice(by)) && !line.slice(by).startsWith('- ')) return null
    const around = this.#indentsBefore(index)
    const [before] = around
    if (before === undefined || around.includes(by) || (by > before && this.#opens(index))) return null
    const neighbours = around.toSorted((one, other) => Math.abs(one - by) - Math.abs(other - by))[0] ?? 0
    return {
      offset: this.#places.startOf(index + 1) + by,
      message: `line ${index + 1} is indented by ${by}, its neighbours by ${neighbours}`,
    }
  }

  /** The indents of the fields that are open where a line begins, from within. */
  #indentsBefore(index: number): number[] {
    const indents: number[] = []
    for (let at = this.#before[index] ?? -1; at >= 0; at = this.#outer[at] ?? -1) {
      const line = this.#lines[at] ?? ''
      const item = /^\s*(?:- +)+/.exec(line)?.[0].length
      const least = indents.at(-1) ?? Number.POSITIVE_INFINITY
      if (item !== undefined && item < least) indents.push(item)
      indents.push(indentOf(line))
    }
    return indents
  }

  /** Whether the line before opens what stands below it. */
  #opens(index: number): boolean {
    const before = this.#lines[this.#before[index] ?? -1] ?? ''
    return /(?::|-|[|>][+-]?)\s*(?:#.*)?$/.test(before)
  }

  /** A text that needs quotation marks, for YAML reads its signs: “Dam: what next”, “"We" are fine”. */
  unquoted(index: number): YamlFault | null {
    const line = this.#lines[index] ?? ''
    const [, head = '', value = ''] = /^(\s*(?:- +)?[\w-]+: +)(.+?)\s*$/.exec(line) ?? []
    const isColon = /^[^\s"'[{|>&*!#%@`].*:(?: |$)/.test(value)
    const isMark = /^(["']).*\1\s*\S/.test(value) && !/^(["'])[^"']*\1\s*#/.test(value)
    if (!isColon && !isMark) return null
    return {
      offset: this.#places.startOf(index + 1) + head.length,
      message: `put it in quotation marks: ${isColon ? '“: ”' : 'its first quotation mark'} has a meaning of its own in YAML`,
      suggestion: `${head.trimStart()}${isMark && !value.includes("'") ? `'${value}'` : JSON.stringify(value)}`,
    }
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
