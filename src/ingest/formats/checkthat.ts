import { basename } from 'node:path'
import type { InterchangeRecord } from '../../model/interchange.ts'
import { normaliseText } from '../../model/text.ts'
import { filesAt } from './files.ts'
import type { Format, OnBytes, RecordItem } from './format.ts'
import { readLines } from './lines.ts'
import { fieldLabels, nameWithoutEnding, slugOfId } from './names.ts'
import { isNobody } from './transcript.ts'

/** Lines that nobody says: what the transcript itself remarks, in English and Arabic. */
const STAGE = new Set(['SYSTEM', 'النظام'])
const EXPECTED = 'expected line, speaker, text and 0 or 1; or line, speaker, text, claim number, claim and rating'

/**
 * CheckThat (CLEF 2018 to 2020): debates and speeches, a sentence a line, with speaker and whether it is worth checking (task 1,
 * task 5 of 2020), or the claim that it makes and how that was rated (task 2 of 2018). A file is a document. Speakers are called by
 * labels that hold within their file.
 */
export const checkthat: Format = {
  name: 'checkthat',
  summary: 'CheckThat (CLEF): debates with speakers, sentence by sentence (TSV)',
  version: 2,
  dataset: {
    slug: 'checkthat',
    name: 'CheckThat (CLEF-2019)',
    licence: 'Free for general research use.',
    version: '2019',
    url: 'https://github.com/apepa/clef2019-factchecking-task1',
  },
  sources: (paths, dataset) =>
    filesAt(paths, ['.tsv', '.txt'], 'a CheckThat debate').map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read: (onBytes, name) => readDebate(file, slugOfId(dataset, nameWithoutEnding(name)), onBytes),
    })),
}

interface Sentence {
  readonly line: number
  readonly speaker: string
  readonly text: string
  readonly labels: Readonly<Record<string, string>>
}

async function* readDebate(file: string, document: string, onBytes: OnBytes): AsyncGenerator<RecordItem[]> {
  const sentences: Sentence[] = []
  for await (const lines of readLines(file, onBytes)) {
    const items: RecordItem[] = []
    for (const line of lines) {
      const place = { file, line: line.number }
      if ('refused' in line) {
        items.push({ ...place, refused: line.refused, found: line.found })
        continue
      }
      if (line.text === '') continue
      const [, speaker = '', words = '', ...codes] = line.text.split('\t')
      const text = normaliseText(words).trim()
      const labels = labelsOf(codes)
      if (labels === null || speaker === '' || text === '') {
        items.push({ ...place, refused: 'BAD_RECORD', why: EXPECTED, found: line.text })
      } else if (STAGE.has(speaker.trim())) {
        items.push({
          ...place,
          refused: 'OTHER_TYPE',
          why: 'a remark of the transcript that nobody says',
          found: line.text,
        })
      } else sentences.push({ line: line.number, speaker, text, labels })
    }
    yield items
  }
  if (sentences.length > 0)
    yield recordsOf(sentences, document, basename(file)).map(({ line, record }) => ({ file, line, record }))
}

/** What is coded of a sentence; null if that is none of the tasks'. */
function labelsOf(codes: readonly string[]): Record<string, string> | null {
  const [first = '', claim = '', rating = ''] = codes
  if (codes.length === 1 && /^[01]$/.test(first)) return { checkworthy: first }
  if (codes.length !== 3) return null
  return first === 'N/A' ? {} : { claimNumber: first, claim, rating }
}

function recordsOf(sentences: readonly Sentence[], document: string, name: string) {
  const records: { line: number | null; record: InterchangeRecord }[] = []
  const agents = new Map<string, string>()
  for (const { speaker } of sentences) {
    const label = labelOf(speaker)
    if (isNobody(label) || agents.has(label)) continue
    const slug = slugOfId(document, label)
    agents.set(label, slug)
    records.push({ line: null, record: { type: 'agent', slug, kind: 'UNKNOWN', name: label } })
  }
  const published = /^(\d{4})(\d\d)(\d\d)_/.exec(name)?.slice(1, 4).join('-')
  const text = sentences.map(sentence => sentence.text).join('\n')
  records.push({
    line: null,
    record: {
      type: 'document',
      slug: document,
      text,
      language: /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en',
      ...(published === undefined ? {} : { published }),
    },
  })
  let start = 0
  let turn = 0
  for (const [index, sentence] of sentences.entries()) {
    const end = start + [...sentence.text].length
    const agent = agents.get(labelOf(sentence.speaker))
    const before = sentences[index - 1]
    if (!before || labelOf(before.speaker) !== labelOf(sentence.speaker)) turn += 1
    records.push({
      line: sentence.line,
      record: {
        type: 'statement',
        slug: `${document}/${index + 1}`,
        document,
        content: { at: [[start, end]], exact: sentence.text },
        ...(agent === undefined ? {} : { mentions: [{ role: 'SOURCE', words: sentence.speaker, agent }] }),
        turn,
        ...(published === undefined ? {} : { said: published }),
        labels: fieldLabels(sentence.labels),
      },
    })
    start = end + 1
  }
  return records
}

/** The speaker without what the audience does meanwhile: "(APPLAUSE) SANDERS". */
function labelOf(speaker: string): string {
  const label = speaker.replace(/^\([A-Z ]+\)\s*/, '').trim()
  return label === '' ? speaker : label
}
