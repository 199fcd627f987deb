import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type AgentEntry, type ClaimEntry, type Dossier, type Register, registerSchema } from './dossier.ts'
import { FILE_CAPS, readTextFile } from './files.ts'
import type { FilePosition, Problems } from './problems.ts'
import { isMapping, readShape } from './shape.ts'
import { readYaml, YamlEntry } from './yaml.ts'

/** A thing with its key and where it is written down. */
export interface RegisterItem<T> {
  readonly key: string
  readonly value: T
  readonly entry: YamlEntry
  /** Whether it comes from a register, and so from outside the dossier. */
  readonly shared: boolean
}

/** The agents, claims and referents that a dossier can refer to: its own and those of its registers. */
export interface Catalogue {
  readonly agents: ReadonlyMap<string, RegisterItem<AgentEntry>>
  readonly claims: ReadonlyMap<string, RegisterItem<ClaimEntry>>
  readonly referents: ReadonlyMap<string, RegisterItem<string>>
  /** The keys of entries that do not fit the schema, which have been reported where they stand. */
  readonly faulty: { readonly agents: string[]; readonly claims: string[]; readonly referents: string[] }
  /** The texts of the registers that were read. */
  readonly sources: readonly string[]
}

/** Reads the registers of a dossier and joins them with what the dossier itself brings. */
export function readCatalogue(folder: string, dossier: Dossier, root: YamlEntry, problems: Problems): Catalogue {
  const agents = new Map<string, RegisterItem<AgentEntry>>()
  const claims = new Map<string, RegisterItem<ClaimEntry>>()
  const referents = new Map<string, RegisterItem<string>>()
  const faulty: Catalogue['faulty'] = { agents: [], claims: [], referents: [] }
  const sources: string[] = []

  const addAll = (register: Register, entry: YamlEntry, shared: boolean) => {
    addEach(agents, register.agents, entry.in('agents'), shared, problems)
    addEach(claims, register.claims, entry.in('claims'), shared, problems)
    addEach(referents, register.referents, entry.in('referents'), shared, problems)
  }

  const read = new Set<string>()
  for (const [index, path] of (dossier.use ?? []).entries()) {
    const place = root.at('use', index)
    const file = locate(folder, path, place, problems)
    if (file === null) continue
    if (read.has(file)) {
      problems.add(place, 'this register is already used', { words: path })
      continue
    }
    read.add(file)

    const text = readTextFile(file, FILE_CAPS.annotations, problems)
    const source = text === null ? null : readYaml(registerSchema, file, text, problems)
    const shaped = source && readShape(registerSchema, source, problems)
    if (text === null || !source || !shaped) continue
    sources.push(text)
    addAll(shaped.value, new YamlEntry(source), true)
    for (const section of ['agents', 'claims', 'referents'] as const) {
      faulty[section].push(...keysOf(source.value, section))
    }
  }
  addAll(dossier, root, false)
  return { agents, claims, referents, faulty, sources }
}

/** The keys of a section of a file as it was written, whether or not its entries fit the schema. */
export function keysOf(value: unknown, section: string): string[] {
  const entries = isMapping(value) ? value[section] : undefined
  return isMapping(entries) ? Object.keys(entries) : []
}

function addEach<T>(
  all: Map<string, RegisterItem<T>>,
  entries: Readonly<Record<string, T>> | undefined,
  section: YamlEntry,
  shared: boolean,
  problems: Problems,
): void {
  for (const [key, value] of Object.entries(entries ?? {})) {
    const entry = section.in(key)
    const known = all.get(key)
    if (known) {
      const { file, line } = known.entry.key
      problems.add(entry.key, `this key is already taken: see ${file}:${line}`, { words: key })
    } else all.set(key, { key, value, entry, shared })
  }
}

/** The file of a register; null, with the problem noted, if its path leads out of the dossiers' folder. */
function locate(folder: string, path: string, place: FilePosition, problems: Problems): string | null {
  const bounds = dirname(resolve(folder))
  const file = join(folder, path)
  if (isAbsolute(path) || path.includes('\0') || !isBelow(bounds, resolve(file))) {
    problems.add(place, 'name a register by a relative path; it must lie below the parent of this folder', {
      words: path,
    })
    return null
  }
  try {
    // A link must not lead out either.
    if (isBelow(realpathSync(bounds), realpathSync(file))) return file
    problems.add(place, 'this link points outside the folder that holds the dossiers', { words: path })
  } catch {
    problems.add(place, 'no such register', { words: path })
  }
  return null
}

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
