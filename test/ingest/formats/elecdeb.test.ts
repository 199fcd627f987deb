import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { graphIn, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

const text = `Debate in River Town
MR. REYES: The dam holds. Note: it leaks.
I said so.
LIND: It does not, and you know. So there.
AUDIENCE_QUESTION: Who pays?
`

/** A line of brat for some words of the text, in one piece or more. */
function span(id: string, label: string, pieces: readonly string[], separator = ';'): string {
  const offsets = pieces.map(words => `${text.indexOf(words)} ${text.indexOf(words) + words.length}`)
  return `${id}\t${label} ${offsets.join(separator)}\t${pieces.join(' ')}`
}

test('who has the turn says what stands in it, where the text labels its speakers', async () => {
  const folder = temporaryFolder()
  const source = temporaryFolder()
  writeFileSync(join(source, '1_1990.txt'), text)
  const lines = [
    span('T1', 'Claim', ['The dam holds.']),
    span('T2', 'Premise', ['it leaks.\nI said so.']),
    span('T3', 'Claim', ['It does not', 'So there'], '; '),
    span('T4', 'Claim', ['I said so.', 'So there']),
    span('T5', 'Question', ['Who pays?']),
    span('T6', 'Claim', ['River Town']),
    'T7\tClaim 3-5\tate',
  ]
  writeFileSync(join(source, '1_1990.ann'), `${lines.join('\n')}\n`)
  expect(tally(await importInto(folder, 'elecdeb', source))).toMatchObject([
    { taken: { agent: 2, document: 1, statement: 6 }, refused: { BAD_RECORD: 1 } },
  ])
  const query = '{ statements { nodes { slug turn speaker { name } } } }'
  const statement = (id: string, turn: number | null, name: string | null) => ({
    slug: `elecdeb-1-1990-47cb48f0/${id}`,
    turn,
    speaker: name === null ? null : { name },
  })
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    statements: {
      nodes: expect.arrayContaining([
        statement('t1', 1, 'MR. REYES'),
        statement('t2', 1, 'MR. REYES'),
        statement('t3', 2, 'LIND'),
        statement('t4', null, null),
        statement('t5', 3, null),
        statement('t6', null, null),
      ]),
    },
  })
  expect(JSON.parse(readFileSync(join(folder, 'rejects.jsonl'), 'utf8'))).toMatchObject({
    line: 8,
    why: 'its offsets cannot be read',
  })
})
