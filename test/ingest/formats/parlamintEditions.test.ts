import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { graphIn, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

/** A folder with files of TEI by their paths, as ParlaMint publishes its corpora. */
function write(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'town')
  for (const [path, xml] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), xml)
  }
  return folder
}

function sitting(id: string, body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="${id}"><text><body><div>${body}</div></body></text></TEI>`
}

const plain = sitting('Town_2020-02-03', '<u who="#AR"><seg>Half-built, they said.</seg></u>')
const annotated = sitting(
  'Town_2021-02-03.ana',
  `<u who="#AR">
    <seg>
      <s>
        <w join="right">Half</w>
        <pc join="right">-</pc>
        <name type="MISC"><w>built</w></name>
        <pc join="left">,</pc>
        <note>laughter</note>
        <w>they<w norm="the"/><w norm="y"/></w>
        <w join="right">said</w><pc>.</pc>
        <linkGrp><link target="#a #b"/></linkGrp>
      </s>
      <s><w>Twice</w><pc join="left">!</pc></s>
    </seg>
  </u>`,
)

test('words that are marked up one by one are joined as they were spoken', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'parlamint', write({ 'town.ana.xml': annotated }))
  expect(dataOf(await graphIn(folder).ask('{ statements { nodes { text } } }'))).toEqual({
    statements: { nodes: [{ text: 'Half-built, they said. Twice!' }] },
  })
})

test('sittings stand in the folders of their years; an annotated one beside the plain one is not taken twice', async () => {
  const source = write({
    '2020/town.xml': plain,
    '2020/town.ana.xml': plain.replace('2020-02-03', '2020-02-03.ana'),
    '2021/town.ana.xml': annotated,
    'schema/note.xml': plain,
  })
  expect(tally(await importInto(temporaryFolder(), 'parlamint', source))).toEqual([
    {
      outcome: 'imported',
      refused: { OTHER_TYPE: 1 },
      source: 'town',
      taken: { agent: 1, document: 2, statement: 2 },
    },
  ])
})

test('a translation by a machine is marked as one', async () => {
  const folder = temporaryFolder()
  const translated = sitting('Town-en', '<u xml:id="u1" corresp="mt-src:u0" who="#AR"><seg>They said so.</seg></u>')
  await importInto(folder, 'parlamint', write({ 'town.xml': translated }))
  expect(dataOf(await graphIn(folder).ask('{ statements { nodes { labels { name value } } } }'))).toEqual({
    statements: {
      nodes: [
        {
          labels: [
            { name: 'id', value: 'u1' },
            { name: 'machineTranslationOf', value: 'u0' },
          ],
        },
      ],
    },
  })
})

test('the term that an undated affiliation names bounds it', async () => {
  const folder = temporaryFolder()
  const lists = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><profileDesc><particDesc>
    <listOrg><org xml:id="TP" role="parliament"><orgName full="yes">Town Parliament</orgName>
      <event from="1900"><label>existence</label></event>
      <listEvent><event xml:id="TP.7" from="2015-01-01T10:00:00" to="2018-06-30"/><event xml:id="TP.8" from="2018-07-01"/></listEvent>
    </org></listOrg>
    <listPerson><person xml:id="AR"><persName><forename>Ada</forename><surname>Reyes</surname></persName>
      <affiliation ref="#TP" role="member" ana="#chamber #TP.7"/>
      <affiliation ref="#TP" role="head" ana="#TP.8" from="2019-01-01"/>
      <affiliation ref="#TP" role="secretary" ana="#TP.7" from="2016-01-01" to="2016-12-31"/>
    </person></listPerson>
  </particDesc></profileDesc></teiHeader></teiCorpus>`
  await importInto(folder, 'parlamint', write({ 'town.xml': lists }))
  const query = '{ memberships { nodes { role startDate endDate bounds } } }'
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    memberships: {
      nodes: [
        { role: 'member', startDate: null, endDate: null, bounds: '2015-01-01/2018-06-30' },
        { role: 'head', startDate: '2019-01-01', endDate: null, bounds: '2018-07-01/..' },
        { role: 'secretary', startDate: '2016-01-01', endDate: '2016-12-31', bounds: null },
      ],
    },
  })
})
