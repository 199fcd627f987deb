import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { controlCharacter, lineAndColumn, NotUtf8Error, normaliseText } from '../model/text.ts'
import { decodeText, NotText } from './encoding.ts'
import type { Problems } from './problems.ts'

const MEGABYTE = 1_000_000

/** The largest file of each kind that is read. */
export const FILE_CAPS = { article: 5 * MEGABYTE, annotations: 20 * MEGABYTE } as const

/** Reads a file in UTF-8, or in UTF-16 with its mark, normalised; null, with the problem noted, if it cannot be read or holds nothing. */
export function readTextFile(file: string, cap: number, problems: Problems): string | null {
  const refuse = (message: string, line = 1, column = 1) => {
    problems.add({ file, line, column }, message)
    return null
  }

  const bytes = readBytes(file, cap)
  if (typeof bytes === 'string') return refuse(bytes)
  try {
    const decoded = decodeText(bytes)
    const control = controlCharacter(decoded.replaceAll('\r', '\n'))
    if (control) {
      const { line, column } = lineAndColumn(decoded, control.index)
      return refuse(`holds the control character ${control.name}: remove it`, line, column)
    }
    const text = normaliseText(decoded)
    if (text.trim() === '')
      return refuse(bytes.length === 0 ? 'the file is empty' : 'the file contains only whitespace')
    return text
  } catch (error) {
    if (error instanceof NotText) return refuse(error.message)
    if (!(error instanceof NotUtf8Error)) throw error
    return refuse('these bytes are not UTF-8. Save the file as UTF-8', error.line, error.column)
  }
}

/** The bytes of a file, or why they cannot be had. Size and kind are looked at before a byte is read. */
function readBytes(file: string, cap: number): Uint8Array | string {
  let descriptor: number
  try {
    // Without NONBLOCK, opening a named pipe would wait for ever for someone to write into it.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    return whyUnreadable(error)
  }
  try {
    const stat = fstatSync(descriptor)
    if (stat.isDirectory()) return 'this is a folder, but a file is expected'
    if (!stat.isFile()) return 'this is not a regular file'
    if (stat.size > cap) {
      return `the file has ${megabytes(stat.size)} MB, and at most ${megabytes(cap)} MB are read. Split it, or remove what is not text`
    }
    const bytes = readFileSync(descriptor)
    const { size, mtimeMs } = fstatSync(descriptor)
    if (size !== bytes.length || mtimeMs !== stat.mtimeMs) return 'the file changed while it was read: try again'
    return bytes
  } catch (error) {
    return whyUnreadable(error)
  } finally {
    closeSync(descriptor)
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied: the file cannot be read'
  return `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / (MEGABYTE / 10)) / 10).toLocaleString('en-US')
}
