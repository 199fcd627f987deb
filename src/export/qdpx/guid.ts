import { hash } from 'node:crypto'

/** The namespace of Dixit's names: a fixed UUID, made once. */
const namespace = Buffer.from('8f0b3c1e5a7d5c469d0e2f4b6a8c0e13', 'hex')

/**
 * The GUID of a thing by its type and slug: the same in every export, of every copy of the graph (RFC 9562, version 5). A mark
 * needs up to nine of them, so that they are a fifth of the time of an export.
 */
export function guidOf(...names: readonly string[]): string {
  const digits = hash('sha1', Buffer.concat([namespace, Buffer.from(names.join('\n'))]), 'hex')
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0b0011) | 0b1000).toString(16)
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ]
  return parts.join('-')
}
