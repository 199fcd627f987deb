import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { dixit } from '../support/cli.ts'
import { fixture, graphIn, importInto, tally } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

/** The refused records of an import, as they stand beside the database. */
function refusedIn(folder: string): { line: number; reason: string; why?: string }[] {
  const lines = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
  return lines.map(line => JSON.parse(line))
}

const lines = (...records: object[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')

describe('a name belongs to its source', () => {
  test('a second file of a dataset does not rename the agents of the first', async () => {
    const folder = temporaryFolder()
    expect(tally(await importInto(folder, 'jsonl', fixture('twoFiles')))).toEqual([
      { source: 'one.jsonl', outcome: 'imported', taken: { agent: 1, document: 1, statement: 1 }, refused: {} },
      { source: 'two.jsonl', outcome: 'imported', taken: { document: 1 }, refused: { DUPLICATE: 1, DEPENDENT: 1 } },
    ])
    const query = '{ statements { nodes { text speaker { name } mentions { nodes { words } } } } }'
    expect(dataOf(await graphIn(folder).ask(query))).toEqual({
      statements: { nodes: [{ text: 'A', speaker: { name: 'Ann' }, mentions: { nodes: [{ words: 'Ann' }] } }] },
    })
    expect(refusedIn(folder)).toMatchObject([
      { line: 1, reason: 'DUPLICATE', why: 'x is “Ann” of interchange, one.jsonl, and “Bob” here' },
      { line: 3, reason: 'DEPENDENT' },
    ])
  })

  test('a name that two programs compose otherwise is the same name', async () => {
    const folder = temporaryFolder()
    const files = ['Zo\u00eb', 'Zoe\u0308'].map((name, index) => {
      const file = join(temporaryFolder(), `${index}.jsonl`)
      writeFileSync(file, lines({ type: 'agent', slug: 'x', kind: 'PERSON', name }))
      return file
    })
    await importInto(folder, 'jsonl', files[0] ?? '')
    expect(tally(await importInto(folder, 'jsonl', files[1] ?? ''))).toMatchObject([{ refused: {} }])
    expect(dataOf(await graphIn(folder).ask('{ agents { nodes { name } } }'))).toEqual({
      agents: { nodes: [{ name: 'Zo\u00eb' }] },
    })
  })

  test('another dataset does not rename them either', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'jsonl', fixture('twoFiles/one.jsonl'))
    expect(tally(await importInto(folder, 'jsonl', fixture('twoFiles/two.jsonl'), { dataset: 'other' }))).toMatchObject(
      [{ taken: { document: 1 }, refused: { DUPLICATE: 1, DEPENDENT: 1 } }],
    )
    expect(dataOf(await graphIn(folder).ask('{ agents { nodes { name } } }'))).toEqual({
      agents: { nodes: [{ name: 'Ann' }] },
    })
  })

  test('a file that changes renames its own', async () => {
    const folder = temporaryFolder()
    const file = join(temporaryFolder(), 'one.jsonl')
    copyFileSync(fixture('twoFiles/one.jsonl'), file)
    await importInto(folder, 'jsonl', file)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"Ann"', '"name":"Anne"'))
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([{ outcome: 'imported', refused: {} }])
    expect(dataOf(await graphIn(folder).ask('{ agents { nodes { name statements { totalCount } } } }'))).toEqual({
      agents: { nodes: [{ name: 'Anne', statements: { totalCount: 1 } }] },
    })
  })

  test('one identifier is one agent: another name of it is another name', async () => {
    const folder = temporaryFolder()
    const agent = { type: 'agent', slug: 'x', kind: 'ORGANIZATION', organizationKind: 'COMMITTEE' }
    const identifiers = [{ scheme: 'thomas', value: 'HSAG' }]
    const file = join(temporaryFolder(), 'committees.jsonl')
    writeFileSync(
      file,
      lines(
        { ...agent, name: 'Agriculture', identifiers },
        { ...agent, name: 'Agriculture and Forestry', identifiers },
        { ...agent, name: 'Fisheries', identifiers: [{ scheme: 'thomas', value: 'HSFI' }] },
      ),
    )
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([
      { taken: { agent: 2 }, refused: { DUPLICATE: 1 } },
    ])
    expect(dataOf(await graphIn(folder).ask('{ agents { nodes { name otherNames identifiers { value } } } }'))).toEqual(
      {
        agents: {
          nodes: [{ name: 'Agriculture', otherNames: ['Agriculture and Forestry'], identifiers: [{ value: 'HSAG' }] }],
        },
      },
    )
  })

  test("Popolo's identifiers hold within their file", async () => {
    const folder = temporaryFolder()
    expect(tally(await importInto(folder, 'popolo', fixture('localIds')))).toEqual([
      { source: 'a.json', outcome: 'imported', taken: { agent: 3, membership: 1 }, refused: {} },
      { source: 'b.json', outcome: 'imported', taken: { agent: 4, membership: 2 }, refused: {} },
    ])
    const query = '{ people { nodes { name memberships { nodes { organization { name } onBehalfOf { name } } } } } }'
    const inB = { nodes: [{ organization: { name: 'Parliament of B' }, onBehalfOf: { name: 'Green of B' } }] }
    expect(dataOf(await graphIn(folder).ask(query))).toEqual({
      people: {
        nodes: [
          {
            name: 'Ann',
            memberships: {
              nodes: [{ organization: { name: 'Parliament of A' }, onBehalfOf: { name: 'Labour of A' } }],
            },
          },
          { name: 'Bob', memberships: inB },
          { name: 'Cy', memberships: inB },
        ],
      },
    })
  })
})

describe('what a source would take the place of', () => {
  const people = async (folder: string) => dataOf(await graphIn(folder).ask('{ people { nodes { name } } }'))

  test.each([false, true])('a file of the same name from elsewhere is refused (dry run: %s)', async dryRun => {
    const folder = temporaryFolder()
    await importInto(folder, 'popolo', fixture('sameName/one/popolo.json'))
    await expect(importInto(folder, 'popolo', fixture('sameName/two/popolo.json'), { dryRun })).rejects.toThrow(
      'popolo.json of popolo was imported from another path on 2026-01-02, with 3 agents and 1 membership. ' +
        'This one would replace it, and whatever it no longer contains would be lost.',
    )
    expect(await people(folder)).toEqual({ people: { nodes: [{ name: 'Ann' }] } })
  })

  test('both stand in one command, or under a name of its own', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()]
    const everyone = { people: { nodes: [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Cy' }] } }
    const [one, two] = [fixture('sameName/one/popolo.json'), fixture('sameName/two/popolo.json')]
    await importInto(folder, 'popolo', [one, two])
    expect(await people(folder)).toEqual(everyone)
    await importInto(other, 'popolo', one)
    await importInto(other, 'popolo', two, { source: 'two' })
    expect(await people(other)).toEqual(everyone)
    expect(tally(await importInto(other, 'popolo', two))).toMatchObject([{ source: 'two', outcome: 'unchanged' }])
  })

  test('with --replace it takes the place, and what went is said', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'popolo', fixture('sameName/one/popolo.json'))
    expect(
      tally(await importInto(folder, 'popolo', fixture('sameName/two/popolo.json'), { replace: true })),
    ).toMatchObject([{ outcome: 'imported' }])
    expect(await people(folder)).toEqual({ people: { nodes: [{ name: 'Bob' }, { name: 'Cy' }] } })
  })

  test('what a changed file no longer brings is counted before and after it goes', async () => {
    const folder = temporaryFolder()
    const file = join(temporaryFolder(), 'town.jsonl')
    copyFileSync(fixture('jsonl/town.jsonl'), file)
    await importInto(folder, 'jsonl', file)
    const text = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, text.filter(line => !line.includes('town-watch') && !line.includes('"membership"')).join('\n'))
    const lost = { agent: 1, membership: 1 }
    expect(tally(await importInto(folder, 'jsonl', file, { dryRun: true }))).toMatchObject([{ lost }])
    expect(dataOf(await graphIn(folder).ask('{ agents { totalCount } }'))).toEqual({ agents: { totalCount: 2 } })
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([{ outcome: 'imported', lost }])
    expect(dataOf(await graphIn(folder).ask('{ agents { totalCount } }'))).toEqual({ agents: { totalCount: 1 } })
  })
})

describe('what is refused', () => {
  test('what names a refused record goes with it, and does not lead to what stands under its name', async () => {
    const folder = temporaryFolder()
    const file = join(temporaryFolder(), 'a.jsonl')
    const content = { at: [[0, 1]], exact: 'A' }
    writeFileSync(
      file,
      lines(
        { type: 'document', slug: 'd', text: 'A\u0301', language: 'en' },
        { type: 'statement', slug: 'd/1', document: 'd', content },
        { type: 'agent', slug: 'x', kind: 'PERSON' },
        { type: 'membership', slug: 'm', member: 'x', role: 'mayor' },
        { type: 'membership', slug: 'n', member: 'nobody', role: 'mayor' },
      ),
    )
    await importInto(folder, 'jsonl', file)
    expect(refusedIn(folder).map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'NOT_NORMALISED'],
      [2, 'DEPENDENT'],
      [3, 'BAD_RECORD'],
      [4, 'DEPENDENT'],
      [5, 'UNKNOWN_REFERENCE'],
    ])
  })

  test('control characters, in whatever text; what the text of a document has of them is shown as U+FFFD', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'jsonl', fixture('controls'))
    const refused = refusedIn(folder)
    expect(refused.map(({ reason }) => reason)).toEqual([
      'CONTROL_CHARACTER',
      'DEPENDENT',
      'DEPENDENT',
      'DEPENDENT',
      'DEPENDENT',
    ])
    expect(refused[0]?.why).toBe('it holds U+0008')
    const dump = JSON.stringify(
      dataOf(await graphIn(folder).ask('{ agents { nodes { name } } claims { nodes { text } } }')),
    )
    expect(dump).not.toMatch(/\\u00/)
  })

  test('an encoding is known by its mark, or refused by its name; a packing by its first bytes', async () => {
    const folder = temporaryFolder()
    expect(tally(await importInto(folder, 'liar', fixture('encodings/utf16.tsv')))).toMatchObject([
      { taken: { agent: 2, document: 1, statement: 1 }, refused: {} },
    ])
    const at = (name: string, bytes: Uint8Array) => {
      const file = join(temporaryFolder(), name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      return file
    }
    const record = '{"type":"coder","slug":"a","name":"A"}\n'
    const big = Buffer.from(`\uFEFF${record}`, 'utf16le').swap16()
    expect(tally(await importInto(folder, 'jsonl', at('big.jsonl', big)))).toMatchObject([{ taken: { coder: 1 } }])
    const refused: [string, Uint8Array, string][] = [
      ['bare.jsonl', Buffer.from(record, 'utf16le'), 'this file is in UTF-16 without a byte order mark'],
      ['wide.jsonl', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'this file is in UTF-32'],
      ['wide2.jsonl', Buffer.from(record.replaceAll(/./gs, '$&\0\0\0')), 'this file is in UTF-32'],
      ['a.tar.jsonl', Buffer.from(`a.jsonl${'\0'.repeat(250)}ustar\0`), 'this file is packed with tar'],
      ['a.tgz.jsonl', gzipSync(Buffer.from(`a.jsonl${'\0'.repeat(250)}ustar\0`)), 'this file is packed with tar'],
      ['a.json.bz2.jsonl', Buffer.from('BZh91AY&SYx'), 'cannot be read: it is packed with bzip2, and damaged'],
      ['a.jsonl', Buffer.from([0x50, 0x4b, 3, 4, 20]), 'this file is packed with zip: unpack it first'],
    ]
    for (const [name, bytes, why] of refused) {
      await expect(importInto(folder, 'jsonl', at(name, bytes))).rejects.toThrow(why)
    }
    await importInto(folder, 'popolo', at('p.json', Buffer.from('{"persons": []}', 'utf16le')))
    expect(JSON.stringify(refusedIn(folder))).toContain('UTF-16 without a byte order mark')
  })

  test('a table in another encoding, with the line, and one that is empty', async () => {
    const folder = temporaryFolder()
    const at = (name: string, bytes: Buffer) => {
      const file = join(temporaryFolder(), name)
      writeFileSync(file, bytes)
      writeFileSync(`${file}.mapping.yaml`, 'mapping: 1\ncontent: Quote\nspeaker: Who\nlanguage: es\n')
      return file
    }
    const rows = 'Quote,Who\nThe dam holds,Ann\nIt is safe,Señora Muñoz\n'
    await expect(importInto(folder, 'table', at('latin.csv', Buffer.from(rows, 'latin1')))).rejects.toThrow(
      'latin.csv cannot be read: line 3 is not UTF-8: save it as “CSV UTF-8”',
    )
    await expect(importInto(folder, 'table', at('empty.csv', Buffer.from('')))).rejects.toThrow(
      'empty.csv is empty: a table begins with the names of its columns',
    )
    await importInto(folder, 'table', at('utf8.csv', Buffer.from(rows)))
    expect(dataOf(await graphIn(folder).ask('{ agents { nodes { name } } }'))).toEqual({
      agents: { nodes: [{ name: 'Ann' }, { name: 'Señora Muñoz' }] },
    })
  })

  test('a packed file of a format that reads whole files, with the packing, on the terminal', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'p.json')
    writeFileSync(file, Buffer.from([0x50, 0x4b, 3, 4, 20]))
    const { out } = await dixit(['import', 'popolo', file], { DIXIT_DB: join(folder, 'dixit.db') })
    expect(out).toContain('p.json: this file is packed with zip: unpack it first\n')
  })

  test('a mention that contradicts its figure or its coding, and bounds that are the wrong way round', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'jsonl', fixture('misread'))
    expect(refusedIn(folder).map(({ line, reason, why }) => [line, reason, why])).toEqual([
      [3, 'MISREAD', 'these words read as 12, and the figure mm-1/f is 900'],
      [6, 'MISREAD', 'the words read as NEARLY'],
      [9, 'MISREAD', 'these words read as 5 to 6, and the figure mm-3/f is 50 to 60'],
      [14, 'BAD_RECORD', 'the upper bound is less than the lower bound'],
      [15, 'DEPENDENT', 'figure mm-5/f is refused'],
    ])
  })

  test('a mention whose bounds are coded otherwise than the words say, and one that codes nothing', async () => {
    const folder = temporaryFolder()
    const file = join(temporaryFolder(), 'a.jsonl')
    const mention = (slug: string, words: string, coded: object) => {
      const at = (length: number) => [[0, [...words].length + length]]
      return [
        { type: 'document', slug, text: `${words} homes`, language: slug === 'zh' ? 'zh' : 'en' },
        {
          ...{ type: 'statement', slug: `${slug}/1`, document: slug, content: { at: at(6), exact: `${words} homes` } },
          figures: [{ span: { at: at(0), exact: words }, ...coded }],
        },
      ]
    }
    const records = [
      mention('a', 'more than 12', { approximation: 'OVER', value: 12, lower: 500 }),
      mention('b', '12', { approximation: 'EXACT', value: 12, lower: 5, upper: 20 }),
      mention('c', 'many', { approximation: 'EXACT' }),
      mention('d', 'more than 12', { approximation: 'OVER' }),
      mention('e', 'about 12', { approximation: 'ABOUT', value: 12, lower: 10, upper: 14 }),
      mention('zh', '十二万', { approximation: 'EXACT' }),
    ]
    writeFileSync(file, lines(...records.flat()))
    await importInto(folder, 'jsonl', file)
    expect(refusedIn(folder).map(({ line, reason, why }) => [line, reason, why])).toEqual([
      [2, 'MISREAD', 'the words read as above 12, and are coded above 500'],
      [4, 'MISREAD', 'the words read as 12, and are coded 12 with bounds of 5 to 20'],
      [6, 'NOT_A_NUMBER', 'these words do not read as a number, and none is coded'],
    ])
    const query = '{ figureMentions { nodes { words approximation value lower upper } } }'
    const nodes = [
      { words: 'more than 12', approximation: 'OVER', value: 12, lower: 12, upper: null },
      { words: 'about 12', approximation: 'ABOUT', value: 12, lower: 10, upper: 14 },
      { words: '十二万', approximation: 'EXACT', value: 120_000, lower: 120_000, upper: 120_000 },
    ]
    expect(dataOf(await graphIn(folder).ask(query))).toEqual({ figureMentions: { nodes } })
  })

  test('a quotation that the marks of the text do not show', async () => {
    const folder = temporaryFolder()
    const file = join(temporaryFolder(), 'a.jsonl')
    const statement = (slug: string, start: number, end: number, exact: string, quotation: string) => ({
      ...{ type: 'statement', slug, document: 'd', content: { at: [[start, end]], exact }, quotation },
    })
    writeFileSync(
      file,
      lines(
        { type: 'document', slug: 'd', text: 'She said: “It rains.” It poured.', language: 'en' },
        statement('d/1', 11, 20, 'It rains.', 'DIRECT'),
        statement('d/2', 11, 20, 'It rains.', 'INDIRECT'),
        statement('d/3', 22, 32, 'It poured.', 'DIRECT'),
        { type: 'document', slug: 'e', text: 'It is over.', language: 'en' },
        { ...statement('e/1', 0, 11, 'It is over.', 'DIRECT'), document: 'e' },
      ),
    )
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([{ taken: { document: 2, statement: 2 } }])
    expect(refusedIn(folder).map(({ line, reason, why }) => [line, reason, why])).toEqual([
      [3, 'QUOTATION_MARKS', 'by its quotation marks it is DIRECT, and not INDIRECT'],
      [4, 'QUOTATION_MARKS', 'by its quotation marks it is INDIRECT, and not DIRECT'],
    ])
  })

  test('a register links people only', async () => {
    const folder = temporaryFolder()
    const [register, file] = ['register.jsonl', 'a.jsonl'].map(name => join(folder, name))
    if (!register || !file) throw new Error('two names are two files')
    writeFileSync(
      register,
      lines(
        { type: 'agent', slug: 'party', kind: 'ORGANIZATION', organizationKind: 'PARTY', name: 'Republican' },
        { type: 'agent', slug: 'ann', kind: 'PERSON', name: 'Ann' },
      ),
    )
    const statement = (slug: string, words: string) => ({
      ...{ type: 'statement', slug, document: 'd', content: { at: [[0, 1]], exact: 'A' } },
      mentions: [{ role: 'SOURCE', words }],
    })
    writeFileSync(
      file,
      lines(
        { type: 'document', slug: 'd', text: 'A', language: 'en' },
        statement('d/1', 'Ann'),
        statement('d/2', 'Republican'),
      ),
    )
    await importInto(folder, 'jsonl', register, { dataset: 'people' })
    await importInto(folder, 'jsonl', file, { register: 'people' })
    expect(dataOf(await graphIn(folder).ask('{ statements { nodes { slug speaker { name } } } }'))).toEqual({
      statements: {
        nodes: [
          { slug: 'd/1', speaker: { name: 'Ann' } },
          { slug: 'd/2', speaker: null },
        ],
      },
    })
  })
})
