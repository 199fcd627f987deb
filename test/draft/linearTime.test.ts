import { expect, test } from 'vitest'
import { foreignProposals } from '../../src/draft/foreign/foreignProposals.ts'
import { KnownAgents } from '../../src/draft/knownAgents.ts'
import { Article } from '../../src/ingest/article.ts'
import { quoteFor } from '../../src/ingest/quoteFor.ts'

// Each of these overflowed the stack, or took minutes: a test that hangs fails.

test.each([
  ['es', 'of days behind a verb', `Ayer dijo ${'lunes '.repeat(40_000)}`],
  ['es', 'of participles', 'dicho '.repeat(40_000)],
  ['fr', 'in one quotation', `« ${'mot '.repeat(130_000)}», a déclaré Moss.`],
  ['de', 'in the sentences of one quotation', `„${'Der Pier ist zu. '.repeat(20_000)}“ Das sagte Moss.`],
  ['fr', 'of one sentence many times', 'La ville a déclaré que le port est fermé. '.repeat(5_000)],
  ['es', 'of one quotation many times', '«El muelle está cerrado hoy», dijo Moss.\n'.repeat(5_000)],
])('a draft in “%s” is made of tens of thousands of words %s', (language, _, text) => {
  const proposals = foreignProposals(new Article('article.txt', text, language), new KnownAgents([]))
  expect(proposals.length).toBeLessThanOrEqual(5_001)
})

test('words that stand at ten thousand places alike are named by where they start', () => {
  const line = 'at 5 and at 5\n'
  const article = new Article('article.txt', line.repeat(5_000), 'en')
  const at = article.text.lastIndexOf('5')
  expect(quoteFor(article, { start: at, end: at + 1 })).toEqual({ exact: '5', start: at })
  expect(quoteFor(article, { start: 3, end: 4 })).toEqual({ exact: '5', occurrence: 1 })
})
