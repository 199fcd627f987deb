import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Proposal } from '../../src/draft/draftFile.ts'
import { allWordsOf, exactOf } from '../../src/ingest/placesOf.ts'
import { proposalsFor } from '../support/desk.ts'

const fixtures = new URL('../fixtures/otherLanguages/', import.meta.url)

function say(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'statement': {
      const { source, cue, content, quotation } = proposal
      return `${quotation} [${source ? exactOf(source) : ''}] <${cue ? exactOf(cue) : ''}> ${allWordsOf(content)}`
    }
    case 'figure': {
      const { words, value, approximation, unit, counted } = proposal
      return ['figure', exactOf(words), '=', approximation, value, unit, counted && `of ${counted}`]
        .filter(part => part !== undefined)
        .join(' ')
    }
    case 'time':
      return `time ${exactOf(proposal.words)} ${proposal.edtf ?? ''}`.trim()
    case 'agent':
      return `agent ${proposal.name}`
    case 'membership':
      return `role ${proposal.member}: ${proposal.role}`
  }
}

// Articles written for this. After a change: `npx vitest run test/draft/otherLanguages.test.ts -u`, and read the difference.
test.each(['de', 'es', 'fr', 'it', 'nl', 'pt'])('an article in %s is drafted as approved', async language => {
  const proposals = proposalsFor(readFileSync(new URL(`${language}.txt`, fixtures), 'utf8'), { language })
  const sources = proposals.filter(each => each.kind === 'statement' && each.source !== undefined)
  expect(sources.length).toBeGreaterThan(5)
  expect(new Set(proposals.flatMap(each => (each.kind === 'statement' ? [each.confidence] : [])))).toEqual(
    new Set(['LOW']),
  )
  const path = new URL(`${language}.draft.txt`, fixtures).pathname
  await expect(`${proposals.map(say).join('\n')}\n`).toMatchFileSnapshot(path)
})

const statementsOf = (language: string, text: string) =>
  proposalsFor(`${text}\n`, { language }).flatMap(each => (each.kind === 'statement' ? [say(each)] : []))

test.each([
  // What only looks like a cue.
  ['es', 'La cuenta del mercado dice poco, y la nota no aclara nada.', []],
  ['fr', "L'annonce du maire et la note du préfet sont longues de trois pages.", []],
  // What somebody did not say is not said.
  ['de', 'Moss sagte nicht, ob der Pier im Herbst wieder öffnet.', []],
  ['es', 'La alcaldesa no dijo que el puente fuera seguro para los niños.', []],
  // A relative clause is none of what is said.
  ['es', 'Así lo anunció la alcaldesa, que cifró la obra en dos millones.', []],
  ['it', 'Lo ha detto la sindaca, che ieri era a Roma con il ministro.', []],
  // The second verb has the subject of the first.
  [
    'es',
    'Lires dijo que faltan dos meses de obra y pidió que se publique el informe entero.',
    ['INDIRECT [Lires] <dijo> faltan dos meses de obra y pidió que se publique el informe entero'],
  ],
  // An opposing clause is the reporter's.
  [
    'de',
    'Die Stadt sagte, dass der Pier sicher sei, aber niemand glaubt es ihr.',
    ['INDIRECT [Die Stadt] <sagte> der Pier sicher sei'],
  ],
  [
    'de',
    'Wie die Polizei am Montag mitteilte, bleibt die Straße bis Mai zu.',
    ['INDIRECT [die Polizei] <mitteilte> bleibt die Straße bis Mai zu'],
  ],
])('in %s: %s', (language, text, expected) => {
  expect(statementsOf(language, text)).toEqual(expected)
})

test('a known name in the source is the speaker, a pronoun has candidates and no speaker', () => {
  const text =
    'Die Stadt baut. „Der Pier ist nicht mehr sicher“, sagte Bürgermeisterin Karin Vogt. Sie hoffe, dass er im Mai wieder öffnet.\n'
  const karin = { key: 'karin-vogt', type: 'person', names: ['Karin Vogt'] } as const
  const proposals = proposalsFor(text, { language: 'de', graphNames: [karin] })
  const statements = proposals.filter(each => each.kind === 'statement')
  expect(statements).toMatchObject([{ speaker: 'karin-vogt' }, { candidates: ['karin-vogt'] }])
  expect(statements[1]).not.toHaveProperty('speaker')
})
