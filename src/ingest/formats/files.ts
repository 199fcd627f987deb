import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { Failure } from '../../model/failure.ts'
import type { RejectReason } from '../../model/records/refusal.ts'
import { NotUtf8Error } from '../../model/text.ts'
import { decodeText, NotText } from '../encoding.ts'
import type { OnBytes } from './format.ts'

/** The largest file that is read as a whole. */
const MOST_BYTES = 256_000_000

/** A file that cannot be read: the records that need it are refused, and the rest of the corpus is not. */
export class Unreadable extends Error {
  readonly reason: RejectReason

  constructor(reason: RejectReason, message: string) {
    super(message)
    this.name = 'Unreadable'
    this.reason = reason
  }
}

/**
 * The text of a file that lies below `root`, also after every link is followed.
 *
 * @throws Unreadable
 */
export function readText(root: string, path: string, onBytes: OnBytes): string {
  const bytes = readBytes(root, path)
  onBytes(bytes.length)
  try {
    const text = decodeText(bytes)
    return text.startsWith('\uFEFF') ? text.slice(1) : text
  } catch (error) {
    if (error instanceof NotText) throw new Unreadable('UNREADABLE_FILE', error.message)
    if (!(error instanceof NotUtf8Error)) throw error
    throw new Unreadable('NOT_UTF8', `line ${error.line}, column ${error.column}: these bytes are not UTF-8`)
  }
}

function readBytes(root: string, path: string): Uint8Array {
  let descriptor: number | undefined
  try {
    // The system's own way to the real path: Node's looks at every folder on the way, for every file.
    if (!isBelow(realpathSync.native(root), realpathSync.native(path))) {
      throw new Unreadable('UNREADABLE_FILE', 'the file lies outside the corpus')
    }
    // Without NONBLOCK, opening a named pipe would wait for ever for someone to write into it.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw new Unreadable('UNREADABLE_FILE', 'this is not a regular file')
    if (stat.size > MOST_BYTES) {
      throw new Unreadable('UNREADABLE_FILE', `the file has ${stat.size} bytes, and at most ${MOST_BYTES} are read`)
    }
    return readFileSync(descriptor)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('UNREADABLE_FILE', error instanceof Error ? error.message : String(error))
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Whether a path is a folder's own or lies below it; both are real paths. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The names of a folder's entries that end so, in code-point order. */
export function namesIn(folder: string, ending: string): string[] {
  return statOf(folder)?.isDirectory()
    ? readdirSync(folder)
        .filter(name => name.endsWith(ending))
        .toSorted()
    : []
}

/** The names of a folder's folders, in code-point order. */
export function foldersIn(folder: string): string[] {
  if (!statOf(folder)?.isDirectory()) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap(entry => (entry.isDirectory() ? [entry.name] : [])).toSorted()
}

/**
 * What stands at a path; undefined if nothing does.
 *
 * @throws Failure BAD_INPUT if that cannot be known: links that lead in a circle, a folder that may not be read
 */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new Failure('BAD_INPUT', `${path} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}

/**
 * A path that must be a file, or a folder.
 *
 * @throws Failure BAD_INPUT if it is not
 */
export function expectPath(path: string, kind: 'file' | 'folder', what: string): string {
  const stat = statOf(path)
  if (!stat) throw new Failure('BAD_INPUT', `${path} does not exist.`)
  const isRight = kind === 'file' ? stat.isFile() : stat.isDirectory()
  if (!isRight) throw new Failure('BAD_INPUT', `${path} is no ${kind}: expected is ${what}.`)
  return path
}

/** The files of a kind that some paths name: each path is such a file, or a folder that holds some. */
export function filesAt(paths: readonly string[], endings: readonly string[], what: string): string[] {
  return paths.flatMap(path => {
    if (!statOf(path)?.isDirectory()) return [expectPath(path, 'file', what)]
    const names = endings.flatMap(ending => namesIn(path, ending)).toSorted()
    if (names.length === 0) throw new Failure('BAD_INPUT', `${path} does not hold ${what} (${endings.join(', ')}).`)
    const files = names.map(name => join(path, name))
    const outside = files.find(file => leadsOut(path, file))
    if (outside !== undefined) {
      throw new Failure('BAD_INPUT', `${outside} is a link that points outside ${path}. Name the file itself.`)
    }
    for (const file of files) if (statOf(file) !== undefined) expectPath(file, 'file', what)
    return files
  })
}

/** Whether a link in a folder leads to a file outside of it; one that leads nowhere is found when it is read. */
function leadsOut(folder: string, file: string): boolean {
  return statOf(file) !== undefined && !isBelow(realpathSync.native(folder), realpathSync.native(file))
}
