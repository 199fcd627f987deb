import { sha256 } from '../../src/model/text.ts'
import { emptyRecords } from './corpus.ts'
import type { DocumentRecords } from './documentRows.ts'

/** A sentence of a document: who says it (by slug; null is the document itself), and the words. */
export interface Sentence {
  readonly speaker: string | null
  readonly words: string
}

/** What else a document brings. */
export interface Brought {
  readonly title?: string
  readonly otherNames?: readonly string[]
  readonly claim?: string
  readonly language?: string
}

/** A document of the sentences, one a line; each is a statement. A speaker's name is the slug, and may have other names. */
export function documentOf(slug: string, sentences: readonly Sentence[], brought: Brought = {}): DocumentRecords {
  const records = emptyRecords()
  const text = sentences.map(({ words }) => `${words}\n`).join('')
  const digest = sha256(JSON.stringify([slug, sentences, brought]))
  records.documents.push({
    slug,
    title: brought.title ?? null,
    publisherId: null,
    url: null,
    language: brought.language ?? 'en',
    published: null,
    publishedEarliest: null,
    publishedLatest: null,
    sha256: sha256(text),
    length: [...text].length,
    digest,
  })
  records.documentTexts.push({ documentId: slug, text })
  for (const speaker of new Set(sentences.flatMap(sentence => sentence.speaker ?? []))) {
    records.agents.push({ slug: speaker, kind: 'PERSON', organizationKind: null, name: speaker })
    for (const name of brought.otherNames ?? []) records.agentNames.push({ agentId: speaker, name })
  }
  let start = 0
  for (const [index, { speaker, words }] of sentences.entries()) {
    const end = start + [...words].length
    const content = `${slug}@${start}-${end}`
    records.passages.push({ slug: content, documentId: slug, start, end, selector: `${start}-${end}`, exact: words })
    records.statements.push({
      slug: `${slug}/s${index}`,
      documentId: slug,
      start,
      text: words,
      voice: speaker === null ? 'DOCUMENT' : 'AGENT',
      speakerId: speaker,
      addresseeId: null,
      channelId: null,
      reportedInId: null,
      quotation: 'DIRECT',
      speechAct: 'ASSERTIVE',
      timeId: null,
      sourceId: null,
      cueId: null,
      contentId: content,
      basis: 'STATED',
      reason: null,
    })
    if (brought.claim !== undefined && index === 0) {
      records.claims.push({ slug: 'the-claim', text: brought.claim })
      records.stances.push({
        slug: `${slug}/stance`,
        statementId: `${slug}/s0`,
        claimId: 'the-claim',
        stance: 'SUPPORTS',
        passageId: content,
      })
    }
    start = end + 1
  }
  return records
}
