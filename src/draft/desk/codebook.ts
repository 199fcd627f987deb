import { readFileSync } from 'node:fs'
import {
  ChannelKind,
  FrameDimension,
  FrameEffect,
  FrameFunction,
  FrameValence,
  OrganizationKind,
  SpeechAct,
  Stance,
  StanceManner,
  StatementRelationKind,
  type Vocabulary,
} from '../../model/vocabulary.ts'

/** A value that can be chosen, with what it means. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly meaning: string | null
}

const codebook = new URL('../../../docs/codebook.md', import.meta.url)

let definitions: ReadonlyMap<string, string> | undefined

/** The codes of a vocabulary, each as docs/codebook.md defines it; in the words of the graph where it says nothing. */
export function vocabularyChoices(vocabulary: Vocabulary): Choice[] {
  definitions ??= readDefinitions(readFileSync(codebook, 'utf8'))
  return Object.entries(vocabulary).map(([value, meaning]) => ({
    value,
    label: value,
    meaning: definitions?.get(value) ?? meaning,
  }))
}

/** Rows of a table that begin with a code, and sentences such as “REPEATS: the same again.” */
export function readDefinitions(markdown: string): Map<string, string> {
  const found = new Map<string, string>()
  const note = (code: string | undefined, meaning: string | undefined) => {
    if (code !== undefined && meaning !== undefined && !found.has(code)) found.set(code, plain(meaning))
  }
  for (const [, code, meaning] of markdown.matchAll(/^\| ([A-Z_]{3,}) \| ([^|]+) \|/gm)) note(code, meaning)
  for (const [, code, meaning] of markdown.matchAll(/(?<![A-Z_`])([A-Z]{3,}(?:_[A-Z]+)*): ([^.|]+\.)/g))
    note(code, meaning)
  return found
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\*|`/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

export const channelKinds = () => vocabularyChoices(ChannelKind)
export const organizationKinds = () => vocabularyChoices(OrganizationKind)
export const speechActs = () => vocabularyChoices(SpeechAct)
export const frameFunctions = () => vocabularyChoices(FrameFunction)
export const frameDimensions = () => vocabularyChoices(FrameDimension)
export const frameValences = () => vocabularyChoices(FrameValence)
export const frameEffects = () => vocabularyChoices(FrameEffect)
export const stanceChoices = () => vocabularyChoices(Stance)
export const stanceManners = () => vocabularyChoices(StanceManner)
export const relationChoices = () => vocabularyChoices(StatementRelationKind)
