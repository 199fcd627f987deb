import type { z } from 'zod'
import { nearestWord } from '../model/nearest.ts'
import { slugify } from '../model/slug.ts'
import { readQuantity } from '../reading/index.ts'
import { fieldMeant } from './fieldMeant.ts'
import type { Problems } from './problems.ts'
import type { Path, YamlSource } from './yaml.ts'

type Issue = z.core.$ZodIssue

/** What a file holds, read by its schema. */
export interface Shaped<T> {
  readonly value: T
  /** False if parts had to be left out. */
  readonly complete: boolean
}

/** Each round removes what the schema refuses; a fault can show only when the one around it is gone. */
const MOST_ROUNDS = 8

/**
 * Reads a file by a schema and reports whatever does not fit, where it stands. Entries that do not fit are left out, or
 * give way to the fallback of their section, so that the rest can be checked in the same run; null if nothing is left.
 */
export function readShape<S extends z.ZodType>(
  schema: S,
  source: YamlSource,
  problems: Problems,
  fallbacks: Readonly<Record<string, unknown>> = {},
): Shaped<z.output<S>> | null {
  let value = source.value
  let complete = true
  const reported = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) return { value: result.data, complete }
    const issues = result.error.issues.flatMap(issue => innermost(issue))
    for (const issue of issues) {
      // What is missing since it was taken out has been reported for what it was.
      const isSaid = issue.path.some((_, index) => reported.has(JSON.stringify(issue.path.slice(0, index + 1))))
      if (!isSaid) report(issue, schema, source, problems)
    }
    for (const { path, code } of issues) if (code !== 'unrecognized_keys') reported.add(JSON.stringify(path))
    if (!isMapping(value)) return null
    complete &&= issues.every(issue => issue.code === 'unrecognized_keys' || standsIn(issue))
    value = withoutFaults(value, issues, fallbacks)
  }
  return null
}

/** Of a value that could be read in several ways, the issues of the way that its type asks for. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant = issue.errors.find(
    issues => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  if (!meant) return [issue]
  return meant.flatMap(inner => innermost({ ...inner, path: [...issue.path, ...inner.path] }))
}

function report(issue: Issue, schema: z.core.$ZodType, source: YamlSource, problems: Problems): void {
  const { path } = issue
  const field = nameOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const suggestion = fieldMeant(key, schema, path)
        problems.add(source.keyAt([...path, key]), 'unknown field', { words: key, suggestion })
      }
      return
    case 'invalid_key': {
      const key = String(path.at(-1))
      const message = issue.issues[0]?.message ?? 'no key'
      problems.add(source.keyAt(path), message, { words: key, suggestion: slugify(key) || undefined })
      return
    }
    case 'invalid_value': {
      const expected = `expected ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}`
      const words = say(issue.input)
      const suggestion = words && nearestWord(words, issue.values.map(String))
      const message =
        issue.input === undefined ? `the field “${field}” is missing: ${expected}` : `${field}: ${expected}`
      problems.add(source.at(path), message, { words, suggestion, isOpen: issue.input === undefined })
      return
    }
    case 'invalid_type':
    case 'invalid_union': {
      const isText = issue.code === 'invalid_union' || issue.expected === 'string'
      const isOpen = issue.input === undefined
      const words = say(issue.input)
      const suggestion = isText || typeof issue.input !== 'string' ? undefined : inDigits(issue.input)
      problems.add(source.at(path), sayType(issue, field, isText), { words, suggestion, isOpen })
      return
    }
    default: {
      const words = say(issue.input)
      const isKey = issue.code === 'invalid_format' && issue.message.startsWith('a key is')
      const suggestion = isKey && words ? slugify(words) || undefined : undefined
      problems.add(source.at(path), `${field}: ${issue.message}`, { words, suggestion })
    }
  }
}

type TypeIssue = Extract<Issue, { code: 'invalid_type' | 'invalid_union' }>

function sayType(issue: TypeIssue, field: string, isText: boolean): string {
  const { input } = issue
  if (input === undefined) return `the field “${field}” is missing`
  if (isText && (typeof input === 'number' || typeof input === 'boolean')) {
    return `${field} is text: put it in quotation marks`
  }
  const expected = issue.code === 'invalid_union' ? 'words of the article' : typeName(issue.expected)
  return `${field}: expected ${expected}, but this is ${kindOf(input)}`
}

/** A number that stands where digits belong, in digits: "0.5" for 1/2, "1200" for 1,200. */
function inDigits(words: string): string | undefined {
  return readQuantity(words, 'en')?.value?.toString()
}

function nameOf(path: Path): string {
  return String(path.findLast(step => typeof step === 'string') ?? 'the file')
}

function say(input: unknown): string | undefined {
  if (input === null || input === undefined) return undefined
  return typeof input === 'object' ? undefined : String(input)
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    object: 'a mapping',
    record: 'a mapping',
    array: 'a list',
    int: 'a whole number',
    number: 'a number',
  }
  return names[expected] ?? expected
}

function kindOf(input: unknown): string {
  if (input === null) return 'empty'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'a mapping'
  if (typeof input === 'number' && !Number.isFinite(input)) return 'none'
  return typeof input === 'string' ? 'text' : `a ${typeof input}`
}

/** Whether a value of a vocabulary is missing, for which another stands in, so that the rest of the entry is checked too. */
function standsIn(issue: Issue): boolean {
  return issue.code === 'invalid_value' && issue.input === undefined && issue.path.length > 2
}

/**
 * The value without what the issues are about: unknown fields, a field that does not fit, a list of an entry that has the fault; and
 * where an entry cannot do without, the whole entry.
 */
function withoutFaults(
  value: Record<string, unknown>,
  issues: readonly Issue[],
  fallbacks: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const rest = structuredClone(value)
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const holder = issue.path.reduce(stepInto, rest)
      if (isMapping(holder)) for (const key of issue.keys) delete holder[key]
      continue
    }
    const [section, key, field, ...inner] = issue.path
    if (section === undefined) continue
    const entries = rest[String(section)]
    const entry = isMapping(entries) && key !== undefined ? entries[String(key)] : undefined
    if (String(section) in fallbacks) rest[String(section)] = fallbacks[String(section)]
    else if (isMapping(entry) && field !== undefined && (inner.length > 0 || issue.input !== undefined)) {
      // A list goes as a whole: without one item, the others would no longer be found where they stand in the file.
      delete entry[String(field)]
    } else if (isMapping(entry) && field !== undefined && issue.code === 'invalid_value' && standsIn(issue)) {
      entry[String(field)] = issue.values[0]
    } else if (isMapping(entries) && key !== undefined) delete entries[String(key)]
    else delete rest[String(section)]
  }
  return rest
}

function stepInto(value: unknown, step: PropertyKey): unknown {
  if (Array.isArray(value)) return value[Number(step)]
  return isMapping(value) ? value[String(step)] : undefined
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
