import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { InterchangeRecord } from '../../model/interchange.ts'
import { readBrat } from './brat.ts'
import { filesAt, readText, Unreadable } from './files.ts'
import type { Format, OnBytes, RecordItem } from './format.ts'
import { fieldLabels, nameWithoutEnding, slugOfId } from './names.ts'
import { NormalisedText } from './spans.ts'
import { readMappedTable } from './table/index.ts'
import { isNobody, turnsOf } from './transcript.ts'

/** The columns of the speeches: a row is what a speaker has said in a debate, put together. */
const speeches = {
  mapping: 1,
  content: 'concatenated_speech',
  speaker: 'speaker',
  speakerKind: 'PERSON',
  published: 'date',
  dateFormat: 'DD/MM/YYYY',
  language: 'en',
} as const

/**
 * ElecDeb60to20 (Goffredo et al.): the speeches of presidential debates (CSV), and sections with claims and premises (brat).
 * The offsets of a section count in its text, X.txt beside X.ann: without that it is refused. Where that labels its speakers
 * (“REYES: …”), whoever has the turn says what stands in it.
 */
export const elecdeb: Format = {
  name: 'elecdeb',
  summary: 'ElecDeb60to20: speeches of presidential debates (CSV), claims and premises (brat)',
  version: 2,
  dataset: {
    slug: 'elecdeb',
    name: 'ElecDeb60to20',
    licence: null,
    version: null,
    url: 'https://github.com/pierpaologoffredo/ElecDeb60to20',
  },
  sources: (paths, dataset) =>
    filesAt(paths, ['.csv', '.ann'], 'an ElecDeb60to20 file').map(file => ({
      name: basename(file),
      path: file,
      files: [file, ...[textOf(file)].filter(text => existsSync(text))],
      read: (onBytes, name) => {
        const prefix = slugOfId(dataset, nameWithoutEnding(name))
        return file.endsWith('.ann')
          ? [readSection(file, prefix, onBytes)]
          : readMappedTable(file, speeches, { prefix, dataset }, onBytes)
      },
    })),
}

function textOf(file: string): string {
  return file.replace(/\.(?:ann|csv)$/, '.txt')
}

function readSection(file: string, document: string, onBytes: OnBytes): RecordItem[] {
  const refuse = (refused: 'UNKNOWN_REFERENCE' | Unreadable['reason'], why: string): RecordItem[] => [
    { file, line: null, refused, why, found: basename(file) },
  ]
  if (!existsSync(textOf(file))) {
    return refuse('UNKNOWN_REFERENCE', `its offsets count in ${basename(textOf(file))}, which is missing beside it`)
  }
  try {
    const text = new NormalisedText(readText(dirname(file), textOf(file), onBytes))
    const { spans, broken } = readBrat(readText(dirname(file), file, onBytes))
    const item = (record: InterchangeRecord): RecordItem => ({ file, line: null, record })
    const turns = turnsOf(text.text)
    const named = new Set(turns.map(({ label }) => label).filter(label => !isNobody(label)))
    const agents = Array.from(named, name =>
      item({ type: 'agent', slug: slugOfId(document, name), kind: 'UNKNOWN', name }),
    )
    const unread = broken.map(({ line, text: found }): RecordItem => {
      return { file, line, refused: 'BAD_RECORD', why: 'its offsets cannot be read', found }
    })
    const parts = Array.from(spans, ([id, { label, pieces, words }]): RecordItem => {
      const content = text.rawWords(pieces, ' ') === words ? text.span(pieces) : null
      if (!content) return { file, line: null, refused: 'NOT_VERBATIM', found: { id, words } }
      const places = text.utf16(content)
      const turn = turns.findIndex(({ start, end }) => places.every(place => place.start >= start && place.end <= end))
      const speaker = turns[turn]?.label
      return item({
        type: 'statement',
        slug: `${document}/${id.toLowerCase()}`,
        document,
        content,
        ...(speaker === undefined ? {} : { turn: turn + 1 }),
        ...(speaker !== undefined && named.has(speaker)
          ? { mentions: [{ role: 'SOURCE', words: speaker, agent: slugOfId(document, speaker) }] }
          : {}),
        labels: fieldLabels({ component: label }),
      })
    })
    return [...agents, item({ type: 'document', slug: document, text: text.text, language: 'en' }), ...parts, ...unread]
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.reason, error.message)
    throw error
  }
}
