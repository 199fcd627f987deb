import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dixit } from '../../support/cli.ts'
import { graphIn, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

function write(content: string, mapping: string | null): string {
  const file = join(temporaryFolder(), 'town.csv')
  writeFileSync(file, content)
  if (mapping !== null) writeFileSync(`${file}.mapping.yaml`, `mapping: 1\nlanguage: de\n${mapping}`)
  return file
}

async function statementsOf(content: string, mapping: string): Promise<unknown> {
  const folder = temporaryFolder()
  await importInto(folder, 'table', write(content, mapping))
  return dataOf(await graphIn(folder).ask('{ statements { nodes { text speaker { name } } } }'))
}

const saysNo = { statements: { nodes: [{ text: 'Nein; nie.', speaker: { name: 'Ada' } }] } }

test.each([
  ['a spreadsheet tells the separator', 'sep=;\r\nZitat;Wer\r\n"Nein; nie.";Ada\r\n', 'content: Zitat\nspeaker: Wer\n'],
  [
    'a name goes on in the next line',
    '"Voller\nWortlaut",Wer\n"Nein; nie.",Ada\n',
    'content: "Voller\\nWortlaut"\nspeaker: Wer\n',
  ],
  ['a name has other marks', '"a;b;c;d",Zitat,Wer\n,"Nein; nie.",Ada\n', 'content: Zitat\nspeaker: Wer\n'],
  ['columns without a name', 'Zitat,Wer,,\n"Nein; nie.",Ada,,\n', 'content: Zitat\nspeaker: Wer\n'],
])('the first lines of a table: %s', async (_, content, mapping) => {
  expect(await statementsOf(content, mapping)).toEqual(saysNo)
})

test('a quotation mark among the names that nothing closes is said to be one', async () => {
  const file = write('Zitat,"Wer\nNein.,Ada\n', 'content: Zitat\n')
  await expect(importInto(temporaryFolder(), 'table', file)).rejects.toThrow('the names of the columns cannot be read')
})

test.each([
  [
    'rDNA',
    'statement_id,document_id,document_title,document_date,author,person,concept,text',
    ['content: text', 'speaker: person', 'published: document_date', 'document: document_id', 'id: statement_id'],
  ],
  [
    'MAXQDA',
    'Color;Document name;Code;Segment;Created by',
    ['content: Segment', 'title: Document name', 'coder: Created by'],
  ],
  [
    'Dedoose',
    'Media Title,Excerpt Creator,Excerpt Copy',
    ['content: Excerpt Copy', 'document: Media Title', 'coder: Excerpt Creator'],
  ],
  ['names that say nothing', 'a,,b,b', ['content: # the column with the statement', '  - a\n  - b\nlanguage']],
])('a mapping is suggested for the export of %s', async (_, names, expected) => {
  const failure = importInto(temporaryFolder(), 'table', write(`${names}\n`, null))
  for (const line of expected) await expect(failure).rejects.toThrow(line)
})

test('words in the names of columns suggest what they are, where just one column fits just one field', async () => {
  const names = [
    'Quote (verbatim)',
    'Who said it?',
    'Date of statement',
    'Date published',
    'Outlet / URL',
    'Speaker’s party',
  ]
  const failure = importInto(temporaryFolder(), 'table', write(`${names.join(',')}\n`, null))
  const lines = [
    'content: Quote (verbatim)',
    'speaker: Who said it?',
    'said: Date of statement',
    'published: Date published',
    'url: Outlet / URL',
    'labels:\n  - Speaker’s party\nlanguage',
  ]
  for (const line of lines) await expect(failure).rejects.toThrow(line)
  const two = importInto(temporaryFolder(), 'table', write('Quote (short),Quote (long)\n', null))
  await expect(two).rejects.toThrow('labels:\n  - Quote (short)\n  - Quote (long)')
})

test('ISO dates are read beside a format; a date that is refused says its column, line and what would read it', async () => {
  const folder = temporaryFolder()
  const rows = ['Eins.,3/2/2020,2020-02-01', 'Zwei.,4/2/2020,2020-02', 'Drei.,2/28/2020,2020']
  const mapping = 'content: Wort\npublished: Datum\nsaid: Tag\ndateFormat: DD/MM/YYYY\n'
  const file = write(`Wort,Datum,Tag\n${rows.join('\n')}\n`, mapping)
  const { code, out } = await dixit(['import', 'table', file], { DIXIT_DB: join(folder, 'dixit.db') })
  expect(code).toBe(0)
  expect(out).toMatch(/^ +2 {2}statements$/m)
  expect(out).toContain(
    'town.csv:4: the column Datum has "2/28/2020", which is no date written as DD/MM/YYYY or YYYY-MM-DD; dateFormat: MM/DD/YYYY would read it',
  )
  expect(out).toContain('dataset: table (--dataset chooses another)')
})

test('a table, or another source, of which every record is refused is bad input', async () => {
  const DIXIT_DB = join(temporaryFolder(), 'dixit.db')
  const table = write('Wort,Datum\nEins.,gestern\nZwei.,heute\n', 'content: Wort\npublished: Datum\n')
  const records = join(temporaryFolder(), 'town.jsonl')
  writeFileSync(records, '{"type":"agent"}\n')
  for (const args of [
    ['table', table, '--dry-run'],
    ['table', table],
    ['jsonl', records],
  ]) {
    const { code, out, err } = await dixit(['import', ...args], { DIXIT_DB })
    expect({ args, code, err }).toMatchObject({ code: 3, err: expect.stringContaining('Every record was refused') })
    expect(out).toContain('all of it was refused')
  }
})

test('a source that is refused whole leaves what it brought before, and is refused again', async () => {
  const DIXIT_DB = join(temporaryFolder(), 'dixit.db')
  const table = write('Wort,Datum\nEins.,2020\nZwei.,2021\n', 'content: Wort\npublished: Datum\n')
  const statements = async () => JSON.parse((await dixit(['statements', '--format', 'json'], { DIXIT_DB })).out).length
  expect(await dixit(['import', 'table', table], { DIXIT_DB })).toMatchObject({ code: 0 })
  expect(await statements()).toBe(2)
  writeFileSync(table, 'Wort,Datum\nEins.,gestern\nZwei.,heute\n')
  for (const time of ['first', 'second']) {
    expect({ time, ...(await dixit(['import', 'table', table], { DIXIT_DB })) }).toMatchObject({ time, code: 3 })
    expect(await statements()).toBe(2)
  }
})

test('a day with its time, a day of the statement, and rows that say otherwise of their document', async () => {
  const folder = temporaryFolder()
  const rows = [
    'a;Eins.;3.2.2020 10:11;1.2.2020 09:00:00;Anhörung',
    'a;Zwei.;;2.2.2020;',
    'a;Drei.;4.2.2020;2.2.2020;Anhörung',
    'a;Vier.;3.2.2020 10:11;;Sitzung',
    'b;Fünf.;3.2.2020 abends;;',
    'c;Sechs.;30.2.2020;;',
  ]
  const mapping = `document: Dok
content: Wort
published: Datum
said: Tag
title: Titel
dateFormat: DD.MM.YYYY
`
  const content = `Dok;Wort;Datum;Tag;Titel;Text\n${rows.map(row => `${row};Eins. Zwei. Drei. Vier. Fünf. Sechs.\n`).join('')}`
  const file = write(content, `${mapping}documentText: Text\n`)
  const [outcome] = tally(await importInto(folder, 'table', file))
  expect(outcome).toMatchObject({ taken: { statement: 2 }, refused: { BAD_RECORD: 2, BAD_DATE: 2 } })
  const query = '{ statements { nodes { text time { edtf } document { title published } } } }'
  const document = { title: 'Anhörung', published: '2020-02-03' }
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    statements: {
      nodes: [
        { text: 'Eins.', time: { edtf: '2020-02-01' }, document },
        { text: 'Zwei.', time: { edtf: '2020-02-02' }, document },
      ],
    },
  })
  const refused = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
  expect(refused.map(line => JSON.parse(line).why).slice(0, 3)).toEqual([
    'its document has "3.2.2020 10:11" as Datum in a row before: map a date of the statement itself to said',
    'its document has "Anhörung" as Titel in a row before: map a date of the statement itself to said',
    'the column Datum has "3.2.2020 abends", which is no date written as DD.MM.YYYY or YYYY-MM-DD',
  ])
})

test('where no column has the text of a document, it is the words of its rows', async () => {
  const folder = temporaryFolder()
  const rows = [
    '1;👏 Ja.;Ada',
    '1;;Ada',
    '1;kurz',
    '1;Nein.;Bo',
    '1;Ja.;Bo',
    ';Allein.;Ada',
    ';Allein.;Bo',
    '2;Ja.;Ada',
    '1;Spät.;Bo',
  ]
  const file = write(`Dok;Wort;Wer\n${rows.join('\n')}\n`, 'document: Dok\ncontent: Wort\nspeaker: Wer\n')
  expect(tally(await importInto(folder, 'table', file))).toMatchObject([
    { taken: { document: 4, statement: 6 }, refused: { BAD_RECORD: 3 } },
  ])
  const query = '{ statements { nodes { text speaker { name } document { text } } } }'
  const first = '👏 Ja.\nNein.\nJa.'
  const statement = (text: string, name: string, whole = text) => ({
    text,
    speaker: { name },
    document: { text: whole },
  })
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    statements: {
      nodes: [
        statement('👏 Ja.', 'Ada', first),
        statement('Nein.', 'Bo', first),
        statement('Ja.', 'Bo', first),
        statement('Allein.', 'Ada'),
        statement('Allein.', 'Bo'),
        statement('Ja.', 'Ada'),
      ],
    },
  })
  const refused = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
  expect(refused.map(line => JSON.parse(line).why)).toEqual([
    expect.stringContaining('columns length is 3, got 2'),
    'the column Wort is empty',
    'rows of its document stand further up: without documentText, they must stand together',
  ])
})

test('a dry run cuts long texts', async () => {
  const word = '👏'.repeat(300)
  const file = write(`Wort\n${word}\n`, 'content: Wort\n')
  const { out, code } = await dixit(['import', 'table', file, '--dry-run'], {
    DIXIT_DB: join(temporaryFolder(), 'dixit.db'),
  })
  expect(code).toBe(0)
  expect(out).toContain(`"text":"${'👏'.repeat(200)}… (300 characters)"`)
})
