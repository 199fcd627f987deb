import { headName } from '../names/headName.ts'
import type { DocumentNames } from './documentNames.ts'
import type { SourceWords, SpeakerReading } from './speakerReading.ts'

/** A name that ends right before "who": "Mr. Beck, who". One that "and" or "for" comes before may not be whom it goes with. */
const NAME_BEFORE =
  /(?<before>\S+\s+)?(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|la|del)){0,6})\s?[,—–-]?\s*$/u
const NOT_BEFORE = /^(?:and|or|&|for|of|to|with|as|including|like|than|,|.*[,’'])\s*$/iu

/** "The supporters of Clinton, who are …": several people, whatever name stands before. */
const SEVERAL = /^who\s+(?:\p{L}+ly\s+|also\s+|both\s+)?(?:are|were|have|do)\b/iu

/** The person to whom “who” belongs: whose name, full or not, stands right before it. */
export function readRelative(
  text: string,
  { id, words, start }: SourceWords,
  names: DocumentNames,
): SpeakerReading | null {
  if (start === null || words.trim().toLowerCase() !== 'who' || SEVERAL.test(text.slice(start, start + 40))) return null
  const from = Math.max(0, start - 100)
  const found = NAME_BEFORE.exec(text.slice(from, start))
  const { before = '', name = '' } = found?.groups ?? {}
  const head = NOT_BEFORE.test(before) ? null : headName(name)
  if (found === null || head === null) return null
  const at = from + found.index + before.length
  const place = { start: at + head.start, end: at + head.end }
  const person =
    head.kind === 'PERSON' && head.name.isKnown
      ? names.byFullName(head.name, place.start, place.end)
      : head.kind === 'SURNAME'
        ? names.bySurname(head.surname, head.gender, start)
        : null
  if (!person) return null
  return {
    mention: id,
    agent: { kind: 'PERSON', person },
    rule: 'RELATIVE_AFTER_NAME',
    evidence: place,
    roleWords: null,
  }
}
