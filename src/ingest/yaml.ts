import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import type { z } from 'zod'
import { type FormerKey, renameFormerKeys } from './formerNames.ts'
import { Lines } from './lines.ts'
import type { FilePosition, Problems } from './problems.ts'
import { tooMuchFor } from './yamlBounds.ts'
import { type YamlFault, yamlFaults } from './yamlFaults.ts'

/** The way from the root of a YAML file to a value: keys and list indices. */
export type Path = readonly PropertyKey[]

/**
 * Reads a YAML file that a schema describes, with its former names replaced; null, with the problems noted, if it is no YAML. Aliases and tags are refused: an alias lets a small
 * file stand for a huge one, and a dossier needs neither.
 */
export function readYaml(schema: z.ZodType, file: string, text: string, problems: Problems): YamlSource | null {
  const lines = new Lines(text)
  const placeOf = (offset: number): FilePosition => ({ file, ...lines.positionOf(Math.min(offset, text.length)) })

  const bound = tooMuchFor(text)
  if (bound !== null) {
    problems.add(placeOf(bound.offset), bound.message)
    return null
  }

  // The parser compares each key with all others of its mapping, which takes minutes for a long one: see findBadKeys.
  const options = { stringKeys: true, uniqueKeys: false, resolveKnownTags: false, prettyErrors: false } as const
  // Were it silent, the parser would pass over a second document without a word.
  const document = parseDocument(text, { ...options, logLevel: 'error' })
  const faults = yamlFaults(text, lines, [...document.errors, ...document.warnings])
  if (document.directives?.yaml.version === '1.1') {
    const message = 'dossiers are YAML 1.2, in which “no” is text and 010 is ten: remove this line'
    faults.push({ offset: Math.max(0, text.indexOf('%YAML')), message })
  }
  // What the parser could not follow makes keys of what is none.
  if (faults.length === 0) faults.push(...findAliases(document), ...findBadKeys(document))
  for (const { offset, message, suggestion } of faults) {
    problems.add(placeOf(offset), `YAML: ${message}`, { words: lineAt(text, offset), suggestion })
  }
  if (faults.length > 0) return null
  const formerKeys = renameFormerKeys(schema, document.contents)
  problems.noteFormerNames(file, formerKeys)
  return new YamlSource(file, document.contents, document.toJS({ maxAliasCount: 0 }), placeOf, formerKeys)
}

function findAliases(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Alias: (_key, alias) => {
      faults.push({ offset: startOf(alias), message: 'dossiers do not allow aliases: write it out' })
    },
  })
  return faults
}

function findBadKeys(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = nameOf(key)
        const offset = startOf(key)
        if (seen.has(name)) faults.push({ offset, message: `the key “${name}” appears twice here` })
        // The one name that JavaScript objects, and so the schema, pass over without a word.
        if (name === '__proto__') faults.push({ offset, message: 'this is not a valid key' })
        seen.add(name)
      }
    },
  })
  return faults
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end === -1 ? undefined : end).trim()
}

/** The contents of a YAML file, and where each of them stands. */
export class YamlSource {
  readonly file: string
  readonly value: unknown
  /** The keys that are written with a former name; `value` has those of today. */
  readonly formerKeys: readonly FormerKey[]
  readonly #root: Node | null
  readonly #placeOf: (offset: number) => FilePosition
  readonly #pairs = new WeakMap<YAMLMap, Map<string, Pair>>()

  constructor(
    file: string,
    root: Node | null,
    value: unknown,
    placeOf: (offset: number) => FilePosition,
    formerKeys: readonly FormerKey[],
  ) {
    this.formerKeys = formerKeys
    this.file = file
    this.value = value
    this.#root = root
    this.#placeOf = placeOf
  }

  /** Where a path leads: a plain value's place, the key of a mapping or list; of a path that ends early, its last step. */
  at(path: Path): FilePosition {
    return this.#placeOf(this.#find(path, false))
  }

  /** Where the key stands that a path ends with. */
  keyAt(path: Path): FilePosition {
    return this.#placeOf(this.#find(path, true))
  }

  /** Whether the file has the field that a path leads to, whatever it holds. */
  has(path: Path): boolean {
    let node: unknown = this.#root
    for (const step of path) {
      const next = isMap(node)
        ? this.#pairOf(node, String(step))
        : isSeq(node) && typeof step === 'number'
          ? { value: node.items[step] }
          : undefined
      if (next === undefined) return false
      node = next.value
    }
    return node !== undefined
  }

  #find(path: Path, wantsKey: boolean): number {
    let node: unknown = this.#root
    let offset = startOf(node)
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = this.#pairOf(node, String(step))
        if (!pair) break
        node = pair.value
        offset = isScalar(node) && !(wantsKey && depth === path.length - 1) ? startOf(node) : startOf(pair.key)
      } else if (isSeq(node) && typeof step === 'number') {
        const item = node.items[step]
        if (item === undefined) break
        node = item
        offset = startOf(node)
      } else break
    }
    return offset
  }

  #pairOf(map: YAMLMap, key: string): Pair | undefined {
    let pairs = this.#pairs.get(map)
    if (!pairs) {
      pairs = new Map(map.items.map(pair => [nameOf(pair.key), pair]))
      this.#pairs.set(map, pairs)
    }
    return pairs.get(key)
  }
}

/** The name of a key; an empty key reads as null. */
function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : ''
}

function startOf(node: unknown): number {
  if (isScalar(node) || isCollection(node) || isAlias(node)) return node.range?.[0] ?? 0
  return 0
}

/** One entry of a YAML file: whatever is wrong with it or its fields is reported where they stand. */
export class YamlEntry {
  readonly #source: YamlSource
  readonly #path: Path

  constructor(source: YamlSource, path: Path = []) {
    this.#source = source
    this.#path = path
  }

  /** The entry that some steps lead to. */
  in(...steps: Path): YamlEntry {
    return new YamlEntry(this.#source, [...this.#path, ...steps])
  }

  /** Where it stands, or its field. */
  at(...steps: Path): FilePosition {
    return this.#source.at([...this.#path, ...steps])
  }

  /** Whether one of these fields stands there: what does not fit is reported for what it is, and not as missing. */
  has(...fields: string[]): boolean {
    return fields.some(field => this.#source.has([...this.#path, field]))
  }

  /** Where its key stands. */
  get key(): FilePosition {
    return this.#source.keyAt(this.#path)
  }
}
