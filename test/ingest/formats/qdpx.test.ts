import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'
import { zipOf } from '../../support/zip.ts'

const guid = (number: number) => `00000000-0000-0000-0000-00000000000${number}`

/** A project by the schema of REFI-QDA, with one text and the selections given. */
function project(selections: string, { sources = '', cases = '' } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Town" origin="QualCoder 3.5" creatingUserGUID="${guid(1)}">
  <Users><User guid="${guid(1)}" name="Joan Lind"/><User guid="${guid(2)}" name="Max Roe"/></Users>
  <CodeBook><Codes>
    <Code guid="${guid(3)}" name="Framing" isCodable="false"><Code guid="${guid(4)}" name="Blame" isCodable="true"/></Code>
  </Codes></CodeBook>
  <Variables><Variable guid="${guid(5)}" name="Party" typeOfVariable="Text"/></Variables>
  ${cases}
  <Sources>
    <TextSource guid="${guid(6)}" name="Interview" plainTextPath="internal://${guid(6)}.txt">${selections}</TextSource>
    ${sources}
  </Sources>
  <Notes><Note guid="${guid(7)}" name="memo"><PlainTextContent>Look again.</PlainTextContent></Note></Notes>
</Project>`
}

const selection = (number: number, start: number, end: number, inside = '', name = '') =>
  `<PlainTextSelection guid="${guid(number)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(1)}">${inside}</PlainTextSelection>`
const blamed = `<Coding guid="${guid(8)}" creatingUser="${guid(2)}"><CodeRef targetGUID="${guid(4)}"/></Coding>`

async function imported(xml: string, text: string, folderName = 'sources') {
  const folder = temporaryFolder()
  const file = join(folder, 'town.qdpx')
  writeFileSync(file, zipOf({ 'project.qde': xml, [`${folderName}/${guid(6)}.txt`]: text }))
  const outcomes = await importInto(folder, 'qdpx', file)
  const graph = graphIn(folder)
  const textsOf = async () =>
    dataOf(await graph.ask('{ statements { nodes { text } } }')) as { statements: { nodes: { text: string }[] } }
  return { outcomes, graph, texts: async () => (await textsOf()).statements.nodes.map(({ text: words }) => words) }
}

test('coded passages are statements with codes, memos, coder and case', async () => {
  const cases = `<Cases>
    <Case guid="${guid(9)}" name="Ada Reyes"><VariableValue><VariableRef targetGUID="${guid(5)}"/><TextValue>Dam Party</TextValue></VariableValue><SourceRef targetGUID="${guid(6)}"/></Case>
    <Case guid="${guid(0)}"><SourceRef targetGUID="${guid(6)}"/></Case>
  </Cases>`
  const inside = `<Description>The dam again</Description>${blamed}<NoteRef targetGUID="${guid(7)}"/>`
  const sources = `<PictureSource guid="a" name="photo.png"/><TextSource guid="b" name="Elsewhere" plainTextPath="absolute:///etc/passwd"/><PDFSource guid="c" name="scan.pdf"/>`
  const xml = project(selection(1, 4, 15, inside) + selection(2, 0, 3) + selection(3, 5, 99), { sources, cases })
  const { outcomes, graph } = await imported(xml, 'No. It was 👏 them.')
  expect(tally(outcomes)).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_RECORD": 1,
          "NOT_VERBATIM": 1,
          "OTHER_TYPE": 2,
          "UNREADABLE_FILE": 1,
        },
        "source": "town.qdpx",
        "taken": {
          "agent": 1,
          "coder": 2,
          "document": 1,
          "statement": 2,
        },
      },
    ]
  `)
  const query = `{ statements { nodes { text speaker { name labels { name value } } coder { name } labels { name value } document { title } } } }`
  expect(dataOf(await graph.ask(query))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "coder": {
              "name": "Joan Lind",
            },
            "document": {
              "title": "Interview",
            },
            "labels": [],
            "speaker": {
              "labels": [
                {
                  "name": "Party",
                  "value": "Dam Party",
                },
              ],
              "name": "Ada Reyes",
            },
            "text": "No.",
          },
          {
            "coder": {
              "name": "Max Roe",
            },
            "document": {
              "title": "Interview",
            },
            "labels": [
              {
                "name": "code",
                "value": "Framing > Blame",
              },
              {
                "name": "description",
                "value": "The dam again",
              },
              {
                "name": "memo",
                "value": "Look again.",
              },
            ],
            "speaker": {
              "labels": [
                {
                  "name": "Party",
                  "value": "Dam Party",
                },
              ],
              "name": "Ada Reyes",
            },
            "text": "It was 👏 th",
          },
        ],
      },
    }
  `)
})

test('positions are code points, and a byte order mark is none; the folder may be called Sources', async () => {
  const { texts } = await imported(project(selection(1, 2, 6)), '\uFEFF👏 they said so', 'Sources')
  expect(await texts()).toEqual(['they'])
})

test('a line end of two characters counts as the program counts it, which the names of selections tell', async () => {
  const text = 'One.\r\nTwo 👏.\r\nThree words here.'
  // ATLAS.ti: CR LF is one character.
  const one = await imported(project(selection(1, 12, 23, '', 'Three words here')), text)
  expect(await one.texts()).toEqual(['Three words'])
  const two = await imported(project(selection(1, 14, 25, '', 'Three words')), text)
  expect(await two.texts()).toEqual(['Three words'])
})

test('what is no project, or grows without measure, is refused', async () => {
  const folder = temporaryFolder()
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
  write('no.qdpx', 'no zip')
  write('empty.qdpx', zipOf({ 'readme.txt': 'nothing' }))
  write('broken.qdpx', zipOf({ 'project.qde': '<Project><Users></Project>' }))
  write('bomb.qdpx', zipOf({ 'project.qde': ' '.repeat(70_000_000) }))
  const outcomes = await importInto(folder, 'qdpx', folder)
  expect(outcomes.map(({ refused }) => Object.fromEntries(refused))).toEqual(Array(4).fill({ UNREADABLE_FILE: 1 }))
})

describe.skipIf(!hasCorpora)('projects of ATLAS.ti, of ../shared/corpora', () => {
  test('both are read: two users each, and nothing coded', async () => {
    const outcomes = await importInto(temporaryFolder(), 'qdpx', corpus('qdpx'))
    expect(outcomes.map(({ taken, refused }) => [Object.fromEntries(taken), refused.size])).toEqual([
      [{ coder: 2 }, 0],
      [{ coder: 2 }, 0],
    ])
  })
})
