import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDossier, importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { root } from '../support/cli.ts'
import { replaceOnce, writeDossier } from './dossiers.ts'
import { expectRemedy } from './mistake.ts'

const folder = (name: string) => join(root, 'test/fixtures/reading', name)

/** What the check says: each problem with what it suggests, then what nothing covers. */
function said(name: string): string[] {
  const { problems, coverage } = checkDossier(folder(name))
  return [
    ...problems.map(({ message, suggestion }) => (suggestion === undefined ? message : `${message}: ${suggestion}`)),
    ...coverage.map(({ words, isUnread }) => `not covered: ${words}${isUnread ? ' (cannot be read)' : ''}`),
  ]
}

const piece = (whole: string) => [`these words are only a piece of a longer number: ${whole}`]

test.each([
  ['quarter-million-right', []],
  ['quarter-million-as-1m', piece('a quarter of a million')],
  ['million-and-half', piece('a million and a half')],
  ['bn-space-right', []],
  ['bn-space-wrong', piece('€1.2 bn')],
  ['inside-nearly', piece('nearly 900')],
  ['inside-plus', piece('900-plus')],
  ['inside-decimal', piece('2.5')],
  ['inside-hundred', piece('two hundred and five')],
  ['half-vulgar-alone', ['not covered: ½', 'not covered: ⅔']],
  ['half-vulgar', piece('2½ million')],
  ['usd', ['not covered: USD34.6 million', 'not covered: EUR20', 'not covered: Rs500']],
  ['de-1500', []],
  ['de-1500-wrong', ['these words read as 1,500, and the figure f is 1.5']],
  ['de-35', ['not covered: 3,500 Prozent']],
  ['one-in-five', []],
  ['half-of', ['not covered: half', 'not covered: a third']],
  ['zh-about-right', []],
  ['zh-about-left-out', piece('约12万')],
  ['sv-unsaid', ['no rule tells in this language whether a number is meant exactly: say the approximation']],
  ['sv-said', []],
  ['metre-right', []],
  ['metre-as-mile', ['these words are in meter, and the figure f is in mile']],
  ['metre-hyphen', piece('30-m')],
  ['margin', piece('plus or minus 3')],
  ['cjk-direct', []],
  ['cjk-indirect', ['by its quotation marks this content is DIRECT: DIRECT']],
  ['inch', ['not covered: 6']],
  ['inch-straight', ['not covered: 6', 'not covered: 2']],
  ['multi-noreopen', []],
  ['date-swap', ['the words say May']],
  ['date-weekday', ['the words say the 21st']],
  [
    'sum',
    ['the parts do not add up: 33.3 + 33.3 + 33.3 = 99.9, not 100 (by 0.1); if they are rounded, say rounded: true'],
  ],
])('%s', (name, expected) => {
  expect(said(name)).toEqual(expected)
  for (const { message } of checkDossier(folder(name)).problems) expectRemedy(message)
})

test('parts that are rounded add up to a rounded whole', () => {
  const read = (file: string) => readFileSync(join(folder('sum'), file), 'utf8')
  const annotations = replaceOnce(read('annotations.yaml'), '"sumOf": [', '"rounded": true, "sumOf": [')
  const database = openWriter(':memory:')
  importDossier(database, writeDossier(read('article.txt'), annotations), { replace: false })
  expect(database.value('select explanation from figureRelations limit 1')).toBe(
    '33.3 + 33.3 + 33.3 = 99.9, not 100: rounded, they may differ by up to 0.2',
  )
})
